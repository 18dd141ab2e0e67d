import { type Answered, ask } from "./testing/door.ts";
import { startTown, type Town } from "./testing/town.ts";

const own = "services.cambridge.example";
const other = "services.huntingdonshire.example";

describe("a council's own domain", () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown({ HOSTS: "platform.example" });
    const { store, domains } = town.running.platform;
    for (const [id, domain] of [
      ["cambridge-city", own],
      ["huntingdonshire", other],
    ] as const) {
      const tenant = await store.tenant(id);
      if (tenant) {
        const definition = { ...tenant.definition, domains: [domain] };
        await store.addTenant(definition, { now: Date.now() });
      }
    }
    await domains.renew();
  });
  afterAll(() => town?.[Symbol.asyncDispose]());

  interface Asked {
    readonly host?: string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }
  const at = (path: string, { host = own, method = "GET", headers = {} }: Asked = {}) =>
    ask({ port: town.running.port, path, method, headers: { Host: host, ...headers } });
  const post = (path: string, more: Asked = {}) =>
    at(path, {
      ...more,
      method: "POST",
      headers: { "Sec-Fetch-Site": "same-origin", ...more.headers },
    });

  it("has the council's home at its root, and every link stays on it", async () => {
    const { status, body } = await at("/");
    expect(status).toBe(200);
    expect(body).toContain("Cambridge City Council");
    expect(body).toContain('href="/services/noise-nuisance"');
    expect(body).not.toContain("/c/cambridge-city");
    for (const path of linksIn(body).filter((href) => href.startsWith("/")))
      expect([path, (await at(path)).status]).toEqual([path, 200]);
  });

  it("keeps its cookie for itself, and none of the council's other sites can plant one", async () => {
    const { status, headers } = await post("/services/noise-nuisance");
    expect(status).toBe(303);
    expect(headers.location).toMatch(/^\/services\/noise-nuisance\//);
    const [cookie = ""] = cookiesOf(headers);
    expect(cookie).toContain("Path=/;");
    expect(cookie).not.toMatch(/domain=/i);
    const shown = await at(`${headers.location}`, {
      headers: { Cookie: cookie.split(";")[0] ?? "" },
    });
    expect(shown.status).toBe(200);
    expect(shown.body).toContain("<form");
    expect(shown.body).not.toContain("/c/cambridge-city");
  });

  it.each([
    "/c/cambridge-city/",
    "/c/huntingdonshire/",
    "/c/huntingdonshire/services/noise-nuisance",
    "/../huntingdonshire/",
    "/%2e%2e/huntingdonshire/",
    "/t/cambridge-city/v1/services",
    "/t/huntingdonshire/v1/services",
    "/platform/v1/tenants",
    "/.well-known/oauth-authorization-server/t/cambridge-city",
    "/console",
    "/console/cambridge-city/",
    "/mailbox/",
    "/problems/",
  ])("has no page %s: neither another council's, nor the API, nor the staff's", async (path) => {
    const { status, body } = await at(path);
    expect(status).toBe(404);
    expect(body).not.toContain("Huntingdonshire");
  });

  it("takes forms from its own pages alone, where the browser says no more than where from", async () => {
    const from = (Origin: string) =>
      at("/services/noise-nuisance", { method: "POST", headers: { Origin } });
    const { port } = new URL(town.base);
    expect((await from(`http://${own}`)).status).toBe(303);
    expect((await from(`http://${other}`)).status).toBe(403);
    expect((await from(`http://localhost:${port}`)).status).toBe(403);
  });

  it("shows another council on another domain", async () => {
    const { body } = await at("/", { host: other });
    expect(body).toContain("Huntingdonshire");
    expect(body).not.toContain("Cambridge City Council");
  });

  it("does not change whose the API is: the path says so, whatever the host", async () => {
    const { status, body } = await at("/t/huntingdonshire/v1/tenant", { host: "platform.example" });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ id: "huntingdonshire" });
  });

  it("leaves unknown hosts outside where hosts are named", async () => {
    expect((await at("/", { host: "evil.example" })).status).toBe(421);
    expect((await at("/livez")).status).toBe(200);
  });
});

function linksIn(html: string): string[] {
  return [...html.matchAll(/(?:href|src|action)="([^"#]+)"/g)].map(([, href = ""]) => href);
}

function cookiesOf({ "set-cookie": set }: Answered["headers"]): readonly string[] {
  return [set ?? []].flat();
}
