import { changeApiKey, findApiKey, insertApiKey, listApiKeys, revokeApiKey } from "./api-keys.ts";
import { useAssertion } from "./client-assertions.ts";
import {
  adoptDocuments,
  type DocumentRow,
  deleteDocument,
  findDocument,
  insertDocument,
  listDraftDocuments,
  listProcessDocuments,
} from "./documents.ts";
import { type DraftRow, endDraft, findDraft, insertDraft, saveDraft } from "./drafts.ts";
import { findAnswer, insertAnswer } from "./idempotency.ts";
import { findNote, insertNote, listNotes } from "./notes.ts";
import {
  cancelTasks,
  findTask,
  insertTask,
  listTasks,
  moveTask,
  type NewTaskRow,
} from "./tasks.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { transact } from "./transact.ts";

describeOnBothDrivers("a draft", (on) => {
  const draft: DraftRow = {
    id: "drf_1",
    service: "noise-nuisance",
    version: 3,
    answers: { what: "A dog" },
    expiresAt: 9_000,
    process: null,
    kept: false,
    journey: { seen: [], asks: [] },
  };
  const save = () =>
    transact(on.db, (tx) => saveDraft(tx, "drf_1", { answers: { what: "Two dogs" } }));
  const end = (process: string) => transact(on.db, (tx) => endDraft(tx, "drf_1", process));
  beforeEach(() => transact(on.db, (tx) => insertDraft(tx, draft)));

  it("keeps the answers so far", async () => {
    expect(await save()).toBe(true);
    expect(await findDraft(on.db, "drf_1")).toEqual({ ...draft, answers: { what: "Two dogs" } });
    expect(await findDraft(on.db, "drf_2")).toBeUndefined();
  });

  it("becomes one process, and keeps no answers of its own", async () => {
    const ended = await Promise.all([end("prc_1"), end("prc_2")]);
    expect(ended).toEqual([true, false]);
    expect(await save()).toBe(false);
    expect(await findDraft(on.db, "drf_1")).toEqual({ ...draft, answers: {}, process: "prc_1" });
  });
});

describeOnBothDrivers("a document", (on) => {
  const row = (id: string, changes: Partial<DocumentRow> = {}): DocumentRow => ({
    id,
    draft: "drf_1",
    process: null,
    question: "evidence",
    name: "Nächtlicher Lärm 🐕.mp3",
    key: "c2VjcmV0",
    contentType: "audio/mpeg",
    bytes: 3_000_000_000,
    sha256: "00",
    storage: "ab/cd",
    state: "unscanned",
    thumbnail: null,
    at: 1_000,
    ...changes,
  });
  const insert = (document: DocumentRow) => transact(on.db, (tx) => insertDocument(tx, document));
  const ids = (rows: DocumentRow[]) => rows.map(({ id }) => id);

  it("is given back as it was stored", async () => {
    await insert(row("doc_1"));
    expect(await findDocument(on.db, "doc_1")).toEqual(row("doc_1"));
    expect(await findDocument(on.db, "doc_2")).toBeUndefined();
  });

  it("goes along when its draft becomes a process", async () => {
    await insert(row("doc_1"));
    await insert(row("doc_2", { draft: "drf_2" }));
    await transact(on.db, (tx) => adoptDocuments(tx, "drf_1", "prc_1"));

    expect(ids(await listProcessDocuments(on.db, "prc_1"))).toEqual(["doc_1"]);
    expect(ids(await listDraftDocuments(on.db, "drf_1"))).toEqual([]);
    expect(ids(await listDraftDocuments(on.db, "drf_2"))).toEqual(["doc_2"]);
  });

  it("is gone once deleted, alone", async () => {
    await insert(row("doc_1"));
    await insert(row("doc_2"));
    await transact(on.db, (tx) => deleteDocument(tx, "doc_1"));
    expect(ids(await listDraftDocuments(on.db, "drf_1"))).toEqual(["doc_2"]);
  });
});

describeOnBothDrivers("a note", (on) => {
  const note = (id: string, process = "prc_1", visible = true) => {
    const contents = `words of ${id}`;
    return { id, process, visible, author: "Officer", contents, at: 1_000 };
  };

  it("is kept with its words and who may read them, in the order of adding", async () => {
    for (const row of [note("note_1"), note("note_2", "prc_1", false), note("note_3", "prc_2")])
      await transact(on.db, (tx) => insertNote(tx, row));

    const notes = await listNotes(on.db, "prc_1");
    expect(notes).toEqual([note("note_1"), note("note_2", "prc_1", false)]);
    expect(await findNote(on.db, "note_2")).toEqual(note("note_2", "prc_1", false));
    expect(await findNote(on.db, "note_4")).toBeUndefined();
  });
});

