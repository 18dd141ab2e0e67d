import type { FiguresQuery } from "@guildhall/contract";
import { countContact } from "../chase.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { createWorld, type World } from "../testing.ts";
import { getFigures } from "./get.ts";
import { periodsOf } from "./periods.ts";
import { Tally } from "./tally.ts";
import { wardOf } from "./ward.ts";

const dayMs = 86_400_000;
const staff = { actor: { kind: "staff", id: "per_1", name: "Sam Carter" } } as const;

describe("figures", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const figures = async (query: Partial<FiguresQuery> = {}) =>
    (await getFigures(world.as(staff), { by: "month", ...query })).data;
  async function finish(id: string): Promise<void> {
    const [task] = (await listTasks(world.ctx, id)).data;
    await completeTask(world.ctx, task?.id ?? "", { outcome: "completed", fields: {} });
  }

  it("tell what was received, done, late and asked after, and how long it took", async () => {
    const [one, two] = [await world.start(), await world.start()];
    await world.start();
    world.clock.move(dayMs);
    await finish(one.id);
    await countContact(world.as(staff), two.id, { channel: "phone" });
    world.clock.move(21 * dayMs);
    await finish(two.id);
    const sums = {
      received: 3,
      done: 2,
      late: 1,
      medianWorkingDays: 1,
      ninetiethWorkingDays: 15,
      chased: 1,
    };
    expect(await figures()).toEqual([
      { group: "all", of: "", title: "All", ...sums },
      expect.objectContaining({ group: "month", of: "2025-05", received: 3, done: 1, chased: 1 }),
      expect.objectContaining({ group: "month", of: "2025-06", received: 0, done: 1, late: 1 }),
      { group: "service", of: "noise", title: "Report a noise nuisance", ...sums },
      expect.objectContaining({ group: "channel", of: "api", title: "From another system" }),
      expect.objectContaining({ group: "ward", of: "", title: "No ward", received: 3 }),
    ]);
    const [byWard] = await figures({ ward: "Abbey" });
    expect(byWard).toEqual({
      group: "all",
      of: "",
      title: "All",
      received: 0,
      done: 0,
      late: 0,
    });
    const weeks = await figures({ by: "week", from: "2025-05-22", to: "2025-05-26" });
    expect(weeks.filter(({ group }) => group === "week").map(({ of }) => of)).toEqual([
      "2025-05-19",
      "2025-05-26",
    ]);
  });

  it("are refused without the scope, to tokens of one process, and of odd days", async () => {
    const ask = (ctx: Parameters<typeof getFigures>[0], days = {}) =>
      getFigures(ctx, { by: "month", ...days });
    await expect(ask(world.as({ scopes: [] }))).rejects.toMatchObject({ code: "scope-missing" });
    const only = { process: "prc_1" };
    await expect(ask(world.as({ only }))).rejects.toMatchObject({ code: "scope-missing" });
    for (const days of [
      { from: "2025-05-02", to: "2025-05-01" },
      { from: "2023-01-01", to: "2025-05-01" },
    ])
      await expect(ask(world.as(staff), days)).rejects.toMatchObject({ code: "request-invalid" });
  });
});

describe("the parts of a time", () => {
  it("lie in one month and one week each, and are called by either", () => {
    const days = { from: "", to: "", fromAt: 0, toAt: 0, fromDay: 362, toDay: 369 };
    const parts = (by: "month" | "week") =>
      periodsOf(days, by).map(({ name, fromDay, toDay }) => [name, fromDay, toDay]);
    expect(parts("month")).toEqual([
      ["1970-12", 362, 364],
      ["1971-01", 365, 367],
      ["1971-01", 368, 369],
    ]);
    expect(parts("week").map(([name]) => name)).toEqual(["1970-12-28", "1970-12-28", "1971-01-04"]);
  });
});

describe("the middle of what was done", () => {
  it("is left out where it is not known how long anything took", () => {
    const tally = new Tally();
    const row = { service: "noise", channel: "online", ward: null, isLate: 0 } as const;
    tally.addEnded({ ...row, workingDays: null, count: 3 });
    expect(tally.figures).toEqual({ received: 0, done: 3, late: 0 });
    tally.addEnded({ ...row, workingDays: 5, count: 9 });
    tally.addEnded({ ...row, workingDays: 40, count: 1 });
    expect(tally.figures).toMatchObject({ medianWorkingDays: 5, ninetiethWorkingDays: 5 });
  });
});

describe("the ward of a process", () => {
  const asked = (question: object) =>
    ({ form: { pages: [{ questions: [{ id: "ward", ...question }] }] } }) as never;

  it("is what was chosen of the list, in its own words", () => {
    const options = [{ value: "abbey", label: "Abbey" }];
    expect(wardOf(asked({ type: "select", options }), { ward: "abbey" })).toBe("Abbey");
    expect(wardOf(asked({ type: "select", options }), {})).toBeNull();
  });

  it("is nothing that somebody wrote", () => {
    expect(wardOf(asked({ type: "text" }), { ward: "I live at 1 High Street" })).toBeNull();
    expect(wardOf({ form: { pages: [] } } as never, { ward: "abbey" })).toBeNull();
  });
});
