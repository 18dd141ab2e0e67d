import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("the platform's own API", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("shows anyone which organisations are on the platform", async () => {
    const response = await world.fetch("/platform/v1/tenants");
    expect(await response.json()).toMatchObject({
      data: [{ id: "exampleshire", name: "Exampleshire District Council" }],
    });
  });

  it("takes no other method there", async () => {
    const response = await world.fetch("/platform/v1/tenants", { method: "DELETE" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  });
});
