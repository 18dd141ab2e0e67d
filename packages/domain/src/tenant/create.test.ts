import { NewTenant, type Problem } from "@guildhall/contract";
import { findPersonByEmail, findSecret, listOutbox } from "@guildhall/store";
import { listAudit } from "../audit/list.ts";
import { getConnection } from "../connection/get.ts";
import { asPlatform, type Context } from "../context.ts";
import { shareRecipe } from "../recipe/share.ts";
import { listServiceDrafts } from "../service-draft/list.ts";
import { exampleshire } from "../testing/exampleshire.ts";
import { createWorld, type World } from "../testing/world.ts";
import { applyTenant } from "./apply.ts";
import { createTenant } from "./create.ts";
import type { OnboardingDesk } from "./onboarding-desk.ts";
import { getTenantReadiness } from "./readiness.ts";
import { testConnection } from "./test-connection.ts";

const said = {
  id: "fenmarsh",
  name: "Fenmarsh District Council",
  colour: "#0a5c55",
  administrators: [{ name: "Ada Byron", email: "Ada@fenmarsh.example" }],
};
const connector = {
  id: "alloy",
  kind: "alloy",
  name: "environmental health",
  address: "https://alloy.example/",
  settings: { reference: "attributes_ref" },
  credential: { apiKey: "a-key-of-twenty-signs" },
} as const;

const refused: readonly [string, object, string][] = [
  ["a taken id", { id: "exampleshire" }, "/id: There is a tenant “exampleshire” already."],
  ["a reserved id", { id: "console" }, "/id: “console” stands for a part of the platform."],
  [
    "a sandbox's id",
    { id: "a-test" },
    "/id: An id that ends in “-test” is that of a copy for trying out.",
  ],
  ["an id that is too long", { id: "a".repeat(80) }, "/id: An id has no more than 75 characters."],
  [
    "a pale colour",
    { colour: "#ffdd00" },
    "/colour: White text on #ffdd00 cannot be read by all. Choose a darker colour.",
  ],
  [
    "our own host",
    { domains: ["guildhall.test"] },
    "/domains/0: guildhall.test is the platform's own address.",
  ],
  [
    "a recipe that is not there",
    { recipes: ["none"] },
    "/recipes/0: The cookbook has no recipe “none”.",
  ],
  [
    "one administrator twice",
    { administrators: [said.administrators[0], said.administrators[0]] },
    "/administrators/1/email: Two administrators have the same email address.",
  ],
  [
    "a forbidden address",
    { connectors: [{ ...connector, address: "https://forbidden.example/" }] },
    "/connectors/0/address: This address may not be called.",
  ],
  [
    "one connector twice",
    { connectors: [connector, connector] },
    "/connectors/1/id: There are two connectors “alloy”.",
  ],
  [
    "a credential of another kind",
    { connectors: [{ ...connector, credential: { password: "secret" } }] },
    "/connectors/0/credential: This is not what a connector of kind alloy is let in with.",
  ],
];

