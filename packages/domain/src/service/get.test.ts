import { Service, Tenant } from "@guildhall/contract";
import type { Db } from "@guildhall/store";
import { applyTenant } from "../tenant/apply.ts";
import { createWorld, exampleshire, noise, type World } from "../testing.ts";
import { getLogo, getService, getTenant, listServices } from "./get.ts";

describe("what anyone may see of a council", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const anyone = () => world.as({ scopes: [] });
  const apply = (changed: Partial<typeof exampleshire>) =>
    applyTenant(
      world.store,
      { ...exampleshire, ...changed },
      { actor: world.ctx.actor, now: world.clock.now() },
    );

  it("is who it is, and its brands", async () => {
    expect(Tenant.parse(await getTenant(anyone()))).toMatchObject({
      id: "exampleshire",
      kind: "council",
      name: "Exampleshire District Council",
      brands: [{ id: "exampleshire" }],
    });
  });

  it("is its services, by id, a part at a time", async () => {
    const services = ["bins", "noise", "pests"].map((id) => ({ ...noise, id }));
    await apply({ services });
    const first = await listServices(anyone(), { limit: 2 });
    expect(first.data.map(({ id }) => id)).toEqual(["bins", "noise"]);
    const rest = await listServices(anyone(), { limit: 2, cursor: first.nextCursor });
    expect(rest.data.map(({ id }) => id)).toEqual(["pests"]);
    expect(rest).not.toHaveProperty("nextCursor");
  });

  it("is its services by what is known of each version: no definition is read again", async () => {
    const first = await listServices(anyone(), { limit: 10 });
    const select = (columns?: Parameters<Db["reads"]["select"]>[0]) => {
      if (!columns || "definition" in columns) throw new Error("A definition is read");
      return world.ctx.db.reads.select(columns);
    };
    const db = { reads: { select } } as unknown as Db;
    expect(await listServices({ ...anyone(), db }, { limit: 10 })).toEqual(first);
  });

  it("is what a service asks and what will happen, not where the answers go", async () => {
    const service = await getService(anyone(), "noise");
    expect(Service.parse(service)).toEqual(service);
    expect(service).toMatchObject({ version: 1, title: "Report a noise nuisance" });
    for (const hidden of ["mappings", "steps", "messages"])
      expect(service).not.toHaveProperty(hidden);
  });

  it("is who a service's answers are passed on to, by the names that the council gave them", async () => {
    const names = exampleshire.connectors.map(({ name }) => name);
    const { recipients } = await getService(anyone(), "noise");
    expect(recipients?.length).toBeGreaterThan(0);
    for (const name of recipients ?? []) expect(names).toContain(name);
    await world.publish({ steps: [] });
    expect(await getService(anyone(), "noise")).not.toHaveProperty("recipients");
  });

  it("is who runs the platform for it", async () => {
    const ctx = anyone();
    const tenant = { ...ctx.tenant, runBy: "shared" };
    expect(await getTenant({ ...ctx, tenant })).toMatchObject({ runBy: "shared" });
    expect(await getTenant(ctx)).not.toHaveProperty("runBy");
  });

  it("is a version that was live before, for whoever began with it", async () => {
    await world.publish({ title: "Noise" });
    expect(await getService(anyone(), "noise")).toMatchObject({ version: 2, title: "Noise" });
    expect(await getService(anyone(), "noise", 1)).toMatchObject({
      version: 1,
      title: "Report a noise nuisance",
    });
  });

  it.each([
    ["image/svg+xml", Buffer.from("<svg/>")],
    ["image/png", Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ])("is a logo as %s", async (contentType, logo) => {
    const [brand] = exampleshire.brands;
    if (!brand) throw new Error("Exampleshire has a brand");
    await apply({ brands: [{ ...brand, logo }] });
    expect(await getLogo(anyone(), "exampleshire")).toEqual({ bytes: logo, contentType });
  });

  it("is nothing under a name that is not there", async () => {
    const refused = { code: "not-found" };
    await expect(getService(anyone(), "fly-tipping")).rejects.toMatchObject(refused);
    await expect(getService(anyone(), "noise", 9)).rejects.toMatchObject(refused);
    await expect(getLogo(anyone(), "nowhere")).rejects.toMatchObject(refused);
  });
});