describeOnBothDrivers("a task", (on) => {
  const task = (id: string, process = "prc_1"): NewTaskRow => {
    return {
      id,
      process,
      step: "visit",
      title: "Visit",
      team: null,
      dueAt: 5_000,
      updatedAt: 1_000,
    };
  };
  const move = (...to: Parameters<typeof moveTask> extends [unknown, ...infer R] ? R : never) =>
    transact(on.db, (tx) => moveTask(tx, ...to));
  beforeEach(async () => {
    for (const row of [task("task_1"), task("task_2"), task("task_3", "prc_2")])
      await transact(on.db, (tx) => insertTask(tx, row));
  });

  it("begins open and is listed with its process", async () => {
    const unset = { externalStatus: null, completedAt: null, fields: undefined, assignee: null };
    const begun = { ...task("task_1"), ...unset, state: "open" };
    expect(await findTask(on.db, "task_1")).toEqual(begun);
    expect((await listTasks(on.db, "prc_1")).map((row) => row.id)).toEqual(["task_1", "task_2"]);
    expect(await findTask(on.db, "task_4")).toBeUndefined();
  });

  it("is completed once, with what was filled in", async () => {
    const completion = {
      state: "completed",
      completedAt: 2_000,
      updatedAt: 2_000,
      fields: { found: "noise" },
    } as const;
    expect(await move("task_1", { state: "in-progress", updatedAt: 2_000 })).toMatchObject({
      state: "in-progress",
    });
    expect(await move("task_1", completion)).toMatchObject(completion);
    expect(await move("task_1", { state: "in-progress", updatedAt: 2_000 })).toBeUndefined();
    expect(await findTask(on.db, "task_1")).toMatchObject(completion);
  });

  it("is taken back with its step unless it was completed", async () => {
    await move("task_1", { state: "completed", completedAt: 2_000, updatedAt: 2_000 });
    await transact(on.db, (tx) => cancelTasks(tx, { process: "prc_1", step: "visit" }, 3_000));
    const states = (await listTasks(on.db, "prc_1")).map(({ state, updatedAt }) => [
      state,
      updatedAt,
    ]);
    expect(states).toEqual([
      ["completed", 2_000],
      ["cancelled", 3_000],
    ]);
    expect(await findTask(on.db, "task_3")).toMatchObject({ state: "open" });
  });
});

describeOnBothDrivers("an answer to a request", (on) => {
  const answer = (response: unknown) => ({
    id: "digest-of-key",
    requestDigest: "digest-of-body",
    response,
    at: 1_000,
  });
  const remember = (response: unknown) =>
    transact(on.db, (tx) => insertAnswer(tx, answer(response)));

  it("is remembered once, and the second is told at a moment when the first can be read", async () => {
    const first = remember({ id: "prc_1" });
    const second = remember({ id: "prc_2" }).catch(async (error) => {
      expect(error).toMatchObject({ code: "constraint" });
      return findAnswer(on.db, "digest-of-key");
    });

    await first;
    const known = { requestDigest: "digest-of-body", response: { id: "prc_1" } };
    expect(await second).toEqual(known);
    expect(await findAnswer(on.db, "other")).toBeUndefined();
  });
});

describeOnBothDrivers("an API key", (on) => {
  const key = {
    id: "key_1",
    name: "Alloy",
    kind: "vendor",
    environment: "live",
    secretHash: Buffer.from([0, 1, 254, 255]),
    last4: "wxyz",
    scopes: "notes:write",
    connector: null,
    createdAt: 1_000,
    expiresAt: 9_000,
    revokedAt: null,
  } as const;

  it("is found by its id, bytes and all, until it is revoked", async () => {
    await transact(on.db, (tx) => insertApiKey(tx, key));
    const stored = await findApiKey(on.db, "key_1");
    expect(stored).toMatchObject({ ...key, addresses: "", previousHash: null, lastUsedAt: null });

    const revoke = (id: string) => transact(on.db, (tx) => revokeApiKey(tx, id, 2_000));
    expect(await revoke("key_2")).toBe(false);
    expect(await revoke("key_1")).toBe(true);
    expect(await findApiKey(on.db, "key_1")).toEqual({ ...stored, revokedAt: 2_000 });
  });

  it("is not changed any more once it is revoked", async () => {
    await transact(on.db, (tx) => insertApiKey(tx, { ...key, revokedAt: 2_000 }));
    const change = transact(on.db, (tx) => changeApiKey(tx, "key_1", { scopes: "notes:read" }));
    expect(await change).toBeUndefined();
  });

  it("is listed newest first, a part at a time, though several came at the same moment", async () => {
    const made = ["b", "a", "c"].map((id) => ({ ...key, id, createdAt: id === "c" ? 1 : 2 }));
    await transact(on.db, async (tx) => {
      for (const row of made) await insertApiKey(tx, row);
    });
    const list = async (after?: string) =>
      (await listApiKeys(on.db, { limit: 2, after })).map(({ id }) => id);
    expect([await list(), await list("a"), await list("c")]).toEqual([["b", "a"], ["c"], []]);
  });
});

describeOnBothDrivers("a client's assertion", (on) => {
  const use = (id: string, now: number) =>
    transact(on.db, (tx) => useAssertion(tx, { id, until: now + 100, now }));

  it("is used once, and forgotten when its time is over", async () => {
    expect(await Promise.all([use("a", 0), use("a", 0), use("b", 0)])).toEqual([true, false, true]);
    expect(await use("a", 99)).toBe(false);
    expect(await use("a", 101)).toBe(true);
  });
});
