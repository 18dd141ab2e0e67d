import { appendEvent, listEvents, verifyChain } from "./events.ts";
import { createTestStore, type TestStore } from "./testing.ts";
import { transact } from "./transact.ts";

const actor = { kind: "platform", id: "test", name: "Test" } as const;
const event = {
  type: "process.started",
  process: "prc_1",
  subject: "prc_1",
  actor,
  at: 1,
} as const;

describe("transact", () => {
  let world: TestStore;
  beforeEach(async () => {
    world = await createTestStore();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("commits works that arrive together, and undoes alone the one that fails", async () => {
    const { db } = await world.tenant();
    const results = await Promise.allSettled([
      transact(db, (tx) => appendEvent(tx, event)),
      transact(db, async (tx) => {
        await appendEvent(tx, event);
        throw new Error("refused");
      }),
      transact(db, (tx) => appendEvent(tx, event)),
    ]);
    expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await listEvents(db, "prc_1")).map((row) => row.seq)).toEqual([1, 2]);
    expect(await verifyChain(db)).toEqual({ events: 2 });
  });

  it("rejects a work that waits for anything but its transaction", async () => {
    const { db } = await world.tenant();
    const strayed = transact(db, async (tx) => {
      await appendEvent(tx, event);
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    await expect(strayed).rejects.toMatchObject({ code: "work-strayed" });
    expect(await listEvents(db, "prc_1")).toEqual([]);
  });
});
