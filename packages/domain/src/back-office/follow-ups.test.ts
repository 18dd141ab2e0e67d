import { CaseUpdate, type ConnectorDefinition } from "@guildhall/contract";
import { insertDocument, type OutboxRow, openBody, putConnector, transact } from "@guildhall/store";
import { updateContainer } from "../container/update.ts";
import type { Context } from "../context.ts";
import { beginDraft } from "../draft/begin.ts";
import { addNote } from "../note/add.ts";
import { startProcess } from "../process/start.ts";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { createWorld, exampleshire, noise, sampleAnswers, type World } from "../testing.ts";

const [backOffice] = exampleshire.connectors;
const [mapping] = noise.mappings;
if (!backOffice || !mapping) throw new Error("Exampleshire has a back office");

describe("what back offices are told of their cases", () => {
  let world: World;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    await world.publish({
      mappings: [mapping, { ...mapping, id: "copy", connector: "planning" }],
      steps: [...noise.steps, { id: "copy", kind: "deliver", mapping: "copy" }],
    });
    await follow({ id: "back-office", follows: ["note", "update", "attach"] });
    await follow({ id: "planning", follows: ["update"] });
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const follow = (changed: Partial<ConnectorDefinition>) =>
    transact(world.ctx.db, (tx) => putConnector(tx, { ...backOffice, ...changed }));
  const followUps = async (of = process) =>
    (await world.owed(of)).filter(
      ({ kind, operation }) => kind === "delivery" && operation !== "create",
    );
  const told = async () =>
    (await followUps()).map(({ destination, operation }) => [destination, operation]);
  const bodyOf = async (row: OutboxRow | undefined) =>
    CaseUpdate.parse(JSON.parse(String(await openBody(world.ctx.db, row?.id ?? ""))));
  const someone = (
    kind: "citizen" | "staff" | "partner" | "vendor" | "back-office",
    id = kind as string,
  ) => world.as({ actor: { kind, id, name: "Jo Hart" } });
  const write = (ctx: Context) =>
    addNote(ctx, process, { contents: "It is louder now.", visibleToCitizen: false });

  it.each(["citizen", "staff", "partner"] as const)(
    "are the notes of a %s, in their words",
    async (kind) => {
      const note = await write(someone(kind));
      const [row, ...others] = await followUps();
      expect(others).toEqual([]);
      expect(row).toMatchObject({
        destination: "back-office",
        operation: "note",
        subject: note.id,
        purpose: "case",
      });
      expect(await bodyOf(row)).toEqual({
        operation: "note",
        note: {
          id: note.id,
          text: "It is louder now.",
          author: "Jo Hart",
          byCitizen: kind === "citizen",
          at: "2025-05-22T09:00:01.000Z",
        },
      });
    },
  );

  it.each(["vendor", "back-office"] as const)(
    "are not what a %s wrote: it would come round for ever",
    async (kind) => {
      await write(someone(kind));
      expect(await told()).toEqual([]);
    },
  );

  describe("of a stage", () => {
    async function move(ctx: Context): Promise<void> {
      const [task] = (await listTasks(world.ctx, process)).data;
      await updateTask(ctx, task?.id ?? "", { stage: "visit" });
    }

    it("are the stage and what is known, to each that follows", async () => {
      await move(someone("staff"));
      expect(await told()).toEqual([
        ["back-office", "update"],
        ["planning", "update"],
      ]);
      expect(await bodyOf((await followUps())[0])).toEqual({
        operation: "update",
        stage: "visit",
        status: "open",
        container: { submitter: { name: "Ada Byron", email: "ada@example.com" } },
        at: "2025-05-22T09:00:01.000Z",
      });
    });

    it("are nothing to the one that caused it", async () => {
      await move(someone("back-office", "planning"));
      expect(await told()).toEqual([["back-office", "update"]]);
    });

    it("are nothing to the one that a vendor's key speaks for", async () => {
      await move(someone("vendor"));
      expect(await told()).toEqual([["planning", "update"]]);
    });
  });

  it("come to an end between two that follow each other and write alike in their own ways", async () => {
    const say = (id: string, phone: string) =>
      updateContainer(someone("back-office", id), process, { submitter: { phone } });
    await say("back-office", "01223 457000");
    expect(await told()).toEqual([["planning", "update"]]);
    await say("planning", "+44 1223 457 000");
    await say("back-office", "01223457000");
    expect(await told()).toHaveLength(1);
  });

  describe("of files", () => {
    async function startWithFile(): Promise<string> {
      const draft = await beginDraft(world.ctx, { service: "noise" });
      const file = {
        contentType: "text/plain",
        bytes: 1,
        sha256: "00",
        storage: "ab",
        at: 1,
        key: "k",
      };
      const place = { draft: draft.id, process: null, question: "evidence" };
      await transact(world.ctx.db, (tx) =>
        insertDocument(tx, {
          id: "doc_01kb3zq8w5v0t6m2h9r4c7d1xe",
          ...place,
          ...file,
          name: "diary.txt",
        }),
      );
      const ctx = world.as({ only: { draft: draft.id } });
      const answers = { ...sampleAnswers, evidence: ["doc_01kb3zq8w5v0t6m2h9r4c7d1xe"] };
      return (await startProcess(ctx, { service: "noise", answers })).id;
    }

    it("are each file apart, after the case, to those that take files so", async () => {
      const rows = await followUps(await startWithFile());
      expect(rows).toMatchObject([
        {
          destination: "back-office",
          operation: "attach",
          subject: "doc_01kb3zq8w5v0t6m2h9r4c7d1xe",
          purpose: "case",
        },
      ]);
      expect(await bodyOf(rows[0])).toEqual({
        operation: "attach",
        document: "doc_01kb3zq8w5v0t6m2h9r4c7d1xe",
        name: "diary.txt",
      });
    });

    it("are none where files go with the case", async () => {
      await follow({ id: "back-office", follows: ["note"] });
      expect(await followUps(await startWithFile())).toEqual([]);
    });
  });

  it("are nothing where it follows nothing", async () => {
    await follow({ id: "back-office", follows: [] });
    await write(someone("staff"));
    expect(await told()).toEqual([]);
  });
});
