import type { NewAccessRequest } from "@guildhall/contract";
import { findAccessRequest, findAnswer } from "@guildhall/store";
import { askForAccess } from "../access/ask.ts";
import { idleAfterMs } from "../access/terms.ts";
import { keepAnswer } from "../change.ts";
import type { Context } from "../context.ts";
import { createWorld, type World } from "../testing.ts";
import { answersKeptMs, forgetOld } from "./forget-old.ts";

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
});
