import { headingOf } from "./testing/look.ts";
import { council, fillUpTo, noise, Visitor } from "./testing/visitor.ts";

describe("the portal", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });

  it("lists the councils, and neither partners nor the organisation that runs the platform", async () => {
    const { html } = await visitor.get("/");
    expect(html).toContain('href="/c/exampleshire/"');
    expect(html).not.toContain("/c/helpers/");
    expect(html).not.toContain("/c/shared/");
  });

  it("lists them in Welsh to whoever reads that first, or asks for it", async () => {
    const headers = { "Accept-Language": "cy-GB,cy;q=0.9,en;q=0.5" };
    const led = await visitor.send("/", { headers });
    expect(headingOf(led.html)).toBe("Dewiswch eich cyngor");
    expect(led.html).toContain('href="/c/exampleshire/cy/"');
    expect(led.headers.get("vary")).toContain("Accept-Language");
    expect(headingOf((await visitor.get("/?language=cy")).html)).toBe("Dewiswch eich cyngor");
    const chosen = await visitor.send("/?language=en", { headers });
    expect(headingOf(chosen.html)).toBe("Choose your council");
  });

  it("finds services by any of their words", async () => {
    expect((await visitor.get(`${council}/?q=NOISE+disturbs`)).html).toContain(`href="${noise}"`);
    const none = await visitor.get(`${council}/?q=%3Cscript%3E`);
    expect(none.html).toContain("No services found");
    expect(none.html).not.toContain("<script>");
  });

  it.each([
    "/c/nowhere/",
    "/c/nowhere/services/noise",
    "/c/Exampleshire/",
    "/c/a%2f..%2fb/",
    "/c/%00/",
    "/nothing",
    "/assets/nothing.js",
  ])("answers %s with the same plain 404", async (path) => {
    const { status, html } = await visitor.get(path);
    expect(status).toBe(404);
    expect(html).toBe((await visitor.get("/no/such/page")).html);
    expect(headingOf(html)).toBe("Page not found");
  });

  it.each([
    `${council}/services/nothing`,
    `${council}/services/nothing/page`,
    `${council}/services/..%2f..%2ftenant`,
    `${council}/nothing`,
    `${council}/brands/other.css`,
    `${council}/brands/other/logo`,
    `${council}/track/EXM-2222-2222`,
  ])("answers %s with the council's 404, whatever it is that is not there", async (path) => {
    const { status, html } = await visitor.get(path);
    expect(status).toBe(404);
    expect(html).toBe((await visitor.get(`${council}/no/such/page`)).html);
    expect(headingOf(html)).toBe("Page not found");
    expect(html).toContain("brands/exampleshire.css");
    expect(html).toContain("01632 960 001");
  });

  it("refuses forms that come from elsewhere, and changes nothing", async () => {
    for (const headers of [{ "Sec-Fetch-Site": "cross-site" }, { Origin: "null" }, {}]) {
      const { status } = await visitor.send(noise, { method: "POST", headers });
      expect(status).toBe(403);
    }
    expect(visitor.api.calls).toEqual([]);
  });

  it("says of every page that it loads nothing from elsewhere and stands in no frame", async () => {
    for (const path of ["/", `${council}/`, noise, `${council}/cookies`, "/nothing"]) {
      const { headers } = await visitor.get(path);
      expect(headers.get("content-security-policy")).toMatch(
        /default-src 'none'.*frame-ancestors 'none'/,
      );
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("cache-control")).toBe("no-store");
    }
  });

  it("keeps what a browser must hold in one cookie that no script can read", async () => {
    const { headers } = await visitor.post(noise);
    const [cookie = "", ...more] = headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(/^__Secure-gh_exampleshire=draft!noise!/);
    for (const part of ["Path=/c/exampleshire", "HttpOnly", "Secure", "SameSite=Lax"]) {
      expect(cookie).toContain(part);
    }
  });

  it("deletes the cookie when it is asked to", async () => {
    await visitor.post(noise);
    expect((await visitor.post(`${council}/cookies`)).location).toBe(
      `${council}/cookies?deleted=yes`,
    );
    expect(visitor.cookies.size).toBe(0);
    expect((await visitor.get(`${council}/cookies?deleted=yes`)).html).toContain("no longer holds");
  });

  it("wears the council's colours and logo, under an address that changes with them", async () => {
    const { html } = await visitor.get(`${council}/`);
    const [, theme = ""] =
      /href="(\/c\/exampleshire\/brands\/exampleshire\.css\?v=\w+)"/.exec(html) ?? [];
    const sheet = await visitor.get(theme);
    expect(sheet.html).toContain("#0a5c55");
    expect(sheet.headers.get("cache-control")).toContain("immutable");
    const logo = await visitor.get(`${council}/brands/exampleshire/logo`);
    expect(logo.headers.get("content-type")).toBe("image/svg+xml");
  });

  it("serves its own styles and scripts for ever", async () => {
    const { html } = await visitor.get("/");
    const names = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
      ([, name = ""]) => name,
    );
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const asset = await visitor.get(name);
      expect([asset.status, asset.headers.get("cache-control")]).toEqual([
        200,
        expect.stringContaining("immutable"),
      ]);
    }
  });

  it("compresses what it serves for ever, and no page, whose words could be guessed by its length", async () => {
    const headers = { "Accept-Encoding": "gzip" };
    const { html } = await visitor.send(`${council}/`, { headers });
    const [, name = ""] = /href="(\/assets\/guildhall[^"]+)"/.exec(html) ?? [];
    const asset = await visitor.send(name, { headers });
    expect(asset.headers.get("content-encoding")).toBe("gzip");
    expect(html).toContain("</html>");
  });

  it("is unavailable, and says so, where the platform is", async () => {
    visitor.api.fail("GET /tenant", "tenant-unavailable");
    const { status, html, headers } = await visitor.get(`${council}/`);
    expect([status, headers.get("retry-after")]).toEqual([503, "60"]);
    expect(headingOf(html)).toBe("Sorry, the service is unavailable");
  });

  it("tells the log of a fault, and the citizen nothing of it", async () => {
    visitor.api.fail("GET /tenant", "unexpected");
    const { status, html } = await visitor.get(`${council}/`);
    expect(status).toBe(500);
    expect(html).not.toMatch(/unexpected|api\.example|Refused/);
    expect(visitor.faults).toHaveLength(1);
  });

  it("reaches the platform with the citizen's own token or none", async () => {
    const { api } = visitor;
    const seen = new Set<string | null>();
    const { fetch } = api;
    Object.assign(api, {
      fetch: (request: Request) => {
        seen.add(request.headers.get("authorization"));
        return fetch(request);
      },
    });
    await fillUpTo(visitor);
    expect(
      [...seen].every((value) => value === null || value.startsWith("Bearer token.drf_")),
    ).toBe(true);
  });
});
