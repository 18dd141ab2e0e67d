import { exampleshire } from "@guildhall/domain/testing";
import { putBrand, transact } from "@guildhall/store";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("services over the API", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are listed to anyone", async () => {
    const response = await world.ask("GET", "/services");
    expect(await response.json()).toMatchObject({ data: [{ id: "noise", version: 1 }] });
  });

  it("show anyone their form, and not where the answers go", async () => {
    const text = await (await world.ask("GET", "/services/noise")).text();
    expect(JSON.parse(text)).toMatchObject({ id: "noise", form: { pages: [{ id: "noise" }, {}] } });
    expect(text).not.toMatch(/mappings|connector|back-office/);
  });

  it("keep their earlier versions for those who began with one", async () => {
    await world.publish({ title: "Tell us about noise" });
    const title = async (query: string) =>
      (await (await world.ask("GET", `/services/noise${query}`)).json()).title;
    expect(await title("")).toBe("Tell us about noise");
    expect(await title("?version=1")).toBe("Report a noise nuisance");
  });

  it.each(["/services/parking", "/services/noise?version=9", "/services/Noise", "/services/%00"])(
    "are not found at %s",
    async (path) => {
      const response = await world.ask("GET", path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(await (await world.ask("GET", "/nothing")).text());
    },
  );

  it.each(["0", "-1", "1.5", "NaN", "9223372036854775808", "1e400", "one"])(
    "have no version %s",
    async (version) => {
      const response = await world.ask("GET", `/services/noise?version=${version}`);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ errors: [{ pointer: "/version" }] });
    },
  );

  it("belong to a tenant that anyone may see", async () => {
    const tenant = await (await world.ask("GET", "/tenant")).json();
    expect(tenant).toMatchObject({ id: "exampleshire", brands: [{ id: "exampleshire" }] });
  });

  it.each([
    ["a picture", Buffer.from("\x89PNG", "latin1"), "image/png"],
    ["a drawing", Buffer.from("<svg/>"), "image/svg+xml"],
  ])("have the logo of a brand, %s that can do nothing", async (_, logo, type) => {
    const brand = exampleshire.brands[0]?.brand;
    if (!brand) throw new Error("Exampleshire has a brand");
    await transact(world.ground.db, (tx) => putBrand(tx, brand, logo));
    const response = await world.ask("GET", "/brands/exampleshire/logo");
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(logo);
  });

  it("have no logo where the brand has none", async () => {
    expect((await world.ask("GET", "/brands/exampleshire/logo")).status).toBe(404);
  });
});
