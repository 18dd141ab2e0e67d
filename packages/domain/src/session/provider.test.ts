import type { Context } from "../context.ts";
import { addPerson } from "../person/add.ts";
import { changePerson } from "../person/change.ts";
import { getPerson, listPeople } from "../person/list.ts";
import {
  createWorld,
  FakeIdentityProvider,
  linkDesk,
  openIdSettings,
  signInByLink,
  type World,
} from "../testing.ts";
import { createSignInDesk, type SignInDesk } from "./desk.ts";

const minuteMs = 60_000;

describe("signing in at the tenant's own provider", () => {
  let world: World;
  let ctx: Context;
  let provider: FakeIdentityProvider;
  let desk: SignInDesk;
  beforeEach(async () => {
    world = await createWorld();
    ctx = { ...world.ctx, tenant: { ...world.ctx.tenant, signIn: openIdSettings } };
    provider = new FakeIdentityProvider();
    desk = createSignInDesk({ providerFor: async () => provider });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const is = (changed: Partial<FakeIdentityProvider["identity"]>) => {
    provider.identity = { ...provider.identity, ...changed };
  };
  const answerTo = (url = "") => `code=abc&state=${new URL(url).searchParams.get("state")}`;
  async function signIn() {
    const { url, browserSecret } = await desk.begin(ctx, {});
    return desk.start(ctx, { answer: answerTo(url), browserSecret });
  }
  const people = async () => (await listPeople(ctx, { limit: 100 })).data;
  const failed = (code: string) =>
    expect.objectContaining({
      code: "sign-in-failed",
      faults: [expect.objectContaining({ code })],
    });

  it("is what anyone is told", () => {
    expect(desk.method(ctx)).toEqual({ method: "openid", name: "your council account" });
  });

  it("sends the browser there and back to one address", async () => {
    const { url = "", expiresAt } = await desk.begin(ctx, {});
    expect(new URL(url).searchParams.get("redirect_uri")).toBe(
      "https://guildhall.test/console/exampleshire/sign-in/return",
    );
    expect(Date.parse(expiresAt)).toBe(world.clock.now() + 10 * minuteMs);
    await signIn();
    expect(provider.asked).toEqual([
      {
        returnTo: "https://guildhall.test/console/exampleshire/sign-in/return",
        query: "code=abc&state=state-2",
      },
    ]);
  });

  it("makes whoever comes for the first time a person with the roles of their groups", async () => {
    const session = await signIn();
    expect(await people()).toMatchObject([
      {
        name: "Grace Hopper",
        email: "grace@exampleshire.test",
        roles: ["caseworker", "viewer"],
        active: true,
      },
    ]);
    expect((await world.bearing(session.token))?.scopes.has("tasks:write")).toBe(true);
  });

  it("knows them again by the provider's name for them, though all else has changed", async () => {
    await signIn();
    is({ name: "Grace Murray", email: "gm@exampleshire.test", groups: ["admins", "others"] });
    await signIn();
    expect(await people()).toMatchObject([
      { name: "Grace Murray", email: "gm@exampleshire.test", roles: ["tenant-admin"] },
    ]);
  });

  it("knows whoever was let in by their address, the first time only", async () => {
    const name = "G Hopper";
    const invited = await addPerson(ctx, {
      name,
      email: "grace@exampleshire.test",
      roles: ["designer"],
    });
    await signIn();
    expect(await getPerson(ctx, invited.id)).toMatchObject({ name: "Grace Hopper" });
    is({ subject: "subject-2" });
    await expect(signIn()).rejects.toEqual(failed("email-taken"));
  });

  it("believes no address that the provider has not checked", async () => {
    await addPerson(ctx, { name: "G", email: "grace@exampleshire.test", roles: ["designer"] });
    is({ emailVerified: false });
    await expect(signIn()).rejects.toEqual(failed("email-missing"));
  });

  it("leaves an address to whom it belongs", async () => {
    await signIn();
    await addPerson(ctx, { name: "Bob", email: "bob@exampleshire.test", roles: ["viewer"] });
    is({ email: "bob@exampleshire.test" });
    await signIn();
    expect((await people()).map(({ email }) => email)).toEqual([
      "grace@exampleshire.test",
      "bob@exampleshire.test",
    ]);
  });

  it("has it proved anew who is there where that is asked for", async () => {
    await desk.begin(ctx, {});
    expect(provider.wasToldAgain).toBe(false);
    await desk.begin(ctx, { again: true });
    expect(provider.wasToldAgain).toBe(true);
  });

  it.each([
    ["when the provider says", -5 * minuteMs, -5 * minuteMs],
    ["never later than now, whatever the provider's clock says", 5 * minuteMs, 0],
    ["nobody knows when, where the provider does not say", undefined, undefined],
  ])("takes them to have proved who they are %s", async (_, saidMs, takenMs) => {
    const at = (ms: number | undefined) => (ms === undefined ? undefined : world.clock.now() + ms);
    is({ provedAt: at(saidMs) });
    const { token } = await signIn();
    expect((await world.bearing(token))?.signedInAt).toBe(at(takenMs));
  });

  it("gives nobody the platform where the tenant does not run it", async () => {
    is({ groups: ["ops"] });
    await expect(signIn()).rejects.toEqual(failed("no-group"));
    ctx = { ...ctx, tenant: { ...ctx.tenant, kind: "shared-service" } };
    await signIn();
    expect(await people()).toMatchObject([{ roles: ["platform-admin"] }]);
  });

  it.each([
    ["who is in no group that counts", { groups: ["others"] }, "no-group"],
    ["who has no address", { email: undefined }, "email-missing"],
    ["whose address is none", { email: "no address" }, "email-missing"],
  ])("lets nobody in %s", async (_, identity, code) => {
    is(identity);
    await expect(signIn()).rejects.toEqual(failed(code));
    expect(await people()).toEqual([]);
  });

  it("lets nobody in who is not active", async () => {
    await signIn();
    const [{ id } = { id: "" }] = await people();
    await addPerson(ctx, { name: "A", email: "a@exampleshire.test", roles: ["tenant-admin"] });
    await changePerson(ctx, id, { active: false });
    await expect(signIn()).rejects.toEqual(failed("not-active"));
  });

  it("takes an answer once, and asks the provider nothing about it again", async () => {
    const { url, browserSecret } = await desk.begin(ctx, {});
    const answer = answerTo(url);
    await desk.start(ctx, { answer, browserSecret });
    await expect(desk.start(ctx, { answer, browserSecret })).rejects.toEqual(
      failed("link-unknown"),
    );
    expect(provider.asked).toHaveLength(1);
  });

  it("takes no answer again that the provider did not prove", async () => {
    const { url, browserSecret } = await desk.begin(ctx, {});
    const answer = answerTo(url);
    provider.fault = "identity-not-proved";
    await expect(desk.start(ctx, { answer, browserSecret })).rejects.toEqual(
      failed("identity-not-proved"),
    );
    provider.fault = undefined;
    await expect(desk.start(ctx, { answer, browserSecret })).rejects.toEqual(
      failed("link-unknown"),
    );
  });

  it("takes no answer from another browser, and asks the provider nothing about it", async () => {
    const { url, browserSecret } = await desk.begin(ctx, {});
    const mine = await desk.begin(ctx, {});
    const stolen = { answer: answerTo(url), browserSecret: mine.browserSecret };
    await expect(desk.start(ctx, stolen)).rejects.toEqual(failed("another-browser"));
    expect(provider.asked).toEqual([]);
    await desk.start(ctx, { answer: answerTo(url), browserSecret });
  });

  it.each(["code=abc", "code=abc&state=", "code=abc&state=made-up", "%%%"])(
    "takes no answer to what was never asked: %j",
    async (answer) => {
      const { browserSecret } = await desk.begin(ctx, {});
      await expect(desk.start(ctx, { answer, browserSecret })).rejects.toEqual(
        failed("link-unknown"),
      );
    },
  );

  it("takes no answer after ten minutes", async () => {
    const { url, browserSecret } = await desk.begin(ctx, {});
    world.clock.move(10 * minuteMs);
    await expect(desk.start(ctx, { answer: answerTo(url), browserSecret })).rejects.toEqual(
      failed("link-unknown"),
    );
  });

  it("fails plainly when the provider cannot be reached, or has no credential", async () => {
    provider.fault = "provider-unavailable";
    await expect(desk.begin(ctx, {})).rejects.toEqual(failed("provider-unavailable"));
    await expect(linkDesk().begin(ctx, {})).rejects.toEqual(failed("credential-missing"));
  });

  it("is the only way in: a link is neither sent nor taken", async () => {
    await addPerson(world.ctx, { name: "A", email: "a@exampleshire.test", roles: ["viewer"] });
    const { url } = await desk.begin(ctx, { email: "a@exampleshire.test" });
    expect(url).toContain(openIdSettings.issuer);
    await expect(signInByLinkAt()).rejects.toEqual(failed("link-unknown"));

    async function signInByLinkAt() {
      const { browserSecret } = await linkDesk().begin(world.ctx, { email: "a@exampleshire.test" });
      return desk.start(ctx, { code: "x".repeat(43), browserSecret });
    }
    await signInByLink(world, { email: "a@exampleshire.test" });
  });

  it("ends at the provider too", async () => {
    const session = await signIn();
    const signedIn = await world.bearing(session.token);
    const { url = "" } = await desk.end({ ...ctx, ...signedIn, tenant: ctx.tenant });
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      id_token_hint: "an.id.token",
      post_logout_redirect_uri: "https://guildhall.test/console/exampleshire/",
    });
  });
});
