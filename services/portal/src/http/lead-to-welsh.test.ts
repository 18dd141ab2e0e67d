import { createFakeApi } from "../testing/fake-api.ts";
import { council, noise, Visitor } from "../testing/visitor.ts";

const arriving = { "Sec-Fetch-Site": "none", "Accept-Language": "cy,en;q=0.5" };

describe("whoever reads Welsh first", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor(createFakeApi());
    visitor.api.offersWelsh = true;
  });
  const come = (path: string, headers: Record<string, string> = arriving) =>
    visitor.send(path, { headers });

  it.each([
    ["home", `${council}/?q=swn`, `${council}/cy/?q=swn`],
    ["a service", noise, noise.replace(council, `${council}/cy`)],
  ])(
    "is led to the Welsh page from %s, and no cache keeps that for others",
    async (_, from, to) => {
      const { status, location, headers } = await come(from);
      expect([status, location]).toEqual([302, to]);
      expect(headers.get("vary")).toContain("Accept-Language");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("set-cookie")).toBeNull();
    },
  );

  it("keeps English who chose it on the page", async () => {
    const chosen = { ...arriving, "Sec-Fetch-Site": "same-origin" };
    expect((await come(`${council}/`, chosen)).status).toBe(200);
  });

  it("keeps English who has begun something in it", async () => {
    await visitor.post(noise);
    expect((await come(`${council}/`)).status).toBe(200);
  });

  it.each([
    ["English first", { ...arriving, "Accept-Language": "en,cy" }],
    ["nothing", { "Sec-Fetch-Site": "none" }],
    ["Welsh, and does not say where its reader comes from", { "Accept-Language": "cy" }],
  ])("is nobody whose browser asks for %s", async (_, headers) => {
    const seen = await come(`${council}/`, headers as Record<string, string>);
    expect(seen.status).toBe(200);
    expect(seen.headers.get("vary")).toContain("Accept-Language, Cookie, Sec-Fetch-Site");
  });

  it("is not led to a council that offers nothing in Welsh", async () => {
    visitor.api.offersWelsh = false;
    const { status, headers } = await come(`${council}/`);
    expect([status, headers.get("vary")]).toEqual([200, null]);
  });

  it("is led nowhere from a page in Welsh, nor from a request that is followed", async () => {
    expect((await come(`${council}/cy/`)).status).toBe(200);
    expect((await come(`${council}/track`)).status).toBe(200);
  });
});
