import { createWorld, type World } from "./testing.ts";

describe("Catalogue", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("compiles a version once", async () => {
    const { catalogue } = world.ctx;
    expect(await catalogue.live("noise")).toBe(await catalogue.version("noise", 1));
  });

  it("sees within a second what is published elsewhere", async () => {
    const { catalogue } = world.ctx;
    expect((await catalogue.live("noise")).version).toBe(1);
    await world.publish({ title: "Noise" });
    expect(await catalogue.live("noise")).toMatchObject({
      version: 2,
      definition: { title: "Noise" },
    });
  });

  it("keeps a version as it was published, though another is live", async () => {
    await world.publish({ title: "Noise" });
    const first = await world.ctx.catalogue.version("noise", 1);
    expect(first.definition.title).toBe("Report a noise nuisance");
  });

  it.each([
    ["a service that was never published", "fly-tipping", 1],
    ["a version that was never published", "noise", 9],
  ])("does not know %s", async (_, service, version) => {
    await expect(world.ctx.catalogue.version(service, version)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
