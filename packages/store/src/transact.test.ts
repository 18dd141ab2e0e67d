import type { Tx } from "./db.ts";
import { appendEvent, listEvents, verifyChain } from "./events.ts";
import { findNote, insertNote } from "./notes.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { openRaw } from "./testing/raw.ts";
import { eventOf } from "./testing/rows.ts";
import { transact } from "./transact.ts";

const note = (id: string, contents = "words") => {
  return { id, process: "prc_1", visible: true, author: "Officer", contents, at: 1 };
};

describeOnBothDrivers("transact", (on) => {
  // A group ends after some milliseconds: with a clock that stands, how many it takes is ours to say.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => void vi.useRealTimers());

  const append = () => transact(on.db, (tx) => appendEvent(tx, eventOf("prc_1")));
  const add = (id: string, contents?: string) =>
    transact(on.db, (tx) => insertNote(tx, note(id, contents)));
  const statuses = async (works: Promise<unknown>[]) =>
    (await Promise.allSettled(works)).map((result) => result.status);

  it("commits works that arrive together, and undoes alone the one that fails", async () => {
    const begin = vi.spyOn(on.db.writer, "begin");
    const failing = transact(on.db, async (tx) => {
      await appendEvent(tx, eventOf("prc_1"));
      throw new Error("refused");
    });
    expect(await statuses([append(), failing, append()])).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect((await listEvents(on.db, "prc_1")).map((row) => row.seq)).toEqual([1, 2]);
    expect(await verifyChain(on.db)).toEqual({ events: 2 });
    expect(begin).toHaveBeenCalledTimes(1);
  });

  it("takes no more than 64 works into one commit, and leaves none behind", async () => {
    const begin = vi.spyOn(on.db.writer, "begin");
    await Promise.all(Array.from({ length: 150 }, append));
    expect(begin).toHaveBeenCalledTimes(3);
    expect(await verifyChain(on.db)).toEqual({ events: 150 });
  });

  it("does works that come while others are done", async () => {
    const later: Promise<number>[] = [];
    await transact(on.db, async (tx) => {
      later.push(append());
      await appendEvent(tx, eventOf("prc_1"));
      later.push(append());
    });
    later.push(append());
    expect(await Promise.all(later)).toEqual([2, 3, 4]);
  });

  it("tells a work that failed only when what stood in its way can be read", async () => {
    const first = add("note_1", "first");
    const second = add("note_1", "second").catch(() => findNote(on.db, "note_1"));
    await first;
    expect(await second).toMatchObject({ contents: "first" });
  });

  it("rejects with what the work threw, be it thrown at once or later", async () => {
    const refusal = new Error("refused");
    const atOnce = () => {
      throw refusal;
    };
    await expect(transact(on.db, atOnce)).rejects.toBe(refusal);
    await expect(transact(on.db, async () => atOnce())).rejects.toBe(refusal);
    expect(await append()).toBe(1);
  });

  it("shows a work what it wrote, and nobody else before the commit", async () => {
    await transact(on.db, async (tx) => {
      await insertNote(tx, note("note_1"));
      expect(await findNote(tx, "note_1")).toMatchObject({ contents: "words" });
      expect(await findNote(on.db, "note_1")).toBeUndefined();
    });
    expect(await findNote(on.db, "note_1")).toMatchObject({ contents: "words" });
  });

  it("rejects a work that waits for anything but its transaction, and does the others", async () => {
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let afterwards: Promise<unknown> = Promise.resolve();
    const strayed = transact(on.db, (tx) => {
      const work = async () => {
        await insertNote(tx, note("note_1"));
        await gate;
        await insertNote(tx, note("note_2"));
      };
      afterwards = work();
      return afterwards as Promise<void>;
    });
    const other = add("note_3");

    await expect(strayed).rejects.toMatchObject({ code: "work-strayed" });
    await other;
    goOn();
    await expect(afterwards).rejects.toMatchObject({ code: "work-strayed" });
    const found = await Promise.all(
      ["note_1", "note_2", "note_3"].map((id) => findNote(on.db, id)),
    );
    expect(found.map((row) => row?.id)).toEqual([undefined, undefined, "note_3"]);
  });

  it("rejects a work that waits for another of the same database, and does not hang", async () => {
    const inner: Promise<number>[] = [];
    const outer = transact(on.db, async () => {
      inner.push(append());
      await inner[0];
    });
    await expect(outer).rejects.toMatchObject({ code: "work-strayed" });
    expect(await inner[0]).toBe(1);
  });

  it("gives a right that ends with the work", async () => {
    let kept: Tx | undefined;
    let writes: Tx["writes"] | undefined;
    await transact(on.db, async (tx) => {
      kept = tx;
      writes = tx.writes;
    });
    const tx = kept;
    if (!tx || !writes) throw new Error("no right was given");
    await expect(insertNote(tx, note("note_1"))).rejects.toMatchObject({ code: "work-strayed" });
    const beside = async () =>
      insertNote({ ...tx, vault: on.db.vault, writes } as Tx, note("note_1"));
    await expect(beside()).rejects.toMatchObject({ code: "transaction-lost" });
    expect(await findNote(on.db, "note_1")).toBeUndefined();
  });

  it("rejects the whole group when an error has ended the transaction, and stores nothing of it", async () => {
    const raw = openRaw(on.world, on.db);
    raw.exec(`CREATE TRIGGER fatal BEFORE INSERT ON notes WHEN NEW.id = 'note_fatal'
      BEGIN SELECT RAISE(ROLLBACK, 'gone'); END`);
    raw.close();
    const first = add("note_1");
    const stubborn = transact(on.db, async (tx) => {
      await insertNote(tx, note("note_fatal")).catch(() => {});
      await insertNote(tx, note("note_2"));
    });
    const next = add("note_3");

    const lost = { status: "rejected", reason: { code: "transaction-lost" } };
    expect(await Promise.allSettled([first, stubborn])).toMatchObject([lost, lost]);
    await next;
    const found = await Promise.all(
      ["note_1", "note_2", "note_3"].map((id) => findNote(on.db, id)),
    );
    expect(found.map((row) => row?.id)).toEqual([undefined, undefined, "note_3"]);
  });

  it("tells everybody of a commit that failed, and goes on", async () => {
    const raw = openRaw(on.world, on.db);
    raw.exec(`CREATE TABLE parents (id INTEGER PRIMARY KEY);
      CREATE TABLE children (parent INTEGER REFERENCES parents DEFERRABLE INITIALLY DEFERRED);
      CREATE TRIGGER orphan AFTER INSERT ON notes WHEN NEW.id = 'note_2'
      BEGIN INSERT INTO children VALUES (1); END`);
    raw.close();
    const failed = { status: "rejected", reason: { code: "constraint" } };
    const group = [add("note_1"), add("note_2")];
    expect(await Promise.allSettled(group)).toMatchObject([failed, failed]);
    expect(await findNote(on.db, "note_1")).toBeUndefined();
    await add("note_3");
    expect(await findNote(on.db, "note_3")).toBeDefined();
  });

  it("says that the disk is full, keeps what was stored, and goes on when there is room", async () => {
    await add("note_1");
    const limit = async (pages: number) => {
      const transaction = await on.db.writer.begin();
      await transaction.exec(`PRAGMA max_page_count = ${pages}`);
      await transaction.rollback();
    };
    await limit(1);
    await expect(add("note_2", "x".repeat(100_000))).rejects.toMatchObject({ code: "full" });
    await limit(1_000_000);
    await add("note_3");
    expect(await findNote(on.db, "note_1")).toBeDefined();
    expect(await findNote(on.db, "note_2")).toBeUndefined();
    expect(await findNote(on.db, "note_3")).toBeDefined();
  });

  it("refuses at once what would wait behind thousands, and does the thousands", async () => {
    const waiting = Array.from({ length: 4_096 }, () => transact(on.db, async () => "done"));
    const tooMany = transact(on.db, async () => "done");
    await expect(tooMany).rejects.toMatchObject({ code: "busy" });
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(["done"]));
  });

  it("tells all who wait when there is no transaction to be had", async () => {
    const works = [add("note_1"), add("note_2")];
    on.world.store.close();
    const closed = { status: "rejected", reason: { code: "closed" } };
    expect(await Promise.allSettled(works)).toMatchObject([closed, closed]);
    await expect(add("note_3")).rejects.toMatchObject({ code: "closed" });
    await expect(findNote(on.db, "note_1")).rejects.toMatchObject({ code: "closed" });
  });
});
