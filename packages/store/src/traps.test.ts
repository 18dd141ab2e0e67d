import { inspect } from "node:util";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "./db.ts";
import { insertDraft } from "./drafts.ts";
import { StoreFault } from "./fault.ts";
import { insertNote, listNotes } from "./notes.ts";
import { insertProcess } from "./processes.ts";
import { notes } from "./schema/notes.ts";
import { insertTask } from "./tasks.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { processRow } from "./testing/rows.ts";
import { transact } from "./transact.ts";

const canary = "canary-QQ123456C";
const note = (id: string, author = "Officer") => {
  return { id, process: "prc_1", visible: true, author, contents: canary, at: 1 };
};

describeOnBothDrivers("a trap that was measured", (on) => {
  const add = (...given: Parameters<typeof note>) =>
    transact(on.db, (tx) => insertNote(tx, note(...given)));
  const ids = async () => (await listNotes(on.db, "prc_1")).map((row) => row.id);

  it.each([
    ["a lone surrogate", "Officer \ud800"],
    ["U+0000", "Offi\0cer"],
  ])("is shut: %s is refused and the next work is done", async (_name, author) => {
    await expect(add("note_1", author)).rejects.toMatchObject({ code: "ill-formed-text" });
    await add("note_2");
    expect(await ids()).toEqual(["note_2"]);
  });

  it("is shut: a value that is not given is no value to look for", async () => {
    const query = async () =>
      on.db.reads
        .select()
        .from(notes)
        .where(eq(notes.id, undefined as never))
        .all();
    await expect(query()).rejects.toMatchObject({ code: "unsupported-value" });
  });

  it.each([
    [
      "an update",
      (writes: Database, where: SQL | undefined) =>
        writes.update(notes).set({ at: 2 }).where(where),
    ],
    ["a delete", (writes: Database, where: SQL | undefined) => writes.delete(notes).where(where)],
  ])("is shut: %s without a condition is refused, and changes no row", async (_name, change) => {
    await add("note_1");
    for (const where of [undefined, and(undefined, undefined)]) {
      const work = transact(on.db, async (tx) => {
        await change(tx.writes as Database, where).run();
      });
      await expect(work).rejects.toMatchObject({ code: "unguarded-sql" });
    }
    expect(await listNotes(on.db, "prc_1")).toMatchObject([{ id: "note_1", at: 1 }]);
  });

  it("is shut: SQL looks into no JSON, where a lone surrogate would end the process", async () => {
    await transact(on.db, (tx) => insertNote(tx, note("note_1", JSON.stringify("\ud800"))));
    const look = async () =>
      on.db.reads.select({ name: sql`json_extract(author, '$')` }).from(notes).all();
    await expect(look()).rejects.toMatchObject({ code: "unguarded-sql" });
  });

  it("is shut: what reads cannot write", async () => {
    // Only a cast brings a write this far; the connection refuses it still.
    const writes = on.db.reads as Database;
    const insert = async () =>
      writes
        .insert(notes)
        .values({ ...note("note_1"), visible: 1, contents: Buffer.of(1) })
        .run();
    await expect(insert()).rejects.toMatchObject({ code: "read-only" });
    expect(await ids()).toEqual([]);
  });

  it.each([
    ["when the connection is new", () => {}],
    ["when it was shut and opened again", () => (on.db as unknown as { shut(): void }).shut()],
  ])("is shut: every PRAGMA holds %s", async (_name, before) => {
    await ids();
    before();
    const expected = { foreign_keys: 1, busy_timeout: 0, temp_store: 2 };
    expect(await pragmasOf(on.db.reads as Database)).toMatchObject({
      ...expected,
      query_only: 1,
      cache_size: -256,
    });
    const writing = await transact(on.db, (tx) => pragmasOf(tx.reads as Database));
    expect(writing).toMatchObject({
      ...expected,
      query_only: 0,
      cache_size: -512,
      synchronous: 2,
    });
  });
});

async function pragmasOf(reads: Database): Promise<Record<string, unknown>> {
  const names = [
    "foreign_keys",
    "busy_timeout",
    "cache_size",
    "temp_store",
    "query_only",
    "synchronous",
  ];
  const found: Record<string, unknown> = {};
  for (const name of names) {
    const value = name === "busy_timeout" ? sql.raw("timeout") : sql.raw(name);
    const row = await reads
      .select({ value })
      .from(sql.raw(`pragma_${name}`))
      .get();
    found[name] = row?.value;
  }
  return found;
}

describeOnBothDrivers("an error", (on) => {
  const row = processRow("prc_1", { reference: canary, answers: { name: canary } });

  it.each([
    [
      "a constraint",
      "constraint",
      () =>
        transact(on.db, async (tx) => {
          await insertProcess(tx, row);
          await insertProcess(tx, row);
        }),
    ],
    [
      "a value of the wrong kind",
      "constraint",
      () =>
        transact(on.db, (tx) =>
          insertTask(tx, {
            id: canary,
            process: canary,
            step: canary,
            title: canary,
            team: null,
            dueAt: canary as never,
            updatedAt: 1,
          }),
        ),
    ],
    [
      "text that is ill-formed",
      "ill-formed-text",
      () => transact(on.db, (tx) => insertNote(tx, note(canary, `${canary}\ud800`))),
    ],
    [
      "a value that cannot be bound",
      "unsupported-value",
      () =>
        transact(on.db, (tx) =>
          insertDraft(tx, {
            id: canary,
            service: canary,
            version: 1,
            answers: { a: canary },
            expiresAt: { at: canary } as never,
            process: null,
          }),
        ),
    ],
    [
      "SQL that is wrong",
      "failed",
      async () =>
        on.db.reads
          .select({ x: sql`nothing(${canary})` })
          .from(notes)
          .all(),
    ],
  ])("of %s says no word of what was bound", async (_name, code, fail) => {
    const error = await fail().then(
      () => undefined,
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(StoreFault);
    expect(error).toMatchObject({ code });
    const said = inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error);
    expect(said).not.toContain("canary");
  });
});
