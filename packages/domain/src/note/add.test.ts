import { Note } from "@guildhall/contract";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { createWorld, type World } from "../testing.ts";
import { addNote } from "./add.ts";
import { listNotes } from "./list.ts";

describe("addNote", () => {
  let world: World;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const add = (visibleToCitizen: boolean, contents = "I called at the door") =>
    addNote(world.as({}), process, { contents, visibleToCitizen });

  it("keeps the words under the name of whoever added them", async () => {
    const note = await add(true);
    expect(Note.parse(note)).toMatchObject({
      process,
      contents: "I called at the door",
      author: "Acme Case Systems",
      at: "2025-05-22T09:00:00.000Z",
    });
    expect((await listNotes(world.ctx, process)).data).toEqual([note]);
  });

  it("tells the citizen of a note that is for them", async () => {
    await add(true);
    expect(await world.told(process)).toEqual(["process.started", "note.added"]);
    expect((await world.owed(process)).map(({ purpose }) => purpose)).toEqual([
      "case",
      "started",
      "note-added",
    ]);
  });

  it("tells nobody of a note that is not, though it is in the trail", async () => {
    await add(false);
    expect(await world.told(process)).toEqual(["process.started", "note.added"]);
    expect((await world.owed(process)).map(({ purpose }) => purpose)).toEqual(["case", "started"]);
  });

  it("shows a citizen only the notes that are for them", async () => {
    await add(false, "Beware of the dog");
    const visible = await add(true);
    const citizen = { kind: "citizen", id: process, name: "You" } as const;
    const ctx = world.as({ actor: citizen, scopes: ["notes:read"], only: { process } });
    expect((await listNotes(ctx, process)).data).toEqual([visible]);
    expect((await listNotes(world.as({}), process)).data).toHaveLength(2);
  });

  it("refuses a process that has ended", async () => {
    const [task] = (await listTasks(world.ctx, process)).data;
    await completeTask(world.ctx, task?.id ?? "", { outcome: "completed", fields: {} });
    await expect(add(true)).rejects.toMatchObject({ code: "process-closed" });
  });
});
