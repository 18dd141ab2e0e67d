import type { Person, Session } from "@guildhall/contract";
import { mintStaffToken } from "@guildhall/keys";
import { findSession } from "@guildhall/store";
import { changePerson } from "../person/change.ts";
import { getCurrentPerson } from "../person/current.ts";
import { addStaff, createWorld, linkDesk, signInByLink, type World } from "../testing.ts";
import { refreshSession } from "./refresh.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe("a session", () => {
  let world: World;
  let person: Person;
  let session: Session;
  beforeEach(async () => {
    world = await createWorld();
    await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
    person = await addStaff(world.ctx, ["caseworker"]);
    session = await signInByLink(world, person);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const refresh = ({ secret }: Session) => refreshSession(world.ctx, secret);
  const bearing = ({ token }: Session) => world.bearing(token);
  const over = expect.objectContaining({ code: "unauthenticated" });

  it("gives a token of five minutes that allows what the person's roles do", async () => {
    expect(Date.parse(session.tokenExpiresAt)).toBe(world.clock.now() + 5 * minuteMs);
    const ctx = await bearing(session);
    expect(ctx?.scopes.has("tasks:write")).toBe(true);
    expect(ctx?.scopes.has("people:write")).toBe(false);
    world.clock.move(5 * minuteMs);
    expect(await bearing(session)).toBeUndefined();
  });

  it("tells who is signed in, for whom, and since when", async () => {
    const ctx = (await bearing(session)) ?? world.ctx;
    expect(await getCurrentPerson(ctx)).toMatchObject({
      ...person,
      lastSignedInAt: new Date(world.clock.now()).toISOString(),
      tenant: { id: "exampleshire", name: "Exampleshire District Council" },
      scopes: [...ctx.scopes].sort(),
    });
    await expect(getCurrentPerson(world.ctx)).rejects.toMatchObject({ code: "scope-missing" });
  });

  it("goes on with another secret and another token", async () => {
    world.clock.move(4 * minuteMs);
    const next = await refresh(session);
    expect(next.id).toBe(session.id);
    expect(next.secret).not.toBe(session.secret);
    world.clock.move(2 * minuteMs);
    expect(await bearing(next)).toBeDefined();
  });

  it("gives the secret of a moment ago the same next one, so that no tab and no lost answer ends it", async () => {
    const next = await refresh(session);
    world.clock.move(29_999);
    expect((await refresh(session)).secret).toBe(next.secret);
    expect((await refresh(next)).secret).not.toBe(next.secret);
  });

  it("gives one next secret to all that ask at the same moment", async () => {
    const all = await Promise.all([refresh(session), refresh(session), refresh(session)]);
    expect(new Set(all.map(({ secret }) => secret)).size).toBe(1);
  });

  it("ends when an old secret comes back: somebody has copied it", async () => {
    const next = await refresh(session);
    world.clock.move(30_000);
    await expect(refresh(session)).rejects.toEqual(over);
    await expect(refresh(next)).rejects.toEqual(over);
    expect(await bearing(next)).toBeUndefined();
  });

  it("ends when a secret from before the last comes back, however soon", async () => {
    const next = await refresh(session);
    const last = await refresh(next);
    await expect(refresh(session)).rejects.toEqual(over);
    await expect(refresh(last)).rejects.toEqual(over);
  });

  it("is not ended by a secret that was made up", async () => {
    const forged = `${session.secret.slice(0, -43)}${"A".repeat(43)}`;
    await expect(refreshSession(world.ctx, forged)).rejects.toEqual(over);
    await refresh(session);
  });

  it("is over when it was not refreshed for half an hour", async () => {
    expect(Date.parse(session.idleUntil)).toBe(world.clock.now() + 30 * minuteMs);
    world.clock.move(30 * minuteMs - 1);
    const next = await refresh(session);
    world.clock.move(30 * minuteMs);
    await expect(refresh(next)).rejects.toEqual(over);
  });

  it("is over after twelve hours, whatever is done in it", async () => {
    let last = session;
    for (let at = 0; at < 35; at += 1) {
      world.clock.move(20 * minuteMs);
      last = await refresh(last);
    }
    expect(last.idleUntil).toBe(session.endsAt);
    world.clock.move(20 * minuteMs);
    await expect(refresh(last)).rejects.toEqual(over);
  });

  it("is forgotten once it is over, when the next begins", async () => {
    world.clock.move(12 * hourMs);
    await signInByLink(world, person);
    expect(await findSession(world.ctx.db, session.id)).toBeUndefined();
  });

  it("loses a role within a second of its being taken away", async () => {
    expect((await bearing(session))?.scopes.has("tasks:write")).toBe(true);
    await changePerson(world.ctx, person.id, { roles: ["viewer"] });
    world.clock.move(1000);
    const ctx = await bearing(session);
    expect(ctx?.scopes.has("tasks:write")).toBe(false);
    expect(ctx?.scopes.has("tasks:read")).toBe(true);
  });

  it("is over within a second when the person stops being active", async () => {
    await bearing(session);
    await changePerson(world.ctx, person.id, { active: false });
    world.clock.move(1000);
    expect(await bearing(session)).toBeUndefined();
    await expect(refresh(session)).rejects.toEqual(over);
  });

  it("ends when the person signs out, and says nothing of a provider where there is none", async () => {
    const ctx = (await bearing(session)) ?? world.ctx;
    expect(await linkDesk().end(ctx)).toEqual({});
    world.clock.move(1000);
    expect(await bearing(session)).toBeUndefined();
    await expect(refresh(session)).rejects.toEqual(over);
    await expect(linkDesk().end(world.ctx)).rejects.toMatchObject({ code: "scope-missing" });
  });

  it("is of one tenant: another takes neither its token nor its secret", async () => {
    const other = await world.addCouncil("otherton");
    await expect(refreshSession(other, session.secret)).rejects.toEqual(over);
    const foreign = await signInByLink(world, person);
    const [, payload] = foreign.token.split(".");
    expect(JSON.parse(Buffer.from(payload ?? "", "base64url").toString()).iss).toBe(
      world.ctx.issuer,
    );
    const forged = mintStaffToken(other.keys.set, {
      issuer: world.ctx.issuer,
      person: person.id,
      session: session.id,
      jti: "jti_1",
      issuedAt: new Date(world.clock.now()),
    });
    expect(await world.bearing(forged)).toBeUndefined();
  });

  it("is nobody else's, though the token is signed by us", async () => {
    const token = mintStaffToken(world.ctx.keys.set, {
      issuer: world.ctx.issuer,
      person: "per_01kb3zq8w5v0t6m2h9r4c7d1xe",
      session: session.id,
      jti: "jti_1",
      issuedAt: new Date(world.clock.now()),
    });
    expect(await world.bearing(token)).toBeUndefined();
  });
});
