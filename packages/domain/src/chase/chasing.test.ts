import { addChaseCounts, transact } from "@guildhall/store";
import { addNote } from "../note/add.ts";
import { openTracking, trackProcess } from "../process/track.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { forgetOld } from "../tenant/forget-old.ts";
import { createWorld, type World } from "../testing.ts";
import { countContact } from "./contact.ts";
import { getChasing } from "./get.ts";
import { createViewLog, type ViewLog } from "./views.ts";

const dayMs = 86_400_000;
const minuteMs = 60_000;

describe("the chase measure", () => {
  let world: World;
  let log: ViewLog;
  let started: Awaited<ReturnType<World["start"]>>;
  const faults: unknown[] = [];
  beforeEach(async () => {
    world = await createWorld();
    faults.length = 0;
    log = viewLog();
    started = await world.start();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const viewLog = (mostKnown?: number) =>
    createViewLog({
      groundFor: world.groundFor,
      onError: (error) => faults.push(error),
      ...(mostKnown === undefined ? {} : { mostKnown }),
    });
  const staff = () => world.as({ actor: { kind: "staff", id: "per_1", name: "Sam Carter" } });
  const citizen = { kind: "citizen", id: "anonymous", name: "Anonymous" } as const;
  const anyone = () => world.as({ actor: citizen, scopes: [] });
  const tracked = (of = started) => trackProcess(anyone(), of.reference);
  async function look(of = started): Promise<void> {
    log.record(anyone(), await tracked(of));
  }
  const chasing = async (ctx = staff()) => {
    await log.flush();
    return getChasing(ctx, "noise", {});
  };
  async function moveTo(stage: string): Promise<void> {
    const [task] = (await listTasks(world.ctx, started.id)).data;
    await updateTask(world.ctx, task?.id ?? "", { stage });
  }

  it("counts views by stage and by the day of that stage", async () => {
    await look();
    world.clock.move(2 * dayMs);
    await look();
    await moveTo("visit");
    world.clock.move(dayMs);
    await look();
    expect(await chasing()).toMatchObject({
      views: 3,
      contacts: 0,
      stages: [
        {
          stage: "received",
          title: "Received",
          ended: false,
          views: 2,
          days: [
            { day: 0, views: 1, contacts: 0 },
            { day: 2, views: 1, contacts: 0 },
          ],
        },
        { stage: "visit", title: "A visit is arranged", days: [{ day: 1, views: 1 }] },
      ],
    });
  });

  it("writes nothing when somebody looks", async () => {
    await look();
    expect(await getChasing(staff(), "noise", {})).toMatchObject({ views: 0, stages: [] });
    expect(await chasing()).toMatchObject({ views: 1 });
  });

  it("does not count reloads and live updates, however long they go on, and counts a later look", async () => {
    for (let nth = 0; nth < 10; nth += 1) {
      await look();
      world.clock.move(20 * minuteMs);
    }
    expect(await chasing()).toMatchObject({ views: 1 });
    world.clock.move(11 * minuteMs);
    await look();
    expect(await chasing()).toMatchObject({ views: 2 });
  });

  it("knows no more requests again than it may", async () => {
    log = viewLog(1);
    const other = await world.start();
    await look();
    await look(other);
    await look();
    expect(await chasing()).toMatchObject({ views: 3 });
  });

  it("counts no look of staff, back offices and programs", async () => {
    const tracking = await tracked();
    const grant = { generation: 1, connector: "back-office" };
    const assists = { person: "per_1", session: "ses_1" };
    const others = [
      staff(),
      world.as({}),
      world.as({ actor: citizen, only: { process: started.id, grant } }),
      { ...anyone(), assists },
    ];
    for (const ctx of others) log.record(ctx, tracking);
    expect(await chasing()).toMatchObject({ views: 0 });
  });

  it("tells what was looked at after the end apart", async () => {
    const [task] = (await listTasks(world.ctx, started.id)).data;
    await completeTask(world.ctx, task?.id ?? "", { outcome: "completed", fields: {} });
    await look();
    expect(await chasing()).toMatchObject({ stages: [{ stage: "done", ended: true, views: 1 }] });
  });

  it("keeps what could not be written for the next time", async () => {
    let isAway = true;
    const away = new Error("away");
    log = createViewLog({
      groundFor: async (tenant) => {
        if (isAway) throw away;
        return world.groundFor(tenant);
      },
      onError: (error) => faults.push(error),
    });
    await look();
    await log.flush();
    expect(faults).toEqual([away]);
    isAway = false;
    expect(await chasing()).toMatchObject({ views: 1 });
  });

  it("counts contacts, which staff and the back office of a process say", async () => {
    const grant = { generation: 1, connector: "back-office" };
    const office = world.as({ only: { process: started.id, grant } });
    expect(await countContact(staff(), started.id, { channel: "phone", about: "when" })).toEqual({
      service: "noise",
      stage: "received",
      dayInStage: 0,
      channel: "phone",
      about: "when",
    });
    await countContact(office, started.id, { channel: "letter" });
    expect(await chasing()).toMatchObject({ views: 0, contacts: 2 });
  });

  it("refuses contacts from citizens, without the scope, and of another's process", async () => {
    const { token } = await openTracking(anyone(), started.reference, started.trackingKey);
    const own = await world.bearing(token);
    if (!own) throw new Error("the citizen's own token is no good");
    const say = (ctx: typeof own, id = started.id) => countContact(ctx, id, { channel: "phone" });
    const able = { ...own, scopes: new Set(["notes:write"] as const) };
    for (const ctx of [own, able, world.as({ scopes: [] })])
      await expect(say(ctx)).rejects.toMatchObject({ code: "scope-missing" });
    const grant = { generation: 1, connector: "back-office" };
    const other = world.as({ only: { process: "prc_other", grant } });
    await expect(say(other)).rejects.toMatchObject({ code: "not-found" });
  });

  it("does not tell partners and vendors numbers from 1 to 4, nor what they could be worked out from", async () => {
    for (let nth = 0; nth < 5; nth += 1) await look(await world.start());
    await countContact(staff(), started.id, { channel: "phone" });
    world.clock.move(dayMs);
    await look();
    world.clock.move(20 * dayMs);
    expect(await chasing(world.as({}))).toMatchObject({
      from: "2025-05-01",
      to: "2025-05-31",
      views: 5,
      contacts: null,
      stages: [
        {
          views: 5,
          contacts: null,
          days: [
            { day: 0, views: 5, contacts: null },
            { day: 1, views: null, contacts: 0 },
          ],
        },
      ],
    });
    expect(await chasing()).toMatchObject({ views: 6, contacts: 1 });
  });

  it("is refused without the scope, to tokens of one process, of a service that never was, and of odd days", async () => {
    const ask = (ctx: Parameters<typeof getChasing>[0], service = "noise", query = {}) =>
      getChasing(ctx, service, query);
    await expect(ask(world.as({ scopes: [] }))).rejects.toMatchObject({ code: "scope-missing" });
    const only = { process: started.id };
    await expect(ask(world.as({ only }))).rejects.toMatchObject({ code: "scope-missing" });
    await expect(ask(staff(), "never")).rejects.toMatchObject({ code: "not-found" });
    for (const days of [
      { from: "2025-05-02", to: "2025-05-01" },
      { from: "2023-01-01", to: "2025-05-01" },
    ])
      await expect(ask(staff(), "noise", days)).rejects.toMatchObject({ code: "request-invalid" });
  });

  it("counts only the days that are asked about, and forgets those of two years ago", async () => {
    await look();
    await log.flush();
    const asked = { from: "2025-05-22", to: "2025-05-22" };
    expect(await getChasing(staff(), "noise", asked)).toMatchObject({ ...asked, views: 1 });
    world.clock.move(dayMs);
    const later = { from: "2025-05-23", to: "2025-05-23" };
    expect(await getChasing(staff(), "noise", later)).toMatchObject({ ...later, views: 0 });
    world.clock.move(730 * dayMs);
    await forgetOld(world.ground);
    expect(await getChasing(staff(), "noise", asked)).toMatchObject({ views: 0 });
  });

  it("finds the message that is missing by what citizens were really sent", async () => {
    await moveTo("visit");
    world.clock.move(2 * dayMs);
    const note = { contents: "We are on our way", visibleToCitizen: true };
    await addNote(world.ctx, started.id, note);
    const day = Math.floor(world.clock.now() / dayMs);
    const row = { service: "noise", ended: false, day, kind: "view", about: "" } as const;
    await transact(world.ctx.db, (tx) =>
      addChaseCounts(tx, [
        { ...row, stage: "received", dayInStage: 0, count: 38 },
        { ...row, stage: "visit", dayInStage: 6, count: 62 },
      ]),
    );
    expect((await chasing()).findings).toEqual([
      {
        stage: "visit",
        of: "views",
        share: 0.62,
        afterDay: 5,
        sentence:
          "62% of views happen in “A visit is arranged” after day 5: nothing is told between day 2 and the end of that stage.",
      },
    ]);
  });
});
