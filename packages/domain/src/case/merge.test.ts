import { listFollowerIds } from "@guildhall/store";
import type { Context } from "../context.ts";
import { findFollow, stopFollow } from "../follower/link.ts";
import { loadMessageRow } from "../message/load.ts";
import { getProcess } from "../process/get.ts";
import { trackProcess } from "../process/track.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { updateTask } from "../task/update.ts";
import { colleague, createWorld, follow, inTheStreet, startAt, type World } from "../testing.ts";
import { mergeProcess } from "./merge.ts";

const grace = { email: "grace@example.com", fullName: "Grace Hopper" };

describe("mergeProcess", () => {
  let world: World;
  let olive: Context;
  let into: string;
  let reference: string;
  let id: string;
  beforeEach(async () => {
    world = await createWorld();
    olive = await colleague(world);
    ({ id: into, reference } = await world.start());
    ({ id } = await world.start(grace));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const merge = (from = id, to = into, words?: string) =>
    mergeProcess(olive, from, { into: to, words });
  const tasksOf = async (of: string) => (await listTasks(world.ctx, of)).data;
  const updates = async (of: string) =>
    (await world.owed(of)).filter(({ purpose }) => purpose === "follower-update");
  const written = async (of: string, purpose: string) => {
    const row = (await world.owed(of)).findLast((one) => one.purpose === purpose);
    return row && loadMessageRow(world.ctx, { ...row, frozen: false });
  };
  const moveOn = async (of: string, stage: string) =>
    updateTask(world.ctx, (await tasksOf(of))[0]?.id ?? "", { stage });

  it("ends the duplicate with words that lead to the other, and tells its citizen once", async () => {
    const owed = (await world.owed(id)).length;
    const merged = await merge(id, into, "Your neighbour told us first.");
    expect(merged).toMatchObject({ id, status: "closed", mergedInto: into });
    expect((await tasksOf(id)).map(({ state }) => state)).toEqual(["cancelled"]);
    expect((await world.owed(id)).slice(owed).map(({ purpose }) => purpose)).toEqual(["completed"]);
    const { status = "" } = (await written(id, "completed"))?.facts ?? {};
    expect(status).toMatch(/^Your neighbour told us first\.\n\n/);
    expect(status).toContain(`https://guildhall.test/c/exampleshire/track/${reference}`);
    expect(status).toContain("We will write to you");
    expect(await world.told(into)).toContain("process.merged");
    expect((await getProcess(world.ctx, into)).status).toBe("open");
  });

  it("lets its citizen follow the other, which nobody else may, and stop it again", async () => {
    await merge();
    await moveOn(into, "visit");
    expect(await written(into, "follower-update")).toMatchObject({
      to: grace.email,
      facts: { subject: `${reference}: A visit is arranged` },
    });
    const stop = (await written(into, "follower-update"))?.stop?.url.split("/").at(-2) ?? "";
    expect((await findFollow(world.ctx, stop)).state).toBe("following");
    await stopFollow(world.ctx, stop);
    await moveOn(into, "looking");
    expect(await updates(into)).toHaveLength(1);
  });

  it("tells nobody of both who sent both, nor who left no address", async () => {
    const { id: same } = await world.start();
    const { id: silent } = await world.start({ email: undefined as never });
    for (const one of [same, silent]) await merge(one);
    expect(await listFollowerIds(world.ctx.db, into)).toEqual([]);
  });

  it("is done once however often it is asked, and takes those along whose own it was", async () => {
    await merge();
    const { id: third } = await world.start({ email: "eve@example.com" });
    const request = { id: "same", digest: "same" };
    const again = () => mergeProcess({ ...olive, request }, into, { into: third });
    expect(await again()).toEqual(await again());
    await expect(merge(into, third)).resolves.toMatchObject({ mergedInto: third });
    expect(await listFollowerIds(world.ctx.db, third)).toHaveLength(2);
    expect(await listFollowerIds(world.ctx.db, into)).toEqual([]);
    const last = await written(into, "follower-update");
    expect(last?.facts.text).not.toContain("last update");
    expect((await world.told(third)).filter((type) => type === "process.merged")).toHaveLength(1);
  });

  it("leads those who followed it to the other", async () => {
    await world.publish(inTheStreet);
    const { id: other, reference: known } = await startAt(world);
    const { id: seen, reference: followed } = await startAt(world, undefined, grace);
    await follow(world, followed, "bob@example.com");
    await merge(seen, other);
    const told = await written(seen, "follower-update");
    expect(told?.facts.text).toContain(known);
    expect(told?.action?.url).toMatch(new RegExp(`/track/${known}$`));
    expect(await listFollowerIds(world.ctx.db, other)).toHaveLength(1);
  });

  it("offers nobody to say of a duplicate that it is not fixed", async () => {
    await world.publish({ notFixed: { rule: "reopen", withinDays: 30, times: 2 } });
    const { id: other } = await world.start();
    const { id: duplicate, reference: of } = await world.start(grace);
    await merge(duplicate, other);
    const actor = { kind: "citizen", id: "c", name: "The citizen" } as const;
    const citizen = world.as({ actor, only: { process: duplicate } });
    const { ending } = await trackProcess(citizen, of);
    expect(ending).toMatchObject({ outcome: "closed" });
    expect(ending).not.toHaveProperty("notFixed");
  });

  it("refuses what is itself, of another service, ended or not there", async () => {
    const itself = { code: "request-invalid", faults: [{ pointer: "/into", code: "itself" }] };
    await expect(merge(id, id)).rejects.toMatchObject(itself);
    for (const [from, to] of [
      [id, "prc_nobody"],
      ["prc_nobody", into],
    ])
      await expect(merge(from, to)).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = await world.addCouncil("elsewhere");
    await expect(mergeProcess(elsewhere, id, { into })).rejects.toMatchObject({
      code: "not-found",
    });
    const [task] = await tasksOf(into);
    await completeTask(world.ctx, task?.id ?? "", { outcome: "completed", fields: {} });
    await expect(merge()).rejects.toMatchObject({ code: "process-closed" });
    await expect(merge(into, id)).rejects.toMatchObject({ code: "process-closed" });
  });
});
