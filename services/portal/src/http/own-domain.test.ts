import { createPortal } from "../index.ts";
import { createFakeApi, type FakeApi } from "../testing/fake-api.ts";
import { foundAddress, otherCouncil } from "../testing/fake-places.ts";
import { reference, trackingKey, trackingOf } from "../testing/tracking.ts";
import { rightAnswers } from "../testing/visitor.ts";
import { platformPath } from "./own-domain.ts";

const own = "services.exampleshire.example";
const domains = {
  tenantOf: (host: string) => (host.startsWith(own) ? "exampleshire" : undefined),
  domainOf: (tenant: string) => (tenant === "exampleshire" ? own : undefined),
};

describe("platformPath", () => {
  const pathOf = (url: string) => platformPath(new Request(url), domains);

  it.each([
    [`https://${own}/`, "/c/exampleshire/"],
    [`https://${own}/services/noise?a=b`, "/c/exampleshire/services/noise"],
    [`https://${own}:8443/t/farshire/v1`, "/c/exampleshire/t/farshire/v1"],
    [`https://${own}/c/farshire/`, "/c/exampleshire/c/farshire/"],
    [`https://${own}/assets/a.css`, "/assets/a.css"],
    ["https://platform.example/c/farshire/", "/c/farshire/"],
  ])("takes %s for %s", (url, path) => {
    expect(pathOf(url)).toBe(path);
  });
});

describe("a council with a domain of its own", () => {
  const api = createFakeApi();
  const portalOver = ({ fetch }: FakeApi) =>
    createPortal({
      fetch,
      apiOrigin: "https://api.example",
      publicUrl: "https://platform.example",
      domains,
    });
  const portal = portalOver(api);
  const get = (url: string, headers: Record<string, string> = {}) =>
    portal.request(url, { headers });
  const send = (url: string, fields: Record<string, string | string[]>, Cookie: string) => {
    const pairs = Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, value] as [string, string]),
    );
    const headers = { "Sec-Fetch-Site": "same-origin", Cookie };
    return portal.request(url, { method: "POST", headers, body: new URLSearchParams(pairs) });
  };
  const page = "/c/exampleshire/services/noise";

  it("leads who comes to it under the platform's address to the same page of its own", async () => {
    const led = await get(`https://platform.example${page}?a=b`);
    expect(led.status).toBe(302);
    expect(led.headers.get("location")).toBe(`https://${own}/services/noise?a=b`);
  });

  it("leads to its own host alone, however the path is written", async () => {
    for (const path of [
      "/c/%65xampleshire/",
      "/c/exampleshir%65//evil.example/",
      "/c/exampleshire/%2f%2fevil.example",
    ]) {
      const location = (await get(`https://platform.example${path}`)).headers.get("location");
      expect(location).not.toBeNull();
      expect(new URL(location ?? "").host).toBe(own);
    }
  });

  it.each(["/%5Cevil.example", "/%09/evil.example", "/%0a/evil.example", "//evil.example"])(
    "names its own pages alone in each language, however the path is written: %s",
    async (path) => {
      const inWelsh = createFakeApi();
      inWelsh.offersWelsh = true;
      const pages = portalOver(inWelsh);
      for (const root of ["", "/cy"]) {
        const html = await (await pages.request(`https://${own}${root}${path}`)).text();
        const evil = [...html.matchAll(/ (?:href|formaction)="([^"]*evil[^"]*)"/g)];
        expect(evil.length).toBeGreaterThan(0);
        for (const [, to = ""] of evil)
          expect([to, new URL(to, `https://${own}/`).host]).toEqual([to, own]);
      }
    },
  );

  it("leads to other councils at the platform's address", async () => {
    const tenant = { id: "east", name: "East Council" };
    api.offers = { places: {} };
    api.places.addresses = [
      foundAddress(3, { outside: true, council: { ...otherCouncil, tenant } }),
    ];
    const start = await portal.request(`https://${own}/services/noise`, {
      method: "POST",
      headers: { "Sec-Fetch-Site": "same-origin" },
    });
    const Cookie = start.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    for (const [page, fields] of Object.entries(rightAnswers)) {
      if (page === "details") break;
      await send(`https://${own}/services/noise/${page}`, fields, Cookie);
    }
    const step = "?at=yourAddress&step=find&search=CB7+4AA";
    const html = await (
      await get(`https://${own}/services/noise/details${step}`, { Cookie })
    ).text();
    expect(html).toContain('href="https://platform.example/c/east/"');
  });

  it("leads from its sandbox to those who give access, at the platform's address", async () => {
    const test = "test.exampleshire.example";
    const sandbox = createPortal({
      fetch: (request) => api.fetch(request),
      apiOrigin: "https://api.example",
      publicUrl: "https://platform.example",
      domains: { tenantOf: () => "exampleshire-test", domainOf: () => test },
    });
    const html = await (await sandbox.request(`https://${test}/cookies`)).text();
    expect(html).toContain('href="https://platform.example/c/exampleshire/developers"');
    expect(html).not.toContain('href="/c/');
  });

  it("leaves who has begun something under the platform's address to finish it there", async () => {
    const headers = { Cookie: "__Secure-gh_exampleshire=draft!noise!drf_1!token!1" };
    expect((await get(`https://platform.example${page}`, headers)).status).toBe(200);
  });

  it("leads nobody away from this machine, where the domain need not be known", async () => {
    expect((await get(`http://localhost:3000${page}`)).status).toBe(200);
  });

  it("leads to the platform's address for what only stands there", async () => {
    const html = await (await get(`https://${own}/developers`)).text();
    expect(html).toContain('href="https://platform.example/t/exampleshire/docs/');
    expect(html).not.toContain('href="/c/');
  });

  it("keeps what its browsers hold from the council's other sites", async () => {
    api.tracking.set(reference, trackingOf("noise"));
    const { headers } = await get(`https://${own}/track/${reference}?key=${trackingKey}`);
    expect(headers.get("location")).toBe(`/track/${reference}`);
    const [cookie = ""] = headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-gh_exampleshire=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it("wears its brand where it is not there, and where it cannot be reached", async () => {
    expect(await (await get(`https://${own}/nothing`)).text()).toContain(
      "/brands/exampleshire.css",
    );
    api.fail("GET /tenant", "tenant-unavailable");
    const away = await get(`https://${own}/`);
    expect(away.status).toBe(503);
    expect(await away.text()).toContain("/brands/exampleshire.css");
  });
});
