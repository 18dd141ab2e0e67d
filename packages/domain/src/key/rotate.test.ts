import { mintAccessToken } from "@guildhall/keys";
import type { Context } from "../context.ts";
import { createWorld, type World } from "../testing.ts";
import { getKey, listKeys } from "./get.ts";
import { issueKey } from "./issue.ts";
import { rotateKey } from "./rotate.ts";

const acme = { name: "Acme", kind: "vendor", scopes: ["notes:write", "tasks:read"] } as const;
const hourMs = 3_600_000;

describe("a key that is rotated", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const issue = () => issueKey(world.ctx, acme);

  it("keeps the secret in force good for the hours given, and the new one at once", async () => {
    const { id, key: old = "" } = await issue();
    const rotated = await rotateKey(world.ctx, id, { previousEndsInHours: 2 });
    const { key: fresh = "" } = rotated;
    expect(rotated).toMatchObject({ id, previous: { last4: old.slice(-4) } });
    expect([await good(old), await good(fresh)]).toEqual([true, true]);
    world.clock.move(2 * hourMs + 1000);
    expect([await good(old), await good(fresh)]).toEqual([false, true]);
  });

  it("ends the secret before at once where no hours are given", async () => {
    const { id, key: old = "" } = await issue();
    const { key: fresh = "" } = await rotateKey(world.ctx, id, { previousEndsInHours: 0 });
    expect([await good(old), await good(fresh)]).toEqual([false, true]);
  });

  it("leaves two secrets and never three", async () => {
    const { id, key: first = "" } = await issue();
    const rotation = { previousEndsInHours: 24 };
    const { key: second = "" } = await rotateKey(world.ctx, id, rotation);
    const { key: third = "" } = await rotateKey(world.ctx, id, rotation);
    expect([await good(first), await good(second), await good(third)]).toEqual([false, true, true]);
  });

  it("is for the key itself, whatever its scopes, and for no other key", async () => {
    const { id, key = "" } = await issue();
    const other = await issue();
    const bearer = await bearerOf(key);
    const rotation = { previousEndsInHours: 1 };
    expect(await rotateKey(bearer, id, rotation)).toMatchObject({ id });
    expect(await getKey(bearer, id)).toMatchObject({ id });
    const refused = { code: "scope-missing" };
    await expect(rotateKey(bearer, other.id, rotation)).rejects.toMatchObject(refused);
    await expect(getKey(bearer, other.id)).rejects.toMatchObject(refused);
    await expect(listKeys(bearer, { limit: 1 })).rejects.toMatchObject(refused);
  });

  it("gets no new secret by the one before it, nor by a token", async () => {
    const { id, key: old = "" } = await issue();
    const rotation = { previousEndsInHours: 24 };
    await rotateKey(world.ctx, id, rotation);
    const refused = { code: "scope-missing" };
    await expect(rotateKey(await bearerOf(old), id, rotation)).rejects.toMatchObject(refused);
    const token = await bearerOf(mintAccess(id));
    await expect(rotateKey(token, id, rotation)).rejects.toMatchObject(refused);
    expect(await getKey(token, id)).toMatchObject({ id });
  });

  async function bearerOf(credential: string): Promise<Context> {
    const bearer = await world.bearing(credential);
    if (!bearer) throw new Error("no bearer");
    return bearer;
  }

  function mintAccess(client: string): string {
    const { keys, issuer, now } = world.ground;
    const issuedAt = new Date(now());
    const scope = acme.scopes;
    return mintAccessToken(keys.set, { issuer, client, scope, jti: "jti_1", issuedAt });
  }

  const good = async (key: string) => (await world.bearing(key)) !== undefined;
});

describe("a key", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const issue = () => issueKey(world.ctx, acme);

  it("says when the key was last used, to within minutes, and without waiting for it", async () => {
    const { id, key = "" } = await issue();
    const usedAt = async () => (await getKey(world.ctx, id)).lastUsedAt;
    const first = new Date(world.clock.now()).toISOString();
    await world.bearing(key);
    await vi.waitFor(async () => expect(await usedAt()).toBe(first));
    world.clock.move(60_000);
    await world.bearing(key);
    world.clock.move(5 * 60_000);
    const second = new Date(world.clock.now()).toISOString();
    await world.bearing(key);
    await vi.waitFor(async () => expect(await usedAt()).toBe(second));
  });

  it("is listed newest first, a page at a time", async () => {
    const ids: string[] = [];
    for (let nth = 0; nth < 3; nth += 1) {
      ids.unshift((await issue()).id);
      world.clock.move(1);
    }
    const first = await listKeys(world.ctx, { limit: 2 });
    const rest = await listKeys(world.ctx, { limit: 2, cursor: first.nextCursor });
    expect([first, rest].map(({ data }) => data.map(({ id }) => id))).toEqual([
      ids.slice(0, 2),
      ids.slice(2),
    ]);
    expect(rest.nextCursor).toBeUndefined();
  });
});
