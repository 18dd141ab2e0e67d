import type { SeenNote } from "@guildhall/contract";
import {
  beginAttempt,
  insertOutbox,
  listNotes as rowsOf,
  settleAttempt,
  transact,
} from "@guildhall/store";
import { addNote } from "../note/add.ts";
import { listNotes } from "../note/list.ts";
import { acceptCase, createWorld, type World } from "../testing.ts";
import { takeInChange } from "./take-in.ts";

describe("a note of a back office", () => {
  let world: World;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
    await acceptCase(world, "CASE-1");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const note = (key: string, said: Partial<SeenNote> = {}): SeenNote => ({
    key,
    text: "We shall call on Monday.",
    author: "J Hart",
    visibleToCitizen: true,
    ...said,
  });
  const see = (changeKey: string, notes: SeenNote[], status?: string, agoMs = 0) =>
    takeInChange(world.ctx, "back-office", {
      reference: "CASE-1",
      changeKey,
      notes,
      ...(status === undefined ? {} : { status }),
      at: new Date(world.clock.now() - agoMs),
    });
  const notes = async () => (await listNotes(world.ctx, process)).data;
  const listOf = async (id: string) =>
    (await rowsOf(world.ctx.db, id)).map(({ visible, contents }) => ({
      visibleToCitizen: visible,
      contents,
    }));
  const messages = async () =>
    (await world.owed(process)).filter(({ kind }) => kind === "message").map((row) => row.purpose);

  it("is added in the back office's name, and the citizen is told", async () => {
    await see("1", [note("a")]);
    expect(await notes()).toMatchObject([
      {
        contents: "We shall call on Monday.",
        author: "environmental health",
        visibleToCitizen: true,
      },
    ]);
    expect(await messages()).toEqual(["started", "note-added"]);
  });

  it("is added once, however often it is seen", async () => {
    await see("1", [note("a")]);
    await see("2", [note("a"), note("b", { text: "We called." })]);
    expect((await notes()).map(({ contents }) => contents)).toEqual([
      "We shall call on Monday.",
      "We called.",
    ]);
    expect(await messages()).toEqual(["started", "note-added", "note-added"]);
  });

  it("is one of so many that are taken in at once, and staff are told of the others", async () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      note(`k${at}`, { text: `Note ${at}`, visibleToCitizen: false }),
    );
    expect(await see("1", many)).toBe(true);
    const taken = await listOf(process);
    expect(taken).toHaveLength(201);
    expect(taken.at(-1)).toMatchObject({
      visibleToCitizen: false,
      contents:
        "environmental health has 9800 more notes on this case than could be copied here at once: read the rest there.",
    });
    await see("2", many);
    expect((await listOf(process)).map(({ contents }) => contents)).toContain("Note 399");
  });

  it("is taken in as far as it can be read, and says so where it goes on", async () => {
    await see("1", [note("a", { text: "x".repeat(1024 * 1024) })]);
    const [taken] = await notes();
    expect(taken?.contents.length).toBeLessThan(10_100);
    expect(taken?.contents).toMatch(
      /x… \(The note is longer: the rest of it is with environmental health\.\)$/,
    );
  });

  it("is told to nobody where it is for staff", async () => {
    await see("1", [note("a", { visibleToCitizen: false })]);
    expect(await notes()).toMatchObject([{ visibleToCitizen: false }]);
    expect(await messages()).toEqual(["started"]);
  });

  it("counts though the change that it came with is out of order", async () => {
    await see("2", [], "VISIT");
    await see("1", [note("a")], "LOOKING", 60_000);
    expect(await notes()).toHaveLength(1);
  });

  it("comes before the end that it came with", async () => {
    await see("1", [note("a")], "CLOSED");
    expect(await messages()).toEqual(["started", "note-added", "completed"]);
  });

  describe("that we wrote there ourselves", () => {
    /** Let a note of ours be taken over under this reference. */
    const write = (of: string, reference: string, subject = "not_1") =>
      transact(world.ctx.db, async (tx) => {
        await insertOutbox(tx, {
          id: `out_${reference}`,
          process: of,
          kind: "delivery",
          purpose: "case",
          destination: "back-office",
          event: 1,
          operation: "note",
          subject,
          nextAt: 0,
          giveUpAt: 9e15,
          leaseUntil: 9e15,
        });
        await beginAttempt(tx, { id: `out_${reference}`, generation: 1 }, "{}");
        const accepted = { state: "accepted", nextAt: 0, reference } as const;
        await settleAttempt(tx, { id: `out_${reference}`, generation: 1 }, accepted);
      });

    it("is not added again", async () => {
      await write(process, "their-note-7");
      await see("1", [note("their-note-7")]);
      expect(await notes()).toEqual([]);
    });

    it("is not added again where it comes back in our words under a name of theirs, once for each", async () => {
      const { id } = await addNote(world.ctx, process, {
        contents: "It is worse\nnow.",
        visibleToCitizen: true,
      });
      await write(process, "CASE-1", id);
      const echo = { text: "It is worse now. " };
      await see("1", [note("n-1", echo)]);
      await see("2", [note("n-1", echo)]);
      expect(await notes()).toHaveLength(1);
      await see("3", [note("n-1", echo), note("n-2", echo)]);
      expect(await notes()).toHaveLength(2);
    });

    it("is told from a note of another case that goes by the same name, and from a case", async () => {
      await write("prc_other", "CASE-1");
      await see("1", [note("CASE-1")]);
      expect(await notes()).toHaveLength(1);
    });
  });

  it("loses what no database takes, and no more", async () => {
    await see("1", [note("a", { text: "Cut\0off \ud800 here" })]);
    expect((await notes())[0]?.contents).toBe("Cutoff \ufffd here");
  });
});
