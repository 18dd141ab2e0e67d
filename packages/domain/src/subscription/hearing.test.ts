import type { NewSubscription } from "@guildhall/contract";
import { transact } from "@guildhall/store";
import type { Context } from "../context.ts";
import { revokeKey } from "../key/revoke.ts";
import { addNote } from "../note/add.ts";
import { Subscribers } from "../subscribers.ts";
import { createWorld, exampleSubscription, someVendor, type World } from "../testing.ts";
import { addSubscription } from "./add.ts";
import { changeSubscription } from "./change.ts";
import { getSubscription } from "./list.ts";
import { removeSubscription } from "./remove.ts";

const anywhere = () => true;
const hourMs = 3_600_000;

describe("what a subscription hears", () => {
  let world: World;
  let vendor: Context;
  beforeEach(async () => {
    world = await createWorld();
    vendor = await someVendor(world);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const add = (changed: Partial<NewSubscription> = {}, ctx: Context = vendor) =>
    addSubscription(ctx, { ...exampleSubscription, ...changed }, anywhere);
  const owed = async (process: string) =>
    (await world.owed(process)).filter(({ kind }) => kind === "webhook");
  /** The types that a new process and a note on it are told of, and to whom. */
  const heard = async () => {
    const { id } = await world.start();
    await addNote(world.ctx, id, { contents: "We will visit", visibleToCitizen: false });
    return (await owed(id)).map(({ purpose, destination }) => [purpose, destination]);
  };

  it("is owed the events it asks for, from the moment it is there, and no others", async () => {
    expect(await heard()).toEqual([]);
    const { id } = await add();
    const all = await add({ events: ["stage.changed"] }, world.ctx);
    expect(all.owner.kind).toBe("platform");
    expect(await heard()).toEqual([
      ["process.started", id],
      ["note.added", id],
    ]);
  });

  it("is seen by another process of ours within a second", async () => {
    const other = new Subscribers(world.ctx.db, world.clock.now);
    const wanting = () => transact(world.ctx.db, (tx) => other.wanting("note.added", tx));
    expect(await wanting()).toEqual([]);
    const { id } = await add();
    expect(await wanting()).toEqual([]);
    world.clock.move(1000);
    expect(await wanting()).toEqual([id]);
  });

  it("hears nothing more within a second of its key being revoked", async () => {
    await add();
    await revokeKey(world.ctx, vendor.actor.id);
    world.clock.move(1000);
    expect(await heard()).toEqual([]);
  });

  it("hears nothing more once its key has expired", async () => {
    const end = new Date(world.clock.now() + hourMs).toISOString();
    await add({}, await someVendor(world, { expiresAt: end }));
    expect(await heard()).toHaveLength(2);
    world.clock.move(hourMs);
    expect(await heard()).toEqual([]);
  });

  it("hears nothing while it is switched off, and again when it is on", async () => {
    const { id } = await add();
    const change = (state: "active" | "disabled") =>
      changeSubscription(vendor, id, { input: { state }, mayCall: anywhere });
    expect(await change("disabled")).toMatchObject({ disabledReason: "by-hand" });
    expect(await heard()).toEqual([]);
    expect(await change("active")).not.toHaveProperty("disabledReason");
    expect(await heard()).toHaveLength(2);
  });

  it("changes what it tells of and where, and nothing that is not said", async () => {
    const { id } = await add({ description: "ours" });
    const input = { events: ["note.added" as const], url: "https://new.example.com/" };
    const changed = await changeSubscription(vendor, id, { input, mayCall: anywhere });
    expect(changed).toMatchObject({ ...input, description: "ours", state: "active" });
    expect((await heard()).map(([type]) => type)).toEqual(["note.added"]);
  });

  it("is gone when it was removed, with what was still owed to it", async () => {
    const { id } = await add();
    world.handover.full = true;
    const process = (await world.start()).id;
    await removeSubscription(vendor, id);
    await expect(getSubscription(vendor, id)).rejects.toMatchObject({ code: "not-found" });
    expect(await owed(process)).toMatchObject([
      { state: "refused", lastCode: "subscription-removed" },
    ]);
    expect(await heard()).toEqual([]);
  });
});
