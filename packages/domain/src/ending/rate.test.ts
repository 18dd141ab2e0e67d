import { publicEvents } from "@guildhall/contract";
import { listEvents } from "@guildhall/store";
import type { Context } from "../context.ts";
import { openTracking, trackProcess } from "../process/track.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { forgetOld } from "../tenant/forget-old.ts";
import { createWorld, type World } from "../testing.ts";
import { rateProcess } from "./rate.ts";
import { listRatings, summariseRatings } from "./ratings.ts";

describe("ratings", () => {
  let world: World;
  let started: Awaited<ReturnType<World["start"]>>;
  let citizen: Context;
  beforeEach(async () => {
    world = await createWorld();
    citizen = await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(): Promise<Context> {
    started = await world.start();
    const { reference, trackingKey } = started;
    const { token } = await openTracking(world.as({ scopes: [] }), reference, trackingKey);
    const ctx = await world.bearing(token);
    if (!ctx) throw new Error("the citizen's own token is no good");
    return ctx;
  }
  async function end(words?: string): Promise<void> {
    const [task] = (await listTasks(world.ctx, started.id)).data;
    const said = words === undefined ? {} : { words };
    const outcome = words === undefined ? "completed" : "referred";
    await completeTask(world.ctx, task?.id ?? "", { outcome, fields: {}, ...said });
  }
  const rate = (ctx = citizen) =>
    rateProcess(ctx, started.reference, { score: 4, words: "Ada was kind" });

  it("are seen beside the service, without whose they are", async () => {
    await end();
    const at = `${new Date(world.clock.now()).toISOString().slice(0, 10)}T00:00:00.000Z`;
    expect(await rate()).toEqual({ score: 4, words: "Ada was kind", outcome: "completed", at });
    const { data } = await listRatings(world.ctx, "noise", { limit: 10 });
    expect(data).toEqual([{ score: 4, words: "Ada was kind", outcome: "completed", at }]);
    expect(await summariseRatings(world.ctx, "noise", {})).toMatchObject({
      count: 1,
      satisfied: 1,
      scores: [1, 2, 3, 4, 5].map((score) => ({ score, count: score === 4 ? 1 : 0 })),
    });
  });

  it("are given to keys without their words", async () => {
    await end();
    await rate();
    const vendor = world.as({ actor: { kind: "vendor", id: "key", name: "Acme" } });
    const { data } = await listRatings(vendor, "noise", { limit: 10 });
    expect(data).toMatchObject([{ score: 4 }]);
    expect(data[0]).not.toHaveProperty("words");
  });

  it("tell of themselves without score and words", async () => {
    await end();
    await rate();
    const event = (await listEvents(world.ctx.db, started.id)).at(-1);
    expect([event?.type, JSON.parse(event?.data ?? "")]).toEqual(["process.rated", {}]);
    expect(publicEvents.some(({ shape }) => shape.type.value === "process.rated")).toBe(true);
  });

  it("are given once", async () => {
    await end();
    expect((await trackProcess(citizen, started.reference)).ending?.rated).toBe(false);
    await rate();
    await expect(rate()).rejects.toMatchObject({ code: "rating-given" });
    expect((await trackProcess(citizen, started.reference)).ending?.rated).toBe(true);
  });

  it("are refused while it is open", async () => {
    await expect(rate()).rejects.toMatchObject({ code: "process-open" });
  });

  it("are refused from whoever is not its citizen", async () => {
    await end();
    const first = citizen;
    const grant = { generation: 1, connector: "back-office" };
    for (const ctx of [world.ctx, world.as({ only: { process: started.id, grant } })])
      await expect(rate(ctx)).rejects.toMatchObject({ code: "not-found" });
    await begin();
    await end();
    await expect(rate(first)).rejects.toMatchObject({ code: "not-found" });
  });

  it("are forgotten when the service's time is over", async () => {
    await end();
    await rate();
    world.clock.move(729 * 86_400_000);
    await forgetOld(world.ground);
    expect((await listRatings(world.ctx, "noise", { limit: 10 })).data).toHaveLength(1);
    world.clock.move(2 * 86_400_000);
    await forgetOld(world.ground);
    expect((await listRatings(world.ctx, "noise", { limit: 10 })).data).toEqual([]);
  });

  it("are not there for a service that never was, nor without the scope", async () => {
    const never = listRatings(world.ctx, "never", { limit: 10 });
    await expect(never).rejects.toMatchObject({ code: "not-found" });
    await expect(rateless(world.as({ scopes: [] }))).rejects.toMatchObject({
      code: "scope-missing",
    });
    await expect(rateless(citizen)).rejects.toMatchObject({ code: "scope-missing" });
    await expect(
      summariseRatings(world.ctx, "noise", { from: "2025-05-02", to: "2025-05-01" }),
    ).rejects.toMatchObject({ code: "request-invalid" });
  });
  const rateless = (ctx: Context) => summariseRatings(ctx, "noise", {});

  it("come after words that were given to the citizen with the end, which no event holds", async () => {
    await end("Ask the Environment Agency");
    const tracking = await trackProcess(citizen, started.reference);
    expect(tracking.ending).toMatchObject({
      outcome: "referred",
      title: "Not ours to deal with",
      text: "Ask the Environment Agency",
    });
    const seen = await trackProcess(world.as({ scopes: [] }), started.reference);
    expect(JSON.stringify(seen)).not.toContain("Environment Agency");
    expect(seen.timeline[0]?.title).toBe("Not ours to deal with");
    const events = await listEvents(world.ctx.db, started.id);
    expect(JSON.stringify(events)).not.toContain("Environment Agency");
  });
});
