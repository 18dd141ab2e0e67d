import { addNote } from "../note/add.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { createWorld, type World } from "../testing.ts";
import { listUpdates } from "./updates.ts";

describe("listUpdates", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("tells visible notes, stages and the end, oldest first", async () => {
    const { id, reference } = await world.start();
    const task = (await listTasks(world.ctx, id)).data[0]?.id ?? "";
    await note(id, "Only for staff.", false);
    await note(id, "For you.");
    await updateTask(world.ctx, task, { stage: "visit" });
    await updateTask(world.ctx, task, { stage: "received" });
    await completeTask(world.ctx, task, { outcome: "referred", fields: {} });
    expect(await updates()).toMatchObject([
      { reference, status: "unchanged", text: "For you." },
      { status: "in-progress", text: "A visit is arranged" },
      { status: "open", text: "Received\n\nWe have your request." },
      { status: "referred", stage: { id: "done" } },
    ]);
  });

  it("tells of a time, both ends with it, however many events lie before and after", async () => {
    const { id } = await world.start();
    const times: number[] = [];
    for (let count = 0; count < 9; count += 1) {
      world.clock.move(7_200_000);
      times.push(world.clock.now());
      await note(id, `${count}`);
    }
    const [, , from = 0, , to = 0] = times;
    const texts = async (window: { from: number; to: number }) =>
      (await updates(window)).map(({ text }) => text);
    expect(await texts({ from, to })).toEqual(["2", "3", "4"]);
    expect(await texts({ from: from + 1, to: to - 1 })).toEqual(["3"]);
    expect(await texts({ from: to, to })).toEqual(["4"]);
    expect(await texts({ from: 0, to: 1 })).toEqual([]);
    expect(await texts({ from: Number.MAX_SAFE_INTEGER - 1, to: Number.MAX_SAFE_INTEGER })).toEqual(
      [],
    );
  });

  it("finds what was written while the clock was put back", async () => {
    const { id } = await world.start();
    world.clock.move(1_800_000);
    await note(id, "before");
    world.clock.move(-900_000);
    const at = world.clock.now();
    await note(id, "after");
    expect(await updates({ from: at, to: at })).toMatchObject([{ text: "after" }]);
  });

  it("tells who may only submit what their own submissions came to", async () => {
    const { id } = await world.start();
    await note(id, "For you.");
    const submitter = world.as({ scopes: ["processes:write"] });
    expect(await updates({}, submitter)).toEqual([]);
    const own = { ...submitter, actor: world.ctx.actor };
    expect(await updates({}, own)).toMatchObject([{ text: "For you." }]);
    const reader = world.as({ scopes: ["processes:read", "notes:read"] });
    expect(await updates({}, reader)).toMatchObject([{ text: "For you." }]);
  });

  it("refuses who may neither, and who holds a token for one process", async () => {
    const { id } = await world.start();
    const refused = { code: "scope-missing" };
    const reader = world.as({ scopes: ["processes:read"] });
    await expect(updates({}, reader)).rejects.toMatchObject(refused);
    await expect(updates({}, world.as({ only: { process: id } }))).rejects.toMatchObject(refused);
  });

  const note = (id: string, contents: string, visibleToCitizen = true) =>
    addNote(world.ctx, id, { contents, visibleToCitizen });
  const updates = (window: { from?: number; to?: number } = {}, ctx = world.ctx) =>
    listUpdates(ctx, { from: 0, to: Number.MAX_SAFE_INTEGER, limit: 100, ...window });
});
