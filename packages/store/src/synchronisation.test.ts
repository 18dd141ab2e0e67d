import { findContainer, putContainer } from "./containers.ts";
import { insertNoteSource, listNoteKeys } from "./notes.ts";
import { insertOutbox, settleAttempt } from "./outbox.ts";
import { listOurs, movePolled, noteLook, rewindPolled } from "./polling.ts";
import {
  findRecord,
  listUnmappedRecords,
  putRecord,
  type RecordRow,
  seeChange,
  wasSeen,
} from "./records.ts";
import { containers } from "./schema/synchronisation.ts";
import { findConnector, putConnector } from "./settings.ts";
import { countStatus, forgetStatuses, isUnmapped, listStatusesSeen } from "./statuses-seen.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { outboxRow } from "./testing/rows.ts";
import { transact } from "./transact.ts";

const record: RecordRow = {
  connector: "alloy",
  record: "24/1",
  process: "prc_1",
  changeKey: null,
  before: null,
  status: null,
  mapped: true,
  at: 1,
};

describeOnBothDrivers("a change of a back office's case", (on) => {
  const seen = (changeKey: string, at: number) => {
    return { connector: "alloy", reference: "24/1", changeKey, at };
  };
  const see = (changeKey: string, at: number) =>
    transact(on.db, (tx) => seeChange(tx, seen(changeKey, at), 9));
  const stand = (changeKey: string) =>
    transact(on.db, (tx) => putRecord(tx, { ...record, changeKey }));

  it("is taken in once, whatever came after it", async () => {
    expect([await see("a", 1), await see("b", 2), await see("a", 1), await see("b", 2)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(await wasSeen(on.db, seen("a", 1))).toBe(true);
    expect(await wasSeen(on.db, seen("c", 1))).toBe(false);
  });

  it("is another when it is later and something else came between", async () => {
    await see("a", 1);
    await stand("a");
    expect(await see("a", 5)).toBe(false);
    await see("b", 6);
    await stand("b");
    expect(await wasSeen(on.db, seen("a", 7))).toBe(false);
    expect(await see("a", 7)).toBe(true);
  });
});

describeOnBothDrivers("what a case stands at", (on) => {
  it("is what was said last, and found again while nobody knows what it means", async () => {
    const put = (changed: Partial<RecordRow>) =>
      transact(on.db, (tx) => putRecord(tx, { ...record, ...changed }));
    await put({ status: "X", mapped: false });
    await put({ record: "24/2", status: "A" });
    expect(await findRecord(on.db, "alloy", "24/1")).toMatchObject({ status: "X", mapped: false });
    expect(await listUnmappedRecords(on.db, 9)).toMatchObject([{ record: "24/1" }]);
    await put({ status: "A" });
    expect(await findRecord(on.db, "alloy", "24/1")).toMatchObject({ status: "A", mapped: true });
    expect(await listUnmappedRecords(on.db, 9)).toEqual([]);
    expect(await findRecord(on.db, "uniform", "24/1")).toBeUndefined();
  });
});

describeOnBothDrivers("a status that was seen", (on) => {
  const count = (external: string, at: number, mapped = true) =>
    transact(on.db, (tx) =>
      countStatus(tx, { connector: "alloy", service: "noise", external, at, mapped }),
    );

  it("is counted, from its first time to its last", async () => {
    await count("A", 1, false);
    expect(await isUnmapped(on.db, { connector: "alloy", external: "A" })).toBe(true);
    await count("A", 5);
    await count("B", 2);
    expect(await isUnmapped(on.db, { connector: "alloy", external: "A" })).toBe(false);
    const a = { connector: "alloy", service: "noise", external: "A", mapped: true };
    expect(await listStatusesSeen(on.db, { since: 3 })).toEqual([
      { ...a, firstAt: 1, lastAt: 5, count: 2 },
    ]);
    expect(await listStatusesSeen(on.db, { since: 0, connector: "uniform" })).toEqual([]);
    await transact(on.db, (tx) => forgetStatuses(tx, 3));
    expect(await listStatusesSeen(on.db, { since: 0 })).toMatchObject([{ external: "A" }]);
  });
});

describeOnBothDrivers("how far was looked", (on) => {
  beforeEach(() =>
    transact(on.db, (tx) =>
      putConnector(tx, {
        id: "alloy",
        kind: "alloy",
        name: "Alloy",
        address: "https://alloy.example",
        settings: {},
        maxParallel: 2,
        timeoutMs: 1000,
        follows: [],
        statuses: [],
        knownStatuses: [],
        codes: {},
      }),
    ),
  );
  const move = (from: number | undefined, to: number) =>
    transact(on.db, (tx) => movePolled(tx, "alloy", { from, to }));
  const rewind = (to: number) => transact(on.db, (tx) => rewindPolled(tx, "alloy", to));
  const reached = async () => (await findConnector(on.db, "alloy"))?.polledTo;

  it("is moved by whoever knows where it was", async () => {
    expect(await move(5, 9)).toBe(false);
    expect(await move(undefined, 5)).toBe(true);
    expect(await move(undefined, 7)).toBe(false);
    expect(await move(5, 9)).toBe(true);
    expect(await reached()).toBe(9);
  });

  it("goes back to what was passed, and not on to what was not", async () => {
    await rewind(1);
    expect(await reached()).toBeUndefined();
    await move(undefined, 9);
    await rewind(12);
    expect(await reached()).toBe(9);
    await rewind(4);
    expect(await reached()).toBe(4);
  });

  it("is kept beside when was looked", async () => {
    await move(undefined, 9);
    await transact(on.db, (tx) => noteLook(tx, "alloy", 77));
    expect(await findConnector(on.db, "alloy")).toMatchObject({ polledTo: 9, lookedAt: 77 });
  });
});

describeOnBothDrivers("a reference of a back office", (on) => {
  it("is ours where a delivery was given it there", async () => {
    await transact(on.db, async (tx) => {
      await insertOutbox(tx, outboxRow("out_1", { leaseUntil: 9_000 }));
      const accepted = { state: "accepted", nextAt: 1, reference: "24/1" } as const;
      await settleAttempt(tx, { id: "out_1", generation: 1 }, accepted);
    });
    const many = Array.from({ length: 1200 }, (_, nth) => `other/${nth}`);
    expect([...(await listOurs(on.db, "alloy", [...many, "24/1"]))]).toEqual(["24/1"]);
    expect((await listOurs(on.db, "uniform", ["24/1"])).size).toBe(0);
  });
});

describeOnBothDrivers("what came of a back office's words", (on) => {
  it("is one note for each of its own, in each case", async () => {
    const source = { connector: "alloy", record: "24/1", key: "1", note: "not_1" };
    await transact(on.db, (tx) => insertNoteSource(tx, source));
    expect(await listNoteKeys(on.db, source)).toEqual(new Set([source.key]));
    expect(await listNoteKeys(on.db, { ...source, record: "24/2" })).toEqual(new Set());
  });

  it("is a container that lies sealed", async () => {
    const needle = "needle-in-a-haystack";
    const container = { submitter: { name: needle } };
    await transact(on.db, (tx) => putContainer(tx, "prc_1", { container, updatedAt: 1 }));
    expect(await findContainer(on.db, "prc_1")).toEqual(container);
    expect(await findContainer(on.db, "prc_2")).toBeUndefined();
    const stored = await on.db.reads.select().from(containers).all();
    expect(stored.some(({ details }) => details.includes(needle))).toBe(false);
  });
});
