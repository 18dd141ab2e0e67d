import { Problem } from "@guildhall/contract";
import { describeError } from "./describe-error.ts";
import { createLog, type Log } from "./log.ts";

const canary = "QQ123456C";

/** What a database library throws: everything that was bound is in its message and its fields. */
class QueryError extends Error {
  readonly query = `insert into answers values ('${canary}')`;
  readonly params = [canary];
  constructor() {
    super(`Failed query: insert\nparams: ${canary}\n    at ${canary} (/packages/${canary}.ts:1:1)`);
    this.name = "DrizzleQueryError";
    this.cause = Object.assign(new Error(canary), { code: "SQLITE_CONSTRAINT" });
  }
}

describe("createLog", () => {
  let written: string;
  let log: Log;

  beforeEach(() => {
    written = "";
    log = createLog({
      level: "info",
      name: "api",
      destination: {
        write: (line) => {
          written += line;
        },
      },
    });
  });

  it("writes one JSON object a line with time, level, service, message and fields", () => {
    log.info({ tenant: "exampleshire", nested: { count: [1, 2] } }, "Started");
    expect(JSON.parse(written)).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      service: "api",
      tenant: "exampleshire",
      nested: { count: [1, 2] },
      message: "Started",
    });
  });

  it.each<[string, (log: Log, error: Error) => void]>([
    ["alone", (to, error) => to.error(error)],
    ["with words", (to, error) => to.error(error, "Failed")],
    ["as err", (to, error) => to.error({ err: error }, "Failed")],
    ["as err without words", (to, error) => to.error({ err: error })],
    ["under another name", (to, error) => to.error({ failure: error }, "Failed")],
    ["deep inside", (to, error) => to.error({ job: { failures: [error] } }, "Failed")],
    ["to be filled in", (to, error) => to.error("Failed: %s", error)],
    [
      "to be filled in beside fields",
      (to, error) => to.error({ tenant: "x" }, "Failed: %o", error),
    ],
    ["bound to a child", (to, error) => to.child({ err: error }).error("Failed")],
    ["as the cause of ours", (to, error) => to.error(new Error("ours", { cause: error }))],
  ])("lets nothing that an error quotes through: %s", (_, write) => {
    write(log, new QueryError());
    expect(written).not.toBe("");
    expect(written).not.toContain(canary);
  });

  it("still tells what kind of error it was and where", () => {
    log.error({ err: new QueryError() }, "Failed");
    expect(JSON.parse(written).err).toEqual({
      name: "DrizzleQueryError",
      cause: { name: "Error", code: "SQLITE_CONSTRAINT", stack: expect.anything() },
      stack: expect.arrayContaining([expect.stringMatching(/runtime\/src\/log\.test\.ts:\d+:\d+/)]),
    });
  });

  it.each(["body", "answers", "Authorization", "token", "metricsToken", "params", "message"])(
    "leaves out a field called %s, at any depth",
    (name) => {
      log.info({ [name]: canary, request: { [name]: canary, route: "/t/:tenant" } }, "Seen");
      expect(written).not.toContain(canary);
      expect(JSON.parse(written).request).toEqual({ route: "/t/:tenant" });
    },
  );

  it("is silent below its level", () => {
    log.debug("Not now");
    expect(written).toBe("");
  });
});

describe("describeError", () => {
  it("keeps the code of a Problem", () => {
    expect(describeError(new Problem("not-found"))).toMatchObject({
      name: "Problem",
      code: "not-found",
    });
  });

  it("drops a code that is not one", () => {
    expect(
      describeError(Object.assign(new Error(""), { code: `${canary} ${canary}` })),
    ).not.toHaveProperty("code");
  });

  it("drops a name that is not one", () => {
    expect(describeError(Object.assign(new Error(""), { name: `${canary}: x` })).name).toBe(
      "Error",
    );
  });

  it("keeps no frame of a library or of Node", () => {
    const error = new Error("");
    error.stack = [
      "Error",
      "    at parse (/srv/node_modules/lib/packages/x.js:1:1)",
      "    at node:internal/process/task_queues:105:5",
      "    at async handle (file:///srv/services/api/src/app.ts:10:2)",
    ].join("\n");
    expect(describeError(error).stack).toEqual(["handle (services/api/src/app.ts:10:2)"]);
  });

  it("says only of what kind a thrown text was", () => {
    expect(describeError(canary)).toEqual({ name: "thrown string" });
  });

  it("ends in an error that is its own cause", () => {
    const error = new Error("");
    error.cause = error;
    expect(JSON.stringify(describeError(error))).toContain("cause");
  });
});
