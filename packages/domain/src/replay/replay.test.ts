import type { Mapping, NewDeliveryReplay } from "@guildhall/contract";
import { findOutbox } from "@guildhall/store";
import { handleDelivery } from "../delivery/handle.ts";
import { loadDelivery } from "../delivery/load.ts";
import { holdDelivery } from "../delivery/settle.ts";
import { claimOwed } from "../outbox/claim.ts";
import { createWorld, noise, testMending, type World } from "../testing.ts";
import { beginReplay, getReplay, listReplays } from "./begin.ts";
import { compareDelivery } from "./compare.ts";
import { previewReplay } from "./preview.ts";
import { testDeliveries } from "./test-deliveries.ts";
import { workReplay, workReplays } from "./work.ts";

const everything = { rewrite: false, useLive: false } as const;
const anew = { rewrite: true, useLive: true } as const;

describe("a replay", () => {
  let world: World;
  let mending: ReturnType<typeof testMending>;
  let deliveries: ReturnType<typeof testDeliveries>;
  beforeEach(async () => {
    world = await createWorld();
    mending = testMending(world);
    deliveries = testDeliveries(world, mending);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const row = async (id: string) => (await findOutbox(world.ctx.db, id)) ?? missing();
  const replay = async (asked: NewDeliveryReplay) => {
    const { id } = await beginReplay(world.ctx, asked);
    await workReplay(world.ground, id, mending.canBeAsked);
    return getReplay(world.ctx, id);
  };

  it("sends what waits for a person again, once, and tells how it goes", async () => {
    const held = [
      await deliveries.stuck("mapping-failed"),
      await deliveries.stuck("mapping-failed"),
    ];
    const done = await replay(everything);
    expect(done).toMatchObject({ state: "done", total: 2, replayed: 2, waiting: 0, leftOut: [] });
    expect(done.standing).toEqual({ pending: 2 });
    for (const id of held)
      expect(await row(id)).toMatchObject({ state: "pending", lastCode: null });
    expect(await replay(everything)).toMatchObject({ total: 0, replayed: 0 });
  });

  it("takes in only what is meant", async () => {
    const id = await deliveries.stuck("mapping-failed");
    await deliveries.stuck("document-invalid");
    expect(await replay({ ...everything, code: "mapping-failed" })).toMatchObject({ total: 1 });
    expect(await row(id)).toMatchObject({ state: "pending" });
    expect(await replay({ ...everything, connector: "elsewhere" })).toMatchObject({ total: 0 });
    expect(await replay({ ...everything, service: "elsewhere" })).toMatchObject({ total: 0 });
    expect(await replay({ ...everything, mapping: "elsewhere" })).toMatchObject({ total: 0 });
    expect(await replay({ ...everything, state: ["dead"] })).toMatchObject({ total: 0 });
    expect(await replay({ ...everything, service: "noise", mapping: "case" })).toMatchObject({
      total: 1,
    });
  });

  it("leaves out what the back office may have and cannot be asked for", async () => {
    const id = await deliveries.sentInDoubt();
    const done = await replay(everything);
    expect(done).toMatchObject({ replayed: 0, leftOut: [{ code: "may-have-arrived", count: 1 }] });
    expect(await row(id)).toMatchObject({ state: "held" });
    expect(await replay({ ...anew, ids: [id] })).toMatchObject({ replayed: 0 });
    expect(await replay({ ...everything, ids: [id] })).toMatchObject({ replayed: 1 });
  });

  it("writes anew what the back office can be asked for, and keeps the count of attempts", async () => {
    const id = await deliveries.sentInDoubt();
    world.backOffice.tells = true;
    expect(await replay(anew)).toMatchObject({ replayed: 1 });
    expect(await row(id)).toMatchObject({ state: "pending", attempts: 1, frozen: false });
  });

  it("writes by the live version's mapping, and the row and the trail say so", async () => {
    const id = await deliveries.refused();
    const { process } = await row(id);
    await world.publish({
      mappings: [{ ...mapping(), rows: [fixed, ...mapping().rows.slice(1)] }],
    });
    await replay(anew);
    expect(await row(id)).toMatchObject({ state: "pending", frozen: false, writtenBy: 2 });
    expect(await world.told(process)).toContain("delivery.retried");
    const [ticket = missing()] = await claimOwed(world.ctx, 10);
    const loaded = (await loadDelivery(world.ctx, ticket)) ?? missing();
    expect(await mending.write(world.ctx, loaded)).toMatchObject({
      text: expect.stringContaining('"title":"HOME"'),
    });
  });

  it("leaves out what the live version has no mapping for", async () => {
    await deliveries.refused();
    await world.publish({ mappings: [{ ...mapping(), id: "other" }], steps: noise.steps.slice(1) });
    expect(await replay(anew)).toMatchObject({ leftOut: [{ code: "no-mapping", count: 1 }] });
  });

  it("leaves out what a person dealt with before its turn", async () => {
    const id = await deliveries.stuck("mapping-failed");
    const { id: begun } = await beginReplay(world.ctx, everything);
    await handleDelivery(world.ctx, id, { reason: "It was typed in" });
    await workReplays(world.ground, mending.canBeAsked);
    expect(await getReplay(world.ctx, begun)).toMatchObject({
      state: "done",
      leftOut: [{ code: "not-waiting", count: 1 }],
    });
    expect(await row(id)).toMatchObject({ state: "handled" });
  });

  it("owes each once where two work at it", async () => {
    for (let i = 0; i < 3; i += 1) await deliveries.stuck("mapping-failed");
    const { id } = await beginReplay(world.ctx, everything);
    await Promise.all([1, 2].map(() => workReplay(world.ground, id, mending.canBeAsked)));
    expect(await getReplay(world.ctx, id)).toMatchObject({ replayed: 3, leftOut: [] });
    const told = await world.told((await row(await anyOf(id))).process);
    expect(told.filter((type) => type === "delivery.retried")).toHaveLength(1);
  });

  it("leaves alone what came back with a new doubt while its turn was thought out", async () => {
    const id = await deliveries.sentInDoubt();
    const { id: begun } = await beginReplay(world.ctx, everything);
    const failAgain = async () => {
      const ticket = (await claimOwed(world.ctx, 10)).find((one) => one.id === id) ?? missing();
      const loaded = (await loadDelivery(world.ctx, ticket)) ?? missing();
      await holdDelivery(world.ctx, loaded, { code: "reply-lost" });
    };
    await workReplay(world.ground, begun, async () => {
      await workReplay(world.ground, begun, async () => true);
      await failAgain();
      return true;
    });
    expect(await row(id)).toMatchObject({ state: "held", lastCode: "reply-lost" });
    expect(await getReplay(world.ctx, begun)).toMatchObject({ replayed: 1, leftOut: [] });
  });

  it("goes on until each of many has had its turn", { timeout: 30_000 }, async () => {
    for (let i = 0; i < 101; i += 1) await deliveries.stuck("mapping-failed");
    expect(await replay(everything)).toMatchObject({ total: 101, replayed: 101, state: "done" });
    const preview = await previewReplay(world.ctx, { ...everything, sample: 0 }, mending);
    expect(preview).toMatchObject({ total: 0, groups: [], sample: [] });
  });

  it("sends what follows a case as it was, since no mapping writes it", async () => {
    const id = await deliveries.refusedNote();
    const asked = { useLive: false, write: mending.write };
    await expect(compareDelivery(world.ctx, id, asked)).rejects.toMatchObject({
      code: "invalid-transition",
    });
    expect(await replay(anew)).toMatchObject({ replayed: 1, leftOut: [] });
    expect(await row(id)).toMatchObject({ state: "pending", frozen: true, writtenBy: null });
  });

  it("is carried on by whoever comes after", async () => {
    await deliveries.stuck("mapping-failed");
    const { id } = await beginReplay(world.ctx, everything);
    expect(await getReplay(world.ctx, id)).toMatchObject({ state: "running", waiting: 1 });
    await workReplays(world.ground, mending.canBeAsked);
    expect((await listReplays(world.ctx, { limit: 5 })).data).toMatchObject([
      { id, state: "done", by: "Guildhall" },
    ]);
  });

  it("shows before it begins what is wrong, and what would be another", async () => {
    await deliveries.stuck("document-invalid", [{ target: "title", sentence: "It is too long." }]);
    const id = await deliveries.refused();
    await world.publish({
      mappings: [{ ...mapping(), rows: [fixed, ...mapping().rows.slice(1)] }],
    });
    const preview = await previewReplay(world.ctx, { ...anew, sample: 5 }, mending);
    expect(preview).toMatchObject({ total: 2, replayable: 2, leftOut: [] });
    expect(preview.groups).toContainEqual(
      expect.objectContaining({ code: "document-invalid", target: "title", count: 1 }),
    );
    const compared = preview.sample.find(({ delivery }) => delivery === id);
    expect(compared).toMatchObject({
      wasWritten: true,
      passes: true,
      version: 2,
      differences: [{ kind: "changed", at: "title" }],
    });
    expect(await row(id)).toMatchObject({ state: "refused", frozen: true });
  });

  it("shows of each that would fail again why", async () => {
    const id = await deliveries.refused();
    const required = { target: "pub", from: { answer: "pubName" }, required: true } as const;
    await world.publish({ mappings: [{ ...mapping(), rows: [required] }] });
    const asked = { useLive: true, write: mending.write };
    expect(await compareDelivery(world.ctx, id, asked)).toMatchObject({
      passes: false,
      code: "mapping-failed",
      faults: [{ target: "pub" }],
    });
  });

  it("never shows what the citizen gave", async () => {
    const id = await deliveries.refused();
    const asked = { useLive: false, write: mending.write };
    const compared = JSON.stringify(await compareDelivery(world.ctx, id, asked));
    expect(compared).not.toMatch(/Byron|ada@|2025-05-21|eyJ/);
    expect(compared).toContain((await row(id)).process);
  });

  async function anyOf(replayId: string): Promise<string> {
    const { data } = await listReplays(world.ctx, { limit: 1 });
    expect(data[0]?.id).toBe(replayId);
    const last = world.handover.given.findLast(({ kind }) => kind === "delivery");
    return last?.id ?? "";
  }
});

const mapping = (): Mapping => noise.mappings[0] ?? missing();
const fixed = {
  target: "title",
  from: { answer: "noiseSource" },
  change: ["upper" as const],
};

function missing(): never {
  throw new Error("It is there");
}
