import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("health over the API", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("is told of each connector, which is not taken for one that is called so", async () => {
    await world.start();
    const as = await world.keyFor("connectors:read");
    const { connectors, lanes } = await (
      await world.ask("GET", "/connectors/health", { as })
    ).json();
    expect(connectors).toContainEqual(
      expect.objectContaining({
        connector: "back-office",
        breaker: { state: "closed" },
        waiting: 0,
      }),
    );
    expect(lanes).toContainEqual(expect.objectContaining({ lane: "delivery/back-office" }));
  });

  it("is told of tenants to no key of a vendor", async () => {
    const refused = await world.ask("GET", "/tenant-health", { as: world.key });
    expect([refused.status, (await refused.json()).code]).toEqual([403, "scope-missing"]);
  });
});