describe("taking a tenant on", () => {
  let world: World;
  let shared: Context;
  let desk: OnboardingDesk;
  beforeEach(async () => {
    world = await createWorld();
    await addShared("shared");
    desk = {
      store: world.store,
      groundFor: world.groundFor,
      isOurs: (host) => host === "guildhall.test",
      mayCall: (url) => !url.includes("forbidden"),
      tryConnection: async () => ({ outcome: "answers", sentence: "It answers." }),
    };
    await shareRecipe(world.ctx, {
      service: "noise",
      news: "New.",
      withMappings: false,
      parts: [],
    });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function addShared(id: string): Promise<void> {
    const tenant = { ...exampleshire.tenant, id, kind: "shared-service" } as const;
    const { actor } = world.ctx;
    await applyTenant(world.store, { ...exampleshire, tenant }, { actor, now: world.clock.now() });
    const ground = await world.groundFor(id);
    if (!ground) throw new Error("no ground");
    shared = asPlatform(ground);
  }
  const create = (changed: object = {}, ctx = shared) =>
    createTenant(ctx, NewTenant.parse({ ...said, ...changed }), desk);
  const created = async () => {
    const ground = await world.groundFor("fenmarsh");
    if (!ground) throw new Error("there is no Fenmarsh");
    return asPlatform(ground);
  };
  const refusal = async (changed: object) => {
    const problem = (await create(changed).catch((error) => error)) as Problem;
    return problem.faults.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  };

  it("is for nobody who signed in a quarter of an hour ago: it lets people in", async () => {
    const signedInAt = world.clock.now() - 15 * 60_000;
    const late = { ...shared, session: "ses_1", signedInAt };
    await expect(create({}, late)).rejects.toMatchObject({ code: "sign-in-again" });
    expect(await create({}, { ...late, signedInAt: signedInAt + 1 })).toMatchObject({
      id: "fenmarsh",
    });
  });

  it("makes it with its brand, connections, recipes as drafts, and administrators who are written to", async () => {
    await create({ connectors: [connector], domains: ["services.fenmarsh.example"] });
    const ctx = await created();
    expect(ctx.tenant).toMatchObject({ referencePrefix: "FEN", runBy: "shared", kind: "council" });
    expect((await listServiceDrafts(ctx, { limit: 10 })).data).toMatchObject([
      { service: "noise" },
    ]);
    expect(await getConnection(ctx, "alloy")).toMatchObject({ credential: { set: true } });
    expect(await findSecret(ctx.db, "connector/alloy")).toEqual(connector.credential);
    const ada = await findPersonByEmail(ctx.db, "ada@fenmarsh.example");
    expect(ada?.roles).toEqual(["tenant-admin", "designer"]);
    expect(await listOutbox(ctx.db, [ada?.id ?? ""])).toMatchObject([{ kind: "message" }]);
    const mine = { type: "tenant.created", subject: "fenmarsh" };
    expect((await listAudit(ctx, { limit: 100 })).data).toContainEqual(
      expect.objectContaining(mine),
    );
    expect((await listAudit(shared, { limit: 100 })).data).toContainEqual(
      expect.objectContaining(mine),
    );
  });

  it("finishes one that was killed before it held anything", async () => {
    const tenant = { ...exampleshire.tenant, id: "fenmarsh", name: "Half" };
    await world.store.addTenant(tenant, { now: 0 });
    await created();
    await create();
    expect((await created()).tenant.name).toBe("Fenmarsh District Council");
  });

  it("refuses each of these in a sentence, and makes nothing", async () => {
    for (const [what, changed, sentence] of refused)
      expect([what, await refusal(changed)]).toEqual([what, [sentence]]);
    expect(await world.store.tenant("fenmarsh")).toBeUndefined();
  });

  it("refuses a domain that is another's", async () => {
    await create({ domains: ["services.fenmarsh.example"] });
    const other = { id: "other", domains: ["services.fenmarsh.example"] };
    expect(await refusal(other)).toEqual([
      "/domains/0: services.fenmarsh.example is another organisation's already.",
    ]);
  });

  it("is for nobody but whoever runs the platform", async () => {
    const scopes = new Set([...shared.scopes].filter((scope) => scope !== "platform:write"));
    const other = { ...shared, scopes };
    await expect(create({}, other)).rejects.toMatchObject({ code: "scope-missing" });
    const testing = testConnection(
      other,
      { ...NewTenant.shape.connectors.parse([connector])[0] } as never,
      desk,
    );
    await expect(testing).rejects.toMatchObject({ code: "scope-missing" });
  });

  it("says what is ready and what is not, to whoever runs the platform for it", async () => {
    await create({ connectors: [{ ...connector, credential: undefined }] });
    const { checks, live } = await getTenantReadiness(shared, "fenmarsh", desk);
    expect(live).toBe(0);
    const said = checks.map(({ about, state, sentence }) => `${about} ${state}: ${sentence}`);
    expect(said).toEqual([
      "brand ready: Its colours can be read by all. Its pages show the name; there is no logo.",
      "domain ready: Its pages stand under the platform's own address.",
      "sign-in ready: Staff are sent a link by email.",
      "administrators to-do: 1 invited; nobody has signed in yet.",
      "connector to-do: Its credential is not set.",
      expect.stringMatching(/^service to-do: \d+ things? left to do/),
    ]);
  });

  it.each(["exampleshire", "nowhere"])("says nothing of %s, which it does not run", async (id) => {
    const asking = getTenantReadiness(shared, id, desk);
    await expect(asking).rejects.toMatchObject({ code: "not-found" });
  });
});
