import { hashSecret, issueKey as makeKey } from "@guildhall/keys";
import { findApiKey, insertApiKey, transact } from "@guildhall/store";
import { createWorld, type World } from "../testing.ts";
import { createAuthenticator } from "./authenticate.ts";
import { issueKey } from "./issue.ts";
import { revokeKey } from "./revoke.ts";

const yearMs = 365 * 86_400_000;

describe("an API key", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const issue = () =>
    issueKey(world.ctx, { name: "Acme", kind: "vendor", scopes: ["notes:write", "tasks:read"] });

  it("shows its bearer to be whom it was issued to, with its scopes and no others", async () => {
    const { id, key } = await issue();
    expect(await world.bearing(key)).toMatchObject({
      actor: { kind: "vendor", id, name: "Acme" },
      scopes: new Set(["notes:write", "tasks:read"]),
    });
  });

  it("is not kept: only what proves it is", async () => {
    const { id, key } = await issue();
    const row = await findApiKey(world.ctx.db, id);
    const kept = JSON.stringify({ ...row, secretHash: row?.secretHash?.toString("latin1") });
    expect(kept).not.toContain(key.slice(20, 63));
    expect(row?.last4).toBe(key.slice(-4));
  });

  it("is good for a year", async () => {
    const { key } = await issue();
    world.clock.move(yearMs - 1);
    expect(await world.bearing(key)).toBeDefined();
    world.clock.move(1001);
    expect(await world.bearing(key)).toBeUndefined();
  });

  it("is no good once revoked, though the clock is set back", async () => {
    const { id, key } = await issue();
    expect(await world.bearing(key ?? "")).toBeDefined();
    await revokeKey(world.ctx, id);
    world.clock.move(-3_600_000);
    expect(await world.bearing(key ?? "")).toBeUndefined();
  });

  it("is no good within a second of being revoked", async () => {
    const { id, key } = await issue();
    expect(await world.bearing(key)).toBeDefined();
    expect(await revokeKey(world.ctx, id)).toBe(true);
    world.clock.move(1000);
    expect(await world.bearing(key)).toBeUndefined();
  });

  it("is no good at once where it was not used before", async () => {
    const { id, key } = await issue();
    await revokeKey(world.ctx, id);
    expect(await world.bearing(key)).toBeUndefined();
  });

  it("that was never issued cannot be revoked", async () => {
    expect(await revokeKey(world.ctx, "000000000000")).toBe(false);
  });

  it("is no good with another's secret", async () => {
    const key = makeKey({ environment: "live" });
    await keep({ ...key, secret: makeKey({ environment: "live" }).secret });
    expect(await world.bearing(key.key)).toBeUndefined();
    const known = makeKey({ environment: "live" });
    await keep(known);
    expect(await world.bearing(known.key)).toBeDefined();
  });

  it("is no good when a letter of it is mistyped", async () => {
    const { key } = await issue();
    const at = 30;
    const mistyped = key.slice(0, at) + (key[at] === "a" ? "b" : "a") + key.slice(at + 1);
    expect(await world.bearing(mistyped)).toBeUndefined();
  });

  it("of one environment is no good in another", async () => {
    const test = makeKey({ environment: "test" });
    await keep(test);
    expect(await world.bearing(test.key)).toBeUndefined();
  });

  it("of one council is no good at another", async () => {
    const { key } = await issue();
    const other = await world.addCouncil("otherton");
    expect(await createAuthenticator()(other, key)).toBeUndefined();
  });

  it.each(["", "gh_live_", "gh_live_short", "eyJhbGciOiJub25lIn0.e30.", "Bearer"])(
    "is not %j",
    async (credential) => {
      expect(await world.bearing(credential)).toBeUndefined();
    },
  );

  /** Keep what is known of a key, as a live one. */
  async function keep({ id, secret, last4 }: ReturnType<typeof makeKey>): Promise<void> {
    const { db, keys } = world.ctx;
    await transact(db, (tx) =>
      insertApiKey(tx, {
        id,
        name: "Other",
        kind: "vendor",
        environment: "live",
        secretHash: Buffer.from(hashSecret(keys.pepper, secret)),
        last4,
        scopes: "notes:write",
        connector: null,
        createdAt: 0,
        expiresAt: world.clock.now() + yearMs,
        revokedAt: null,
      }),
    );
  }
});
