import { listAudit } from "../audit.ts";
import { addPerson } from "../person/add.ts";
import { changePerson } from "../person/change.ts";
import { completeTask } from "../task/complete.ts";
import { listAllTasks } from "../task/list-all.ts";
import { createWorld, type World } from "../testing.ts";
import { allocateTeam } from "./allocate.ts";
import { getWorkload } from "./get.ts";

const dayMs = 86_400_000;
const sam = { actor: { kind: "staff", id: "per_1", name: "Sam Carter" } } as const;

describe("the work of teams", () => {
  let world: World;
  let team: string;
  beforeEach(async () => {
    world = await createWorld();
    for (let nth = 0; nth < 3; nth += 1) await world.start();
    team = (await getWorkload(world.ctx)).teams[0]?.team ?? "";
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const staff = () => world.as(sam);
  const add = (name: string, teams = [team]) =>
    addPerson(
      world.ctx,
      { name, email: `${name}@exampleshire.test`, roles: ["caseworker"], teams },
      { invite: false },
    );

  it("is counted by team and person, with what is late and what is nobody's", async () => {
    const { id } = await add("Ann");
    await allocateTeam(staff(), team);
    await world.start();
    world.clock.move(60 * dayMs);
    const { teams, ...sums } = await getWorkload(staff());
    expect(sums).toEqual({
      processes: { open: 4, late: 4 },
      tasks: { open: 4, overdue: expect.any(Number), unowned: 1 },
      deliveries: { stuck: 0, held: 0 },
      alarms: 0,
    });
    const [own] = teams;
    expect(own).toMatchObject({
      team,
      open: 4,
      unowned: 1,
      people: [{ id, name: "Ann", open: 3 }],
    });
    // Whose work it is, is the council's own to know.
    expect((await getWorkload(world.as({}))).teams).toMatchObject([{ open: 4, people: [] }]);
  });

  it("is shared out to whoever has fewest, once, and each task tells of it", async () => {
    const [ann, bob] = [await add("Ann"), await add("Bob")];
    const { data } = await listAllTasks(world.ctx, { limit: 10 });
    expect(await allocateTeam(staff(), team)).toEqual({
      team,
      people: [
        { id: ann.id, name: "Ann", given: 2 },
        { id: bob.id, name: "Bob", given: 1 },
      ],
      left: 0,
    });
    await world.start();
    const again = await allocateTeam(staff(), team);
    expect(again.people.map(({ given }) => given)).toEqual([0, 1]);
    const told = (await listAudit(world.ctx, { limit: 100, type: "task.assigned" })).data;
    expect(told).toHaveLength(4);
    expect(told.at(-1)).toMatchObject({ subject: data.at(-1)?.id, data: { assignee: ann.id } });
  });

  it("is left as it is where somebody has it, or it is done", async () => {
    const ann = await add("Ann");
    const { data } = await listAllTasks(world.ctx, { limit: 10 });
    await completeTask(world.ctx, data[0]?.id ?? "", { outcome: "completed", fields: {} });
    const { people } = await allocateTeam(staff(), team);
    expect(people).toEqual([{ id: ann.id, name: "Ann", given: 2 }]);
  });

  it("is given to nobody who has left or is of another team, and refused where there is none else", async () => {
    const ann = await add("Ann");
    await add("Bob", ["Another team"]);
    await changePerson(world.ctx, ann.id, { active: false });
    await expect(allocateTeam(staff(), team)).rejects.toMatchObject({ code: "not-found" });
    await expect(allocateTeam(staff(), "never")).rejects.toMatchObject({ code: "not-found" });
  });

  it("is neither seen nor shared out without the scope, or with a token for one process", async () => {
    const only = world.as({ only: { process: "prc_1" } });
    for (const ctx of [world.as({ scopes: [] }), only]) {
      await expect(getWorkload(ctx)).rejects.toMatchObject({ code: "scope-missing" });
      await expect(allocateTeam(ctx, team)).rejects.toMatchObject({ code: "scope-missing" });
    }
  });
});
