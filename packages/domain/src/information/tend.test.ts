import { tendDrafts } from "../draft/tend.ts";
import { getProcess } from "../process/get.ts";
import { listTasks } from "../task/list.ts";
import type { World } from "../testing.ts";
import { listInformation } from "./list.ts";
import { whenInformationDue } from "./tend.ts";
import { type Asking, createAsking } from "./test-asking.ts";

const dayMs = 86_400_000;

describe("one more thing that is not answered", () => {
  let on: Asking;
  let world: World;
  let process: string;
  beforeEach(async () => {
    on = await createAsking();
    ({ world, process } = on);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is reminded of once, and is over the day after", async () => {
    await on.ask();
    expect(await whenInformationDue(world.ctx)).toBe(Date.parse("2025-06-03T08:00:00Z"));
    await on.until("2025-06-03T08:00:00Z");
    expect(await on.latest()).toMatchObject({ row: { purpose: "information-due" } });
    expect(await whenInformationDue(world.ctx)).toBe(Date.parse("2025-06-06T23:00:00Z"));
    await on.until("2025-06-06T22:59:59Z");
    expect((await listInformation(on.staff(), process)).data).toMatchObject([{ state: "open" }]);
    await on.until("2025-06-06T23:00:00Z");
    expect((await listInformation(on.staff(), process)).data).toMatchObject([
      { state: "over", remindedAt: "2025-06-03T08:00:00.000Z" },
    ]);
    expect(await on.latest()).toMatchObject({ row: { purpose: "information-over" } });
    expect(await whenInformationDue(world.ctx)).toBeUndefined();
    expect((await world.told(process)).filter((type) => type.startsWith("information."))).toEqual([
      "information.asked",
      "information.reminded",
      "information.over",
    ]);
  });

  it("becomes a task for a person, which the process does not wait for", async () => {
    await on.ask();
    await on.until("2025-06-07T08:00:00Z");
    const tasks = (await listTasks(world.ctx, process)).data;
    expect(tasks.map(({ step }) => step)).toEqual(["look", "information-over"]);
    await on.finish();
    expect(await getProcess(world.ctx, process)).toMatchObject({ status: "completed" });
  });

  it("becomes nobody's task where the work goes on without it", async () => {
    await on.ask({ ifUnanswered: "go-on" });
    await on.until("2025-06-07T08:00:00Z");
    expect((await listTasks(world.ctx, process)).data).toHaveLength(1);
  });

  it("is answered by nobody after its time, though nothing has looked yet", async () => {
    const { id } = await on.ask();
    world.clock.move(30 * dayMs);
    await expect(on.answer(id, { ownQuestion: "a" })).rejects.toMatchObject({
      code: "information-ended",
      faults: [{ code: "over" }],
    });
    await expect(on.open(id)).rejects.toMatchObject({ code: "information-ended" });
  });

  it("loses what was typed and uploaded with the drafts that are over", async () => {
    await on.ask({ files: true });
    await on.upload();
    const removed: string[] = [];
    await on.until("2025-06-07T08:00:00Z");
    world.clock.move(dayMs);
    await tendDrafts(world.ctx, async (place) => void removed.push(place));
    expect(removed).toEqual(["ab"]);
  });
});
