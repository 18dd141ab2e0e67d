import { ConnectorFault } from "../connector-fault.ts";
import { answering, answeringText, type Handler, hangUp, unhurried } from "../test-server.ts";
import { serveValuebill, submission, type TestValuebill } from "./test-valuebill.ts";

describe("polling the Valuation Office", () => {
  let valuebill: TestValuebill;
  const window = { from: new Date("2025-07-01T08:00:00Z"), to: new Date("2025-07-01T08:05:00Z") };
  const poll = async () => valuebill.connector.poll?.(window, unhurried());
  const holding = (...submissions: unknown[]) => {
    valuebill.answers.submissions = answering({ submissions });
  };

  beforeEach(async () => {
    valuebill = await serveValuebill();
  });

  it("sees where each submission stands, and when it came there", async () => {
    holding(
      submission("Verified", { updatedAt: "2025-07-01T08:02:00Z" }),
      submission("Done", { reference: "out_2" }),
    );

    expect(await poll()).toEqual([
      expect.objectContaining({
        reference: "out_1",
        status: "Verified",
        at: new Date("2025-07-01T08:02:00Z"),
      }),
      expect.objectContaining({ reference: "out_2", status: "Done", at: window.to }),
    ]);
    expect(valuebill.server.seen.at(-1)?.path).toBe(
      "/submissions?changedSince=2025-07-01T08%3A00%3A00.000Z",
    );
  });

  it("names what is wrong with one that failed, each code once", async () => {
    const errors = ["2000", "1005", "2000"].map((code) => ({ code, values: ["Mr Smith"] }));
    holding(submission("Failed", { errors }));

    expect(await poll()).toMatchObject([{ status: "Failed/1005/2000" }]);
  });

  it("keys each state its own way, always the same", async () => {
    const keys: (string | undefined)[] = [];
    for (const status of ["Pending", "Pending", "Failed"]) {
      holding(submission(status));
      keys.push((await poll())?.[0]?.changeKey);
    }

    expect(keys[0]).toMatch(/^out_1_[0-9a-f]{8}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it("takes a state that nobody told us of as it comes", async () => {
    holding(submission("Archived"));

    expect(await poll()).toMatchObject([{ status: "Archived" }]);
  });

  it("goes on to the next when an entry cannot be read", async () => {
    holding(
      { reference: "../x", status: "Done" },
      submission("<b>"),
      null,
      submission("Done", { errors: [{ code: "Mr Smith" }] }),
      submission("Done", { reference: "out_2" }),
    );

    expect((await poll())?.map(({ reference }) => reference)).toEqual(["out_2"]);
  });

  it.each([
    ["is refused", answering({ message: "Mr Smith" }, 500), "list-refused"],
    ["is a page", answeringText("<html></html>"), "bad-answer"],
    ["is no list", answering({ submissions: "Mr Smith" }), "bad-answer"],
    ["is lost", hangUp, "connection-lost"],
    ["is larger than any list", answeringText(" ".repeat(4 * 1024 * 1024 + 1)), "too-large"],
  ] as [string, Handler, string][])(
    "fails with a code of ours when the list %s",
    async (_, handler, code) => {
      valuebill.answers.submissions = handler;

      const fault = await poll().catch((error) => error);
      expect(fault).toBeInstanceOf(ConnectorFault);
      expect(fault.message).toBe(code);
    },
  );
});
