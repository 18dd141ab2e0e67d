import { mintGrant, publishedAheadMs, signingKey, verifyGrant } from "@guildhall/keys";
import type { Context } from "../context.ts";
import { asPlatform } from "../context.ts";
import { createGrounds } from "../ground.ts";
import { createWorld, type World } from "../testing.ts";
import { listSigningKeys, revokeSigningKey, rotateSigningKeys } from "./rotate.ts";

describe("a tenant's signing keys", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    world.clock.move(publishedAheadMs);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const states = async (ctx: Context) =>
    (await listSigningKeys(ctx)).data.map(({ state }) => state);

  it("are listed with what each is for", async () => {
    const { data } = await listSigningKeys(world.ctx);
    expect(data.map(({ state }) => state)).toEqual(["active", "next"]);
    expect(Object.keys(data[0] ?? {})).toEqual(["kid", "state", "since"]);
  });

  it("are rotated once the next has been published for a day, and not sooner", async () => {
    const next = (await listSigningKeys(world.ctx)).data[1]?.kid;
    const { data } = await rotateSigningKeys(world.ctx);
    expect(data.map(({ state }) => state)).toEqual(["retiring", "active", "next"]);
    expect(signingKey(world.ground.keys.set).kid).toBe(next);
    await expect(rotateSigningKeys(world.ctx)).rejects.toMatchObject({
      code: "invalid-transition",
    });
  });

  it("are believed no more once they are revoked, at once and in every process", async () => {
    const other = await anotherProcess();
    const grant = mint(world.ctx);
    expect(isGood(other, grant)).toBe(true);
    await revokeSigningKey(world.ctx, signingKey(world.ground.keys.set).kid);
    expect(isGood(world.ctx, grant)).toBe(false);
    expect(isGood(world.ctx, mint(world.ctx))).toBe(true);
    world.clock.move(10_000);
    expect(isGood(await anotherProcess.again(), grant)).toBe(false);
    expect(isGood(other, mint(world.ctx))).toBe(true);
  });

  it("cannot be revoked when they are none of the tenant's", async () => {
    await expect(revokeSigningKey(world.ctx, "x".repeat(43))).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("are looked after by nobody without the right to", async () => {
    const nobody = world.as({ scopes: [] });
    const refused = { code: "scope-missing" };
    await expect(listSigningKeys(nobody)).rejects.toMatchObject(refused);
    await expect(rotateSigningKeys(nobody)).rejects.toMatchObject(refused);
    await expect(revokeSigningKey(nobody, "x")).rejects.toMatchObject(refused);
  });

  it("are rotated under load by one process while another serves, and no call fails", async () => {
    const other = await anotherProcess();
    const minted: string[] = [];
    const serve = async (mints: Context, verifies: Context) => {
      for (let nth = 0; nth < 100; nth += 1) {
        minted.push(mint(mints));
        await anotherProcess.again();
        for (const grant of minted.slice(-3)) expect(isGood(verifies, grant)).toBe(true);
        world.clock.move(100);
      }
    };
    const rotating = async () => {
      await rotateSigningKeys(world.ctx);
      world.clock.move(publishedAheadMs);
      await rotateSigningKeys(other);
    };
    await Promise.all([serve(world.ctx, other), serve(other, world.ctx), rotating()]);
    world.clock.move(10_000);
    const [mine, theirs] = [await world.groundFor("exampleshire"), await anotherProcess.again()];
    for (const grant of minted) {
      expect(mine && isGood(asPlatform(mine), grant)).toBe(true);
      expect(isGood(theirs, grant)).toBe(true);
    }
    expect(await states(theirs)).toEqual(["retiring", "retiring", "active", "next"]);
  });

  it("are rotated once when two processes do it at the same moment", async () => {
    const other = await anotherProcess();
    const both = await Promise.allSettled([rotateSigningKeys(world.ctx), rotateSigningKeys(other)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await states(world.ctx)).toEqual(["retiring", "active", "next"]);
  });

  const anotherProcess = Object.assign(
    async (): Promise<Context> => {
      const { ids, handover, now } = world.ground;
      const publicUrl = "https://guildhall.test";
      groundFor = createGrounds({ store: world.store, publicUrl, handover, ids, now });
      return anotherProcess.again();
    },
    {
      again: async (): Promise<Context> => {
        const ground = await groundFor?.("exampleshire");
        if (!ground) throw new Error("no ground");
        return asPlatform(ground);
      },
    },
  );
  let groundFor: ReturnType<typeof createGrounds> | undefined;

  function mint({ keys, issuer, now }: Context): string {
    return mintGrant(keys.set, {
      issuer,
      process: "prc_1",
      connector: "back-office",
      scope: [],
      generation: 1,
      jti: "out_1",
      issuedAt: new Date(now()),
      expiresAt: new Date(now() + 30 * 86_400_000),
    });
  }

  function isGood({ keys, issuer, now }: Context, grant: string): boolean {
    return verifyGrant(keys.set, grant, { issuer, now: new Date(now()) }) !== undefined;
  }
});
