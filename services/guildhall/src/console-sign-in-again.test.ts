import { issueKey, listKeys } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/";
const cookie = "__Host-gh-staff-exampleshire";
const minuteMs = 60_000;
const newKey = {
  name: `Acme & Sons "Ltd"`,
  kind: "vendor",
  scopes: "tasks:read",
  months: "12",
  proof: "secret",
  once: "8e03978e-40d5-43e8-bc93-6894a57f9324",
};

describe("whoever signed in a while ago", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser);
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    vi.useRealTimers();
    expect(world.faults).toEqual([]);
  });

  /** Let time go by, in which the person looks at a page now and then. */
  async function workFor(minutes: number): Promise<void> {
    for (let left = minutes; left > 0; left -= 4) {
      vi.setSystemTime(Date.now() + Math.min(left, 4) * minuteMs);
      await browser.get(root);
    }
  }
  const keys = async () =>
    (await listKeys(await world.contextOf("exampleshire"), { limit: 100 })).data;
  const carriesOn = (html: string) => {
    const action = /<form method="post" action="([^"]*)" novalidate/.exec(html)?.[1] ?? "";
    return browser.post(action, fieldsIn(html));
  };

  it("goes on with all else, is asked to sign in again before a key is issued, and loses nothing", async () => {
    await workFor(15);
    expect((await browser.get(`${root}keys`)).status).toBe(200);
    const asked = await browser.post(`${root}keys/new`, newKey);
    expect([asked.status, await keys()]).toEqual([401, []]);
    expect(asked.html).toContain("Sign in again before this is done");
    expect(asked.html).toContain(
      `href="${root}sign-in?next=${encodeURIComponent(`${root}signed-in`)}&amp;reason=again"`,
    );
    expect(fieldsIn(asked.html)).toMatchObject(newKey);

    expect((await carriesOn(asked.html)).html).toContain("Sign in again before this is done");
    await world.enter(browser);
    const done = await carriesOn(asked.html);
    expect(done.html).toMatch(/gh_live_\w+/);
    expect(await keys()).toMatchObject([{ name: newKey.name }]);
  });

  it("leaves no session behind that could still be used", async () => {
    const before = browser.cookies.get(cookie) ?? "";
    await world.enter(browser);
    const copied = world.open();
    copied.cookies.set(cookie, before);
    // Who may do what is asked anew once a second.
    vi.setSystemTime(Date.now() + 1001);
    expect((await copied.get(root)).status).toBe(303);
    expect((await browser.get(root)).status).toBe(200);
  });

  it("is asked before each act that could let somebody in, and does none of them until then", async () => {
    const ctx = await world.contextOf("exampleshire");
    const key = await issueKey(ctx, { name: "A", kind: "vendor", scopes: ["tasks:read"] });
    const colleague = await world.enter(world.open(), { roles: ["viewer"] });
    await workFor(16);
    const person = `${root}people/${colleague}`;
    const acts: [string, Record<string, string>][] = [
      [`${root}keys/${key.id}/change`, { name: "B", scopes: "tasks:read" }],
      [`${root}keys/${key.id}/rotate`, { hours: "24" }],
      [`${root}keys/${key.id}/revoke`, {}],
      [`${root}signing-keys/rotate`, {}],
      [`${root}people/new`, { name: "Bob", email: "bob@council.example", roles: "viewer" }],
      [person, { roles: "tenant-admin", active: "yes" }],
      [`${person}/remove`, { name: "Ann of exampleshire" }],
    ];
    for (const [path, fields] of acts) {
      const { status, html } = await browser.post(path, fields);
      expect([path, status]).toEqual([path, 401]);
      expect(html).toContain("Sign in again before this is done");
    }
    expect(await keys()).toEqual([expect.objectContaining({ name: "A", last4: key.last4 })]);
    expect((await browser.get(`${root}people`)).html).not.toContain("bob@council.example");
  });

  it("has a form kept that was sent after the session had ended, whatever form it is", async () => {
    const words = `A "long" note\n<b>of a call</b>`.repeat(400);
    vi.setSystemTime(Date.now() + 31 * minuteMs);
    for (const path of ["keys/new", "feedback/x/deal-with", "services/new", "made-up?a=b&c"]) {
      const sent = await browser.post(`${root}${path}`, { words, once: newKey.once });
      expect([path, sent.status]).toEqual([path, 401]);
      expect(sent.html).toContain("You were signed out");
      expect(sent.html).toContain(`action="${root}${path.replace("&", "&amp;")}"`);
      expect(fieldsIn(sent.html)).toEqual({ words, once: newKey.once });
    }
    expect(browser.cookies.has(cookie)).toBe(false);
    const asked = await browser.post(`${root}keys/new`, newKey);
    await world.enter(browser);
    expect((await carriesOn(asked.html)).html).toMatch(/gh_live_\w+/);
  });

  it("has every value of a field kept, in its order", async () => {
    browser.cookies.clear();
    const body = new URLSearchParams([
      ["roles", "viewer"],
      ["roles", "designer"],
    ]);
    const headers = { "Sec-Fetch-Site": "same-origin" };
    const { html } = await browser.send(`${root}people/new`, { method: "POST", body, headers });
    expect(html.match(/name="roles" value="\w+"/g)).toEqual([
      `name="roles" value="viewer"`,
      `name="roles" value="designer"`,
    ]);
  });

  it("is told that files are to be chosen once more, on the page that they were chosen on", async () => {
    browser.cookies.clear();
    const body = new FormData();
    body.set("folder", new File(["x"], "folder.zip"));
    const send = (Referer: string) =>
      browser.send(`${root}folder`, {
        method: "POST",
        body,
        headers: { "Sec-Fetch-Site": "same-origin", Referer },
      });
    const { status, html } = await send(`${world.publicUrl}${root}folder?a=b`);
    expect([status, html]).toEqual([401, expect.stringContaining(`href="${root}folder?a=b"`)]);
    expect(html).not.toContain("carry-on");
    const evil = await send(`${world.publicUrl}//evil.example/`);
    expect(evil.html).not.toContain("evil");
  });

  it("is led back from the other tab", async () => {
    expect((await browser.get(`${root}signed-in`)).html).toContain("You are signed in");
    browser.cookies.clear();
    expect((await browser.get(`${root}signed-in`)).status).toBe(303);
  });
});
