import { addNote } from "../note/add.ts";
import { createWorld, type World } from "../testing.ts";
import { findProcessId, getProcessByReference, searchProcesses } from "./search.ts";

const dayMs = 86_400_000;

describe("searchProcesses", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("finds what was received in a time, both ends with it, newest first", async () => {
    const times: number[] = [];
    const ids: string[] = [];
    for (let day = 0; day < 4; day += 1) {
      times.push(world.clock.now());
      ids.push((await world.start()).id);
      world.clock.move(dayMs);
    }
    const [, from = 0, to = 0] = times;
    expect(await found({ from, to })).toEqual([ids[2], ids[1]]);
    expect(await found({ from: from + 1, to: to - 1 })).toEqual([]);
    expect(await found({ limit: 1 })).toEqual([ids[3]]);
  });

  it("finds by service and status, and by reference whatever else is asked", async () => {
    const { id, reference } = await world.start();
    expect(await found({ services: ["noise"], statuses: ["open"] })).toEqual([id]);
    expect(await found({ services: ["other"] })).toEqual([]);
    expect(await found({ statuses: ["closed", "completed"] })).toEqual([]);
    expect(await found({ references: [reference], services: ["other"], to: 0 })).toEqual([id]);
    expect(await found({ references: ["EXM-2222-2222"] })).toEqual([]);
  });

  it("says when the citizen was last told of something", async () => {
    const { id, reference, receivedAt } = await world.start();
    expect(await getProcessByReference(world.ctx, reference)).toMatchObject({
      id,
      lastToldAt: receivedAt,
    });
    world.clock.move(5000);
    await addNote(world.ctx, id, { contents: "Seen.", visibleToCitizen: true });
    const { lastToldAt } = await getProcessByReference(world.ctx, reference);
    expect(Date.parse(lastToldAt)).toBe(Date.parse(receivedAt) + 5000);
  });

  it("refuses whoever may not read processes, and who holds a token for one", async () => {
    const { id, reference } = await world.start();
    const writer = world.as({ scopes: ["processes:write"] });
    const refused = { code: "scope-missing" };
    await expect(searchProcesses(writer, all)).rejects.toMatchObject(refused);
    await expect(getProcessByReference(writer, reference)).rejects.toMatchObject(refused);
    const bearer = world.as({ only: { process: id } });
    await expect(searchProcesses(bearer, all)).rejects.toMatchObject(refused);
  });

  it("tells a token of another process that there is no such reference", async () => {
    const { reference } = await world.start();
    const other = world.as({ only: { process: (await world.start()).id } });
    const missing = { code: "not-found" };
    await expect(getProcessByReference(other, reference)).rejects.toMatchObject(missing);
    await expect(findProcessId(other, reference)).rejects.toMatchObject(missing);
    await expect(findProcessId(world.ctx, "EXM-2222-2222")).rejects.toMatchObject(missing);
  });

  const all = { from: 0, to: Number.MAX_SAFE_INTEGER, limit: 100 };
  const found = async (query: Partial<Parameters<typeof searchProcesses>[1]>) =>
    (await searchProcesses(world.ctx, { ...all, ...query })).map(({ id }) => id);
});
