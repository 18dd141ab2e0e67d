import { beginServiceDraft, getServiceDraft, withdrawService } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/services";
const once = () => crypto.randomUUID();

describe("the staff page of all services", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["designer"] });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const context = () => world.contextOf("exampleshire");
  const page = async (query = "") => (await browser.get(`${root}${query}`)).html;
  const begin = async (title: string) => beginServiceDraft(await context(), { title });

  it("says how each stands, and who makes a draft beside it", async () => {
    await begin("Report a <bench>");
    await beginServiceDraft(await context(), { service: "noise" });
    const html = await page();
    expect(html).toContain(`href="${root}/noise"`);
    expect(html).toContain("Live");
    expect(html).toContain("Version 1,");
    expect(html).toContain("Not published yet");
    expect(html).toContain("Report a &lt;bench&gt;");
    expect(html).toContain((await context()).actor.name);
    await withdrawService(await context(), "noise");
    expect(await page()).toContain("Withdrawn");
  });

  it("finds services by words of their names, a part of the list at a time", async () => {
    for (let count = 0; count < 51; count += 1) await begin(`Bench number ${100 + count}`);
    const html = await page("?search=BENCH");
    expect(html).not.toContain(`href="${root}/noise"`);
    expect(html.match(/href="[^"]*services\/bench-number/g)).toHaveLength(50);
    const [, more = ""] = /href="([^"]+cursor[^"]+)"/.exec(html) ?? [];
    const rest = await browser.get(more.replaceAll("&amp;", "&"));
    expect(rest.html.match(/href="[^"]*services\/bench-number/g)).toHaveLength(1);
    expect(await page("?search=zebra")).toContain("No service has “zebra” in its name.");
  });

  it("begins a service with its name and its place in the list, once, and leads to its home", async () => {
    const category = "Noise and light";
    const fields = { title: " Report a bench ", category, once: once() };
    for (let press = 0; press < 2; press += 1) {
      const { status, location } = await browser.post(`${root}/new`, fields);
      expect([status, location]).toEqual([303, `${root}/report-a-bench?done=service-begun`]);
    }
    const draft = await getServiceDraft(await context(), "report-a-bench");
    expect(draft).toMatchObject({ revision: 1, definition: { title: "Report a bench", category } });
  });

  it("asks where it stands, with the categories that citizens see and one of its own", async () => {
    const empty = (await browser.get(`${root}/new`)).html;
    expect(empty).toMatch(/<option value="Environmental health">/);
    const fields = { title: "Bench", once: once() };
    const unsaid = await browser.post(`${root}/new`, fields);
    expect(unsaid.status).toBe(400);
    expect(unsaid.html).toContain('<a href="#category">Choose a category, or enter one');
    const long = await browser.post(`${root}/new`, { ...fields, ownCategory: "a".repeat(81) });
    expect(long.html).toContain('<a href="#ownCategory">The category must be 80 characters');
    const own = { ...fields, category: "Environmental health", ownCategory: "Parks <i>" };
    await browser.post(`${root}/new`, own);
    const { definition } = await getServiceDraft(await context(), "bench");
    expect(definition.category).toBe("Parks <i>");
    await withdrawService(await context(), "noise");
    const first = await browser.post(`${root}/new`, fields);
    expect(first.html).not.toContain("<select");
    expect(first.html).toMatch(/<input[^>]* id="category"[^>]* name="ownCategory"/);
  });

  it("lists services by their titles", async () => {
    await beginServiceDraft(await context(), { title: "Éclairs", service: "z" });
    await beginServiceDraft(await context(), { title: "Zebras", service: "a" });
    const html = await page();
    const at = (service: string) => html.indexOf(`href="${root}/${service}"`);
    expect(at("z")).toBeLessThan(at("noise"));
    expect(at("noise")).toBeLessThan(at("a"));
  });

  it.each([
    ["", "Enter what the service is called"],
    ["a".repeat(121), "The name must be 120 characters or fewer"],
    ["a\u0000b", "characters that cannot be kept"],
  ])("asks again for a name where it was “%s”", async (title, sentence) => {
    const { status, html } = await browser.post(`${root}/new`, { title, once: once() });
    expect(status).toBe(400);
    expect(html).toContain(sentence);
    expect(html).toContain("<title>Error: ");
  });

  it("begins nothing for those who only look, and shows nothing to those who do neither", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["tenant-admin"] });
    const { html } = await other.get(root);
    expect(html).toContain(`href="${root}/noise"`);
    expect(html).not.toContain(`href="${root}/new"`);
    const fields = { title: "Bench", category: "Parks", once: once() };
    const refused = await other.post(`${root}/new`, fields);
    expect(refused.status).toBe(403);
    const none = world.open();
    await world.enter(none, { roles: ["viewer"] });
    expect((await none.get(root)).status).toBe(403);
  });
});
