import type { Person, Session, SignIn } from "@guildhall/contract";
import { createSignInDesk } from "@guildhall/domain";
import {
  addStaff,
  FakeIdentityProvider,
  lastLetter,
  openIdSettings,
  signInByLink,
} from "@guildhall/domain/testing";
import { createApi } from "../app.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("signing in by a link", () => {
  let world: ApiWorld;
  let person: Person;
  beforeEach(async () => {
    world = await createApiWorld();
    person = await addStaff(world.ctx, ["caseworker"]);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const post = (path: string, json: unknown) => world.ask("POST", path, { json });
  const begin = async (email = person.email): Promise<SignIn> =>
    (await post("/sign-ins", { email })).json();
  const sentCode = async () => (await lastLetter(world))?.action?.url.split("/").at(-1);
  const start = (json: unknown) => post("/sessions", json);
  const codeOf = async (response: Response) => (await response.json()).code;

  it("is what anyone is told, with no credential", async () => {
    const response = await world.ask("GET", "/sign-in");
    expect(await response.json()).toEqual({ method: "email" });
  });

  it("goes from an address to a session, and on, and ends", async () => {
    const { browserSecret } = await begin();
    const started = await start({ code: await sentCode(), browserSecret });
    expect(started.status).toBe(201);
    const session: Session = await started.json();
    const refreshed = await post("/sessions/refresh", { secret: session.secret });
    expect(refreshed.status).toBe(200);
    const next: Session = await refreshed.json();
    const ended = await world.ask("DELETE", "/sessions/current", { as: next.token });
    expect(await ended.json()).toEqual({});
    expect(await codeOf(await post("/sessions/refresh", { secret: next.secret }))).toBe(
      "unauthenticated",
    );
  });

  it("is answered alike for an address that is one of ours and for one that is not", async () => {
    const known = await post("/sign-ins", { email: person.email.toUpperCase() });
    const stranger = await post("/sign-ins", { email: "stranger@example.com" });
    expect([known.status, stranger.status]).toEqual([202, 202]);
    const shape = async (response: Response) => {
      const { browserSecret, ...rest } = await response.json();
      return { ...rest, length: browserSecret.length };
    };
    expect(await shape(stranger)).toEqual(await shape(known));
    expect(world.handover.given).toHaveLength(1);
  });

  it.each([
    ["a code that was never given", { code: "x".repeat(43) }, 403],
    ["neither code nor answer", {}, 422],
    ["both", { code: "x".repeat(43), answer: "code=a" }, 422],
    ["an answer where there is no provider", { answer: "code=a&state=b" }, 403],
  ])("is refused with %s", async (_, json, status) => {
    expect((await start(json)).status).toBe(status);
  });

  it("says why it failed", async () => {
    await begin();
    const response = await start({ code: await sentCode(), browserSecret: "y".repeat(43) });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      code: "sign-in-failed",
      errors: [{ pointer: "", code: "another-browser" }],
    });
  });

  it("needs an address", async () => {
    const response = await post("/sign-ins", {});
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toEqual([{ pointer: "/email", code: "missing" }]);
  });

  const askFrom = async (address: string, email: string) => {
    const headers = { "Content-Type": "application/json" };
    const asked = { method: "POST", headers, body: JSON.stringify({ email }) };
    const path = "/t/exampleshire/v1/sign-ins";
    return (await createApi(world.deps).request(path, asked, { caller: { address } })).status;
  };

  it("is limited for one address, and goes on for others", async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 121; at += 1)
      statuses.push(await askFrom("203.0.113.1", `stranger-${at}@example.com`));
    expect(statuses.slice(0, 120).every((status) => status === 202)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect(await askFrom("203.0.113.2", "stranger@example.com")).toBe(202);
  });

  it("goes on for somebody whose links another asks for again and again", async () => {
    const { email } = person;
    for (let at = 0; at < 10; at += 1) expect(await askFrom("2001:db8::1", email)).toBe(202);
    for (let at = 0; at < 50; at += 1)
      expect(await askFrom(`2001:db8::${at + 2}`, email)).toBe(429);
    const letters = world.handover.given.length;
    expect(await askFrom("203.0.113.3", email)).toBe(202);
    expect(world.handover.given).toHaveLength(letters + 1);
  });

  it("has its sessions ended by their own people alone", async () => {
    const response = await world.ask("DELETE", "/sessions/current", { as: world.key });
    expect(await codeOf(response)).toBe("scope-missing");
  });

  it("says nothing of a credential that is too short for its end to be shown", async () => {
    const admin = await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
    const { token } = await signInByLink(world, admin);
    const json = { clientSecret: "fifteen letters" };
    const set = await world.ask("PUT", "/sign-in/credential", { as: token, json });
    expect(await set.json()).not.toHaveProperty("last4");
  });

  it("asks to sign in again before a sensitive act, as RFC 9470 has it, and counts it as no wrong credential", async () => {
    const admin = await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
    const first = await signInByLink(world, admin);
    world.clock.move(15 * 60_000);
    const refreshed = await world.ask("POST", "/sessions/refresh", {
      json: { secret: first.secret },
    });
    const { token } = await refreshed.json();
    const json = { name: "Acme", kind: "vendor", scopes: ["tasks:read"] };
    const refused = await world.ask("POST", "/keys", { as: token, json });
    expect([refused.status, await codeOf(refused)]).toEqual([401, "sign-in-again"]);
    expect(refused.headers.get("www-authenticate")).toBe(
      'Bearer error="insufficient_user_authentication", max_age=900',
    );
    expect((await world.ask("GET", "/keys", { as: token })).status).toBe(200);
  });

  it("keeps the provider's credential to itself", async () => {
    const admin = await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
    const { token } = await signInByLink(world, admin);
    const read = () => world.ask("GET", "/sign-in/credential", { as: token });
    expect(await (await read()).json()).toEqual({ set: false });
    const json = { clientSecret: "canary-of-a-client-secret" };
    const set = await world.ask("PUT", "/sign-in/credential", { as: token, json });
    const state = {
      set: true,
      last4: "cret",
      updatedAt: new Date(world.clock.now()).toISOString(),
      setBy: "Ann Admin",
    };
    expect(await set.json()).toEqual(state);
    expect(await (await read()).json()).toEqual(state);
    for (const wrong of [{}, { clientSecret: "short" }, { ...json, privateKey: { kty: "EC" } }])
      expect(
        (await world.ask("PUT", "/sign-in/credential", { as: token, json: wrong })).status,
      ).toBe(422);
  });
});

describe("signing in at a provider", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("goes there and back to a session, and out again", async () => {
    const tenant = { ...world.ground.tenant, signIn: openIdSettings };
    const signIns = createSignInDesk({ providerFor: async () => new FakeIdentityProvider() });
    const groundFor = async () => ({ ...world.ground, tenant });
    const api = createApi({ ...world.deps, groundFor, signIns });
    const ask = async (method: string, path: string, json?: unknown, token?: string) => {
      const response = await api.request(`/t/exampleshire/v1${path}`, {
        method,
        headers: {
          "Content-Type": "application/json",
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      return response.json();
    };
    expect(await ask("GET", "/sign-in")).toEqual({
      method: "openid",
      name: "your council account",
    });
    const { url, browserSecret } = await ask("POST", "/sign-ins", {});
    const answer = `code=abc&state=${new URL(url).searchParams.get("state")}`;
    const session = await ask("POST", "/sessions", { answer, browserSecret });
    const me = await ask("GET", "/people/current", undefined, session.token);
    expect(me).toMatchObject({ name: "Grace Hopper", roles: ["caseworker", "viewer"] });
    const out = await ask("DELETE", "/sessions/current", undefined, session.token);
    expect(out.url).toContain("id_token_hint=an.id.token");
  });
});
