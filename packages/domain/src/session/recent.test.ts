import type { Person } from "@guildhall/contract";
import { approveAccess } from "../access/decide.ts";
import { putConnection } from "../connection/put.ts";
import { setCredential } from "../connection/set-credential.ts";
import type { Context } from "../context.ts";
import { changeKey } from "../key/change.ts";
import { issueKey } from "../key/issue.ts";
import { revokeKey } from "../key/revoke.ts";
import { rotateKey } from "../key/rotate.ts";
import { addPerson } from "../person/add.ts";
import { changePerson, endSessions, removePerson } from "../person/change.ts";
import { listPeople } from "../person/list.ts";
import { setPlacesKey } from "../place/credential.ts";
import { revokeSigningKey, rotateSigningKeys } from "../signing-key/rotate.ts";
import { addSubscription } from "../subscription/add.ts";
import { changeSubscription } from "../subscription/change.ts";
import { rotateSubscription } from "../subscription/rotate.ts";
import {
  addStaff,
  createWorld,
  exampleSubscription,
  exampleshire,
  signInByLink,
  type World,
} from "../testing.ts";
import { setSignInCredential } from "./credential.ts";
import { refreshSession } from "./refresh.ts";

const minuteMs = 60_000;
const mayCall = () => true;
const none = "none_01zzzzzzzzzzzzzzzzzzzzzzzz";
const newKey = { name: "Acme", kind: "vendor", scopes: ["tasks:read"] } as const;
const [connector] = exampleshire.connectors;
if (!connector) throw new Error("there is no connector");
const person = { name: "Bob", email: "bob@exampleshire.test", roles: ["viewer" as const] };

/** All that could let somebody in, or lead what is entrusted to the council elsewhere. */
const sensitive: readonly [string, (ctx: Context) => Promise<unknown>][] = [
  ["issueKey", (ctx) => issueKey(ctx, newKey)],
  ["rotateKey", (ctx) => rotateKey(ctx, none, { previousEndsInHours: 1 })],
  ["changeKey", (ctx) => changeKey(ctx, none, { to: { name: "New" } })],
  ["revokeKey", (ctx) => revokeKey(ctx, none)],
  ["approveAccess", (ctx) => approveAccess(ctx, none, {})],
  ["rotateSigningKeys", (ctx) => rotateSigningKeys(ctx)],
  ["revokeSigningKey", (ctx) => revokeSigningKey(ctx, none)],
  ["addPerson", (ctx) => addPerson(ctx, person)],
  ["changePerson", (ctx) => changePerson(ctx, none, { roles: ["tenant-admin"] })],
  ["removePerson", (ctx) => removePerson(ctx, none)],
  ["setSignInCredential", (ctx) => setSignInCredential(ctx, { clientSecret: "a-client-secret" })],
  ["putConnection", (ctx) => putConnection(ctx, connector, { mayCall })],
  ["setCredential", (ctx) => setCredential(ctx, none, { apiKey: "a-secret-of-the-office" })],
  ["setPlacesKey", (ctx) => setPlacesKey(ctx, "a-secret-of-the-provider")],
  ["addSubscription", (ctx) => addSubscription(ctx, exampleSubscription, mayCall)],
  ["changeSubscription", (ctx) => changeSubscription(ctx, none, { input: {}, mayCall })],
  ["rotateSubscription", (ctx) => rotateSubscription(ctx, none, { keepHours: 1 })],
];

describe("a sensitive act", () => {
  let world: World;
  let admin: Person;
  beforeEach(async () => {
    world = await createWorld();
    admin = await addStaff(world.ctx, ["tenant-admin"]);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const again = expect.objectContaining({ code: "sign-in-again" });
  /** Whoever signed in so long ago, and has worked since. */
  async function signedIn(agoMs: number): Promise<Context> {
    let session = await signInByLink(world, admin);
    for (let left = agoMs; left > 0; left -= 4 * minuteMs) {
      world.clock.move(Math.min(left, 4 * minuteMs));
      session = await refreshSession(world.ctx, session.secret);
    }
    return (await world.bearing(session.token)) ?? world.as({ scopes: [] });
  }

  it.each(sensitive)(
    "%s is done by nobody who signed in a quarter of an hour ago",
    async (_, act) => {
      const before = await listPeople(world.ctx, { limit: 100 });
      await expect(act(await signedIn(15 * minuteMs))).rejects.toEqual(again);
      expect((await listPeople(world.ctx, { limit: 100 })).data).toHaveLength(before.data.length);
    },
  );

  it.each(sensitive)("%s is not asked about of whoever has just signed in", async (_, act) => {
    const answer = await act(await signedIn(15 * minuteMs - 1)).catch((problem) => problem);
    expect(answer).not.toEqual(again);
  });

  it.each(sensitive)(
    "%s is refused for want of the right before it is asked about",
    async (_, act) => {
      const ctx = { ...(await signedIn(15 * minuteMs)), scopes: new Set([]) };
      await expect(act(ctx)).rejects.toMatchObject({ code: "scope-missing" });
    },
  );

  it("is done once its person has signed in again, and not in the session from before", async () => {
    const before = await signedIn(20 * minuteMs);
    const now = await signedIn(0);
    expect(await issueKey(now, newKey)).toMatchObject({ name: "Acme" });
    await expect(issueKey(before, newKey)).rejects.toEqual(again);
  });

  it("is not asked about of a key or of the platform", async () => {
    expect(await issueKey(world.as({}), newKey)).toMatchObject({ name: "Acme" });
    expect(await issueKey(world.ctx, newKey)).toMatchObject({ name: "Acme" });
  });

  it("is asked about where nobody knows when they proved who they are", async () => {
    const ctx = { ...(await signedIn(0)), signedInAt: undefined };
    await expect(issueKey(ctx, newKey)).rejects.toEqual(again);
  });

  it("is not what ends sessions: a screen that was left alone is shut at once", async () => {
    await endSessions(await signedIn(15 * minuteMs), admin.id);
  });
});
