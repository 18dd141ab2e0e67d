import type { NewAccessRequest } from "@guildhall/contract";
import {
  findAccessRequest,
  findAnswer,
  findOutbox,
  insertOutbox,
  putRecord,
  seeChange,
  settleAttempt,
  transact,
  wasSeen,
} from "@guildhall/store";
import { askForAccess } from "../access/ask.ts";
import { idleAfterMs } from "../access/terms.ts";
import { keepAnswer } from "../change.ts";
import type { Context } from "../context.ts";
import { createWorld, type World } from "../testing.ts";
import {
  answersKeptMs,
  changesKeptMs,
  forgetOld,
  webhooksKeptMs,
  whenToForget,
} from "./forget-old.ts";

const asked: NewAccessRequest = {
  organisation: "Acme",
  kind: "vendor",
  purpose: "To try it out",
  scopes: ["tasks:read"],
  contact: { name: "Ada Byron", email: "ada@acme.example" },
  wants: "live",
};

describe("what is past keeping", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const naming = (id: string): Context => ({ ...world.ctx, request: { id, digest: "d" } });
  const isKnown = async (id: string) => (await findAnswer(world.ctx.db, id)) !== undefined;

  it("is looked for at once where it never was, and then each night", async () => {
    expect(await whenToForget(world.ground)).toBe(world.clock.now());
    await forgetOld(world.ground);
    expect(await whenToForget(world.ground)).toBe(Date.UTC(2025, 4, 23, 2));
  });

  it("is who asked for access and got no key, though nobody asks again", async () => {
    const sandboxFor = async () => world.ground;
    const { request } = await askForAccess(naming("asked"), asked, sandboxFor);
    world.clock.move(idleAfterMs);
    await forgetOld(world.ground);
    expect(await findAccessRequest(world.ctx.db, request.id)).toBeDefined();
    expect(await isKnown("asked")).toBe(false);
    world.clock.move(1);
    await forgetOld(world.ground);
    expect(await findAccessRequest(world.ctx.db, request.id)).toBeUndefined();
  });

  it("is a webhook that was taken a month ago, and no other thing that was owed", async () => {
    const taken = async (id: string, kind: "webhook" | "delivery") =>
      transact(world.ctx.db, async (tx) => {
        const row = { id, kind, process: id, purpose: "p", destination: "d", event: 1 };
        const now = world.clock.now();
        await insertOutbox(tx, { ...row, nextAt: now, giveUpAt: now, leaseUntil: now });
        await settleAttempt(tx, { id, generation: 1 }, { state: "accepted", nextAt: now });
      });
    const webhook = world.ctx.ids.id("out");
    const delivery = world.ctx.ids.id("out");
    await taken(webhook, "webhook");
    await taken(delivery, "delivery");
    world.clock.move(webhooksKeptMs);
    await forgetOld(world.ground);
    expect(await findOutbox(world.ctx.db, webhook)).toBeDefined();
    world.clock.move(1);
    await forgetOld(world.ground);
    expect(await findOutbox(world.ctx.db, webhook)).toBeUndefined();
    expect(await findOutbox(world.ctx.db, delivery)).toBeDefined();
  });

  it("is every answer that was given a month ago, however many there are, and no other", async () => {
    const all = Array.from({ length: 1001 }, (_, nth) => `old-${nth}`);
    await Promise.all(all.map((id) => keepAnswer(naming(id), {})));
    world.clock.move(answersKeptMs);
    await keepAnswer(naming("new"), {});
    await forgetOld(world.ground);
    expect(await isKnown("old-0")).toBe(true);
    world.clock.move(1);
    await forgetOld(world.ground);
    expect(await Promise.all(all.map(isKnown))).not.toContain(true);
    expect(await isKnown("new")).toBe(true);
  });

  it("is every change of a back office that was seen 90 days ago, however many there are, but what a case stands at", async () => {
    const { db, now } = world.ctx;
    const seen = (reference: string, changeKey: string) => ({
      connector: "back-office",
      reference,
      changeKey,
      at: 1,
    });
    const latest = { connector: "back-office", record: "CASE-1", process: "prc_1", before: null };
    await transact(db, async (tx) => {
      for (let nth = 0; nth < 501; nth += 1) await seeChange(tx, seen("CASE-1", `${nth}`), now());
      await putRecord(tx, { ...latest, changeKey: "500", status: "A", mapped: true, at: 1 });
    });
    world.clock.move(changesKeptMs);
    await forgetOld(world.ground);
    expect(await wasSeen(db, seen("CASE-1", "0"))).toBe(true);
    world.clock.move(1);
    await forgetOld(world.ground);
    expect(await wasSeen(db, seen("CASE-1", "0"))).toBe(false);
    expect(await wasSeen(db, seen("CASE-1", "499"))).toBe(false);
    expect(await wasSeen(db, seen("CASE-1", "500"))).toBe(true);
  });
});
