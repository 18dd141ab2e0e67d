import { endSessions, listKeys } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/";
const cookie = "__Host-gh-staff-exampleshire";
const newKey = {
  name: "Acme",
  kind: "vendor",
  scopes: "tasks:read",
  months: "12",
  proof: "secret",
  once: "8e03978e-40d5-43e8-bc93-6894a57f9324",
};

describe("the staff pages before the real API", () => {
  let world: ConsoleWorld;
  beforeEach(async () => {
    world = await createConsoleWorld();
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const keysIssued = async () =>
    (await listKeys(await world.contextOf("exampleshire"), { limit: 100 })).data.length;

  it("show nothing to whoever is not signed in, and lead back to what was asked for", async () => {
    const behind = world.addresses("GET").filter((path) => !path.includes("/sign-in"));
    expect(behind.length).toBeGreaterThan(15);
    for (const path of behind) {
      const { status, location } = await world.open().get(`${path}?a=b`);
      expect([path, status]).toEqual([path, 303]);
      const asked = new URL(location, world.publicUrl);
      expect([asked.pathname, asked.searchParams.get("next")]).toEqual([
        `${root}sign-in`,
        `${path}?a=b`,
      ]);
    }
  });

  it.each<[string, Record<string, string>]>([
    ["another site", { "Sec-Fetch-Site": "cross-site" }],
    ["a neighbour of this site", { "Sec-Fetch-Site": "same-site" }],
    ["a page that hides where it is", { Origin: "null" }],
    ["another site, by an older browser", { Origin: "https://evil.example" }],
    ["nowhere", {}],
  ])("take no form from %s", async (_, headers) => {
    const browser = world.open();
    await world.enter(browser);
    const forms = world.addresses("POST");
    expect(forms.length).toBeGreaterThan(15);
    for (const path of forms) {
      expect([path, (await browser.post(path, newKey, headers)).status]).toEqual([path, 403]);
    }
    expect(await keysIssued()).toBe(0);
    expect((await browser.get(root)).status).toBe(200);
  });

  it("are shown in no frame, kept by no cache and run no script of others", async () => {
    const browser = world.open();
    await world.enter(browser);
    for (const path of [root, `${root}sign-in`, `${root}keys`, "/console/", "/console/none/"]) {
      const { headers } = await browser.get(path);
      const policy = headers.get("content-security-policy");
      for (const words of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'"])
        expect(policy).toContain(words);
      expect(headers.get("cache-control")).toBe("no-store");
    }
  });

  it("give a session of its own to a browser that came with somebody else's", async () => {
    const attacker = world.open();
    await world.enter(attacker);
    const planted = attacker.cookies.get(cookie) ?? "";
    const victim = world.open();
    victim.cookies.set(cookie, planted);
    await world.enter(victim);
    const secretOf = (browser: StaffBrowser) =>
      decodeURIComponent(browser.cookies.get(cookie) ?? "").split("~")[0];
    expect(victim.cookies.get(cookie)).not.toBe(planted);
    expect(secretOf(victim)).not.toBe(secretOf(attacker));
  });

  it("hold two organisations apart in one browser, and say for which one works", async () => {
    const browser = world.open();
    await world.enter(browser);
    await world.enter(browser, { tenant: "otherton", roles: ["viewer"] });
    const [here, there] = [await browser.get(root), await browser.get("/console/otherton/")];
    expect(here.html).toContain("Ann of exampleshire");
    expect(there.html).toContain("Ann of otherton");
    expect(there.html).not.toContain("Ann of exampleshire");
    expect((await browser.get("/console/otherton/keys")).status).toBe(403);
    const front = (await browser.get("/console/")).html;
    expect(front.match(/Signed in/g)).toHaveLength(2);
    await browser.post("/console/otherton/sign-out");
    expect((await browser.get("/console/")).html.match(/Signed in/g)).toHaveLength(1);
    expect((await browser.get(root)).status).toBe(200);
  });

  it("go on with a session whose token has ended, under a secret of its own", async () => {
    const browser = world.open();
    await world.enter(browser);
    const before = browser.cookies.get(cookie);
    world.hurry(6 * 60_000);
    expect((await browser.get(`${root}keys`)).status).toBe(200);
    expect(browser.cookies.get(cookie)).not.toBe(before);
  });

  it("lead to the sign-in and back when the session has ended, and keep a form that is sent", async () => {
    const browser = world.open();
    const id = await world.enter(browser);
    const { cookies } = browser;
    const before = new Map(cookies);
    await endSessions(await world.contextOf("exampleshire"), id);
    world.hurry(6 * 60_000);
    const asked = await browser.get(`${root}calls?days=7`);
    expect(asked.status).toBe(303);
    const { searchParams } = new URL(asked.location, world.publicUrl);
    expect(Object.fromEntries(searchParams)).toEqual({
      next: `${root}calls?days=7`,
      reason: "away",
    });
    expect(cookies.has(cookie)).toBe(false);
    cookies.set(cookie, before.get(cookie) ?? "");
    const page = `${root}access/acc_1`;
    const sent = await browser.post(`${page}/approve`, newKey, {
      "Sec-Fetch-Site": "same-origin",
      Referer: `${world.publicUrl}${page}`,
    });
    expect([sent.status, sent.html]).toEqual([401, expect.stringContaining("You were signed out")]);
    expect(sent.html).toContain(`action="${page}/approve"`);
    expect(await keysIssued()).toBe(0);
  });

  it("end the session of whoever signs out, though its token has run out before", async () => {
    const browser = world.open();
    await world.enter(browser);
    const before = browser.cookies.get(cookie) ?? "";
    world.hurry(6 * 60_000);
    expect((await browser.post(`${root}sign-out`)).location).toBe(`${root}sign-in?reason=out`);
    expect(browser.cookies.has(cookie)).toBe(false);
    browser.cookies.set(cookie, before);
    expect((await browser.get(root)).status).toBe(303);
  });

  it("have no place for whom a role does not let in, and say so when they go there", async () => {
    const browser = world.open();
    await world.enter(browser, { roles: ["caseworker"] });
    const { html } = await browser.get(root);
    for (const area of ["keys", "people", "webhooks", "calls", "access"]) {
      expect(html).not.toContain(`href="${root}${area}"`);
      const refused = await browser.get(`${root}${area}`);
      expect([refused.status, refused.html]).toEqual([
        403,
        expect.stringContaining("This is not part of your role"),
      ]);
    }
    expect((await browser.post(`${root}keys/new`, newKey)).status).toBe(403);
  });

  it("issue one key when the form is sent twice, and show it once", async () => {
    const browser = world.open();
    await world.enter(browser);
    const first = await browser.post(`${root}keys/new`, newKey);
    expect(first.html).toMatch(/gh_live_\w+/);
    const again = await browser.post(`${root}keys/new`, newKey);
    expect(again.html).not.toMatch(/gh_live_\w+/);
    expect(again.html).toContain("shown once already");
    expect(await keysIssued()).toBe(1);
    const other = await browser.post(`${root}keys/new`, { ...newKey, name: "Another" });
    expect([other.status, await keysIssued()]).toEqual([409, 1]);
    expect(other.html).toContain("You have sent this form already");
  });

  it("say that the next signing key has to wait", async () => {
    const browser = world.open();
    await world.enter(browser);
    const { status, html } = await browser.post(`${root}signing-keys/rotate`);
    expect([status, html]).toEqual([409, expect.stringContaining("published for a day")]);
  });

  it("sign nobody in who only looks at a link, and tell no page of it", async () => {
    const browser = world.open();
    const link = `${root}sign-in/link/${"a".repeat(43)}`;
    const shown = await browser.get(link);
    expect(shown.headers.get("referrer-policy")).toBe("no-referrer");
    expect(browser.cookies.size).toBe(0);
    const pressed = await browser.post(link);
    expect(pressed.location).toBe(`${root}sign-in?reason=late`);
    expect(pressed.headers.get("referrer-policy")).toBe("no-referrer");
    expect((await browser.get(`${root}sign-in/return?code=a&state=b`)).location).toMatch(/reason=/);
  });

  it("lead nobody out of these pages by where a sign-in was begun", async () => {
    const { html } = await world.open().get(`${root}sign-in?next=//evil.example/`);
    expect(html).toContain(`name="next" value="${root}"`);
    expect(html).not.toContain("evil");
  });

  it.each(["/console/none/", "/console/Example/", "/console/none/sign-in", `${root}none`])(
    "are not at %s",
    async (path) => {
      const browser = world.open();
      await world.enter(browser);
      expect((await browser.get(path)).status).toBe(404);
    },
  );

  it.each([`keys?cursor=${"a".repeat(201)}`, "calls?route=%00", "calls?caller=%EF%BF%BF%00"])(
    "ask for something else than %j",
    async (path) => {
      const browser = world.open();
      await world.enter(browser);
      expect((await browser.get(`${root}${path}`)).status).toBe(422);
    },
  );

  it.each(["keys/000000000000", "keys/x", "people/per_x", "webhooks/x", "access/x"])(
    "know nothing of %s",
    async (path) => {
      const browser = world.open();
      await world.enter(browser);
      expect((await browser.get(`${root}${path}`)).status).toBe(404);
    },
  );
});
