import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { Problem } from "@guildhall/contract";
import type { Ground } from "@guildhall/domain";
import { exampleshire } from "@guildhall/domain/testing";
import { createLog } from "@guildhall/runtime";
import { StoreFault } from "@guildhall/store";
import { createApi } from "./app.ts";
import { type ApiWorld, createApiWorld } from "./testing.ts";

const canary = "canary-7f3a";

describe("what goes wrong on our side", () => {
  let world: ApiWorld;
  let log: string;
  beforeEach(async () => {
    world = await createApiWorld();
    log = "";
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const quoting = (error: Error) =>
    Object.assign(error, {
      params: [canary],
      query: `insert into notes values ('${canary}')`,
      cause: new Error(`near "${canary}": syntax error`),
    });

  it.each<[string, unknown, number, string]>([
    ["a mistake of ours", quoting(new TypeError(`${canary} is not a function`)), 500, "unexpected"],
    ["a failed query", quoting(new Error(`Failed query: ${canary}`)), 500, "unexpected"],
    ["a fault of the store", new StoreFault("failed", "SQLITE_ERROR"), 500, "unexpected"],
    ["a row that was moved", new StoreFault("sealed-elsewhere"), 500, "unexpected"],
    ["a file that cannot be read", new StoreFault("unreadable"), 503, "tenant-unavailable"],
    ["another council's file", new StoreFault("wrong-tenant"), 503, "tenant-unavailable"],
    ["a full disk", new StoreFault("full"), 503, "tenant-unavailable"],
  ])(
    "is told as a plain problem and logged without a word of anybody's: %s",
    async (_, fault, status, code) => {
      const response = await failing(fault);
      expect(response.status).toBe(status);
      const text = await response.text();
      expect(Object.keys(JSON.parse(text))).toEqual(["type", "title", "status", "code"]);
      expect(JSON.parse(text).code).toBe(code);
      expect(log).not.toBe("");
      expect(text + log).not.toMatch(new RegExp(`${canary}|insert into|syntax|/work|node_modules`));
      expect(JSON.parse(log).requestId).toBe(response.headers.get("x-request-id"));
    },
  );

  it.each([
    ["the database is busy", new StoreFault("busy", "SQLITE_BUSY")],
    ["another process has the tenant by now", new StoreFault("not-owner")],
  ])(
    "is asked to come again when %s, and that is not worth a line in the log",
    async (_, fault) => {
      const response = await failing(fault);
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toBe("1");
      expect(log).toBe("");
    },
  );

  it("keeps what a caller can act on apart", async () => {
    const response = await failing(new Problem("process-closed"));
    expect(response.status).toBe(409);
    expect(log).toBe("");
  });

  it("stays with the council whose file is broken", async () => {
    const tenant = { ...exampleshire.tenant, id: "brokenford" };
    await world.store.addTenant(tenant, { now: 0 });
    writeFileSync(join(world.folder, "tenants", "brokenford.db"), canary.repeat(1000));

    const broken = await world.fetch("/t/brokenford/v1/services");
    expect(broken.status).toBe(503);
    expect(await broken.json()).toMatchObject({ code: "tenant-unavailable" });
    expect((await world.ask("GET", "/services")).status).toBe(200);
  });

  /** Ask an API whose council fails so at the first use of its database. */
  async function failing(fault: unknown): Promise<Response> {
    const db = new Proxy(world.ground.db, {
      get: () => {
        throw fault;
      },
    });
    const ground: Ground = { ...world.ground, db };
    const destination = new Writable({
      write(chunk, _encoding, done) {
        log += chunk;
        done();
      },
    });
    const lines = createLog({ name: "api", level: "info", destination });
    const api = createApi({
      ...world.deps,
      groundFor: async () => ground,
      reportFault: (err, requestId) => lines.error({ err, requestId }),
    });
    return api.request(`/t/exampleshire/v1/services?q=${canary}`);
  }
});
