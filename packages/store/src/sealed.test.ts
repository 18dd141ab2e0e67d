import { insertAccessRequest } from "./access-requests.ts";
import { insertDocument } from "./documents.ts";
import { findDraft, insertDraft } from "./drafts.ts";
import { insertAnswer } from "./idempotency.ts";
import { endInformation, insertInformation } from "./information.ts";
import { findNote, insertNote } from "./notes.ts";
import { beginAttempt, insertOutbox } from "./outbox.ts";
import { findProcessWithAnswers, insertProcess } from "./processes.ts";
import { putSecret, sealSecret } from "./secrets.ts";
import { insertTask, moveTask } from "./tasks.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { bytesOf, openRaw } from "./testing/raw.ts";
import { outboxRow, processRow } from "./testing/rows.ts";
import { transact } from "./transact.ts";

const needle = "needle-in-a-haystack";

describeOnBothDrivers("what a citizen wrote", (on) => {
  const answers = { name: needle };
  const note = (id: string) => {
    return { id, process: "prc_1", visible: true, author: "Jo", contents: needle, at: 1 };
  };
  const raw = (sql: string) => {
    const connection = openRaw(on.world, on.db);
    connection.exec(sql);
    connection.close();
  };
  beforeEach(async () => {
    const jwe = await sealSecret(on.db.vault, "alloy", { token: needle });
    await transact(on.db, async (tx) => {
      const findable = { email: needle, phone: needle, postcode: needle, surname: needle };
      await insertProcess(tx, processRow("prc_1", { answers, findable }));
      await insertProcess(tx, processRow("prc_2", { answers: { name: "another" } }));
      const draft = { id: "drf_1", service: "noise", version: 1, expiresAt: 1, process: null };
      await insertDraft(tx, { ...draft, answers });
      await insertNote(tx, note("note_1"));
      await insertNote(tx, note("note_2"));
      const file = { contentType: "text/plain", bytes: 1, sha256: "00", storage: "ab", at: 1 };
      const place = { draft: "drf_1", process: null, question: null };
      await insertDocument(tx, { id: "doc_1", ...place, ...file, name: needle, key: needle });
      const task = {
        id: "task_1",
        process: "prc_1",
        step: "a",
        title: "b",
        team: null,
        dueAt: null,
        updatedAt: 1,
      };
      await insertInformation(tx, {
        id: "inf_1",
        process: "prc_1",
        draft: "drf_2",
        details: { questions: [], ownQuestion: needle, files: false, reason: needle },
        ifUnanswered: "task",
        askedBy: "Jo",
        askedAt: 1,
        respondBy: "2025-06-06",
        overAt: 2,
        nextAt: 2,
        promisedAt: null,
      });
      const reply = { answers: { ownQuestion: needle }, note: "note_1", documents: [] };
      await endInformation(tx, "inf_1", { state: "answered", at: 2, reply });
      await insertTask(tx, task);
      await moveTask(tx, "task_1", { updatedAt: 2, fields: { found: needle } });
      await insertOutbox(tx, outboxRow("out_1", { leaseUntil: 9_000 }));
      await beginAttempt(tx, { id: "out_1", generation: 1 }, { xml: needle });
      const answer = { id: "idem_1", requestDigest: "00", response: { name: needle }, at: 1 };
      await insertAnswer(tx, answer);
      await putSecret(tx, "alloy", { jwe, updatedAt: 1 });
      await insertAccessRequest(tx, {
        id: "acc_1",
        tokenHash: Buffer.of(1),
        state: "refused",
        kind: "partner",
        scopes: "notes:read",
        details: {
          organisation: needle,
          purpose: needle,
          contact: { name: needle, email: needle },
        },
        testKey: "key",
        liveKey: null,
        granted: null,
        reason: needle,
        askedAt: 1,
        decidedAt: 2,
        decidedBy: "Jo",
        collectedAt: null,
      });
    });
  });

  it("is in no byte of the database, its log or its index, encrypted or read with the key", () => {
    const files = bytesOf(on.world);
    expect([...files.keys()]).toContain("exampleshire.db-wal");
    for (const bytes of files.values()) expect(bytes.includes(needle)).toBe(false);
    expect(files.get("exampleshire.db")?.includes("SQLite format 3")).toBe(false);

    const decrypted = openRaw(on.world, on.db);
    const tables = decrypted.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all([]);
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables as { name: string }[]) {
      const rows = decrypted.prepare(`SELECT * FROM ${name}`).raw(true).all([]) as unknown[][];
      for (const value of rows.flat())
        expect(Buffer.from(String(value)).includes(needle)).toBe(false);
    }
    decrypted.close();
  });

  it("does not open when it was moved to another row", async () => {
    raw(
      "UPDATE notes SET contents = (SELECT contents FROM notes WHERE id = 'note_1') WHERE id = 'note_2'",
    );
    raw(
      "UPDATE processes SET answers = (SELECT answers FROM processes WHERE id = 'prc_1') WHERE id = 'prc_2'",
    );
    const elsewhere = { code: "sealed-elsewhere" };
    await expect(findNote(on.db, "note_2")).rejects.toMatchObject(elsewhere);
    await expect(findProcessWithAnswers(on.db, "prc_2")).rejects.toMatchObject(elsewhere);
    expect(await findNote(on.db, "note_1")).toMatchObject({ contents: needle });
  });

  it("does not open when it was moved to another table", async () => {
    raw(
      "UPDATE drafts SET id = 'prc_1', answers = (SELECT answers FROM processes WHERE id = 'prc_1')",
    );
    const moved = findDraft(on.db, "prc_1");
    await expect(moved).rejects.toMatchObject({ code: "sealed-elsewhere" });
  });

  it("does not open when it was moved to another tenant", async () => {
    const { db: other } = await on.world.tenant("othershire");
    await transact(other, (tx) => insertNote(tx, note("note_1")));
    const from = openRaw(on.world, on.db);
    const [contents] = from
      .prepare("SELECT contents FROM notes WHERE id = 'note_1'")
      .raw(true)
      .get([]) as [Buffer];
    from.close();
    const to = openRaw(on.world, other);
    to.prepare("UPDATE notes SET contents = ?").run([contents]);
    to.close();
    const moved = findNote(other, "note_1");
    await expect(moved).rejects.toMatchObject({ code: "sealed-elsewhere" });
  });
});
