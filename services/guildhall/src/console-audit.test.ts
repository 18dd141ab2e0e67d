import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const path = "/console/exampleshire/audit";
const broken = {
  holds: false,
  events: 2,
  brokenAt: 3,
  hash: "",
  checkedAt: "2026-11-20T09:00:00Z",
};

describe("the staff page of the audit trail", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  let ann: string;
  let instead: Response | undefined;
  beforeEach(async () => {
    instead = undefined;
    world = await createConsoleWorld(({ url }) =>
      url.endsWith("/audit/verification") ? instead : undefined,
    );
    browser = world.open();
    ann = await world.enter(browser);
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const page = async (query = "") => (await browser.get(`${path}${query}`)).html;

  it("says what happened and who did it, and leads to all that they did", async () => {
    const html = await page();
    expect(html).toContain("Service: published");
    expect(html).toContain("Person: added");
    expect(html).toContain(`${path}?actor=platform`);
  });

  it("finds by type, actor and days, and keeps what was looked for", async () => {
    const found = await page("?type=person.added");
    expect(found).toContain(ann);
    expect(found).not.toContain('<td class="govuk-table__cell">Service: published');
    expect(found).toMatch(/value="person\.added" selected/);
    expect(await page("?actor=nobody")).toContain("Nothing fits.");
    expect(await page("?to=2020-01-01")).toContain("Nothing fits.");
    expect(await page("?from=2020-01-01&to=2999-12-31")).toContain("Person: added");
  });

  it.each(["?type=nothing", "?from=yesterday", "?to=2026-99-99", "?from=%3Cb%3E"])(
    "passes over %s, which nobody can look for",
    async (query) => {
      expect(await page(query)).toContain("Person: added");
    },
  );

  it("says that the trail is whole, and where it is broken", async () => {
    expect(await page("?verify=now")).toMatch(/The trail is whole: \d+ lines, checked on/);
    instead = Response.json(broken);
    expect(await page("?verify=now")).toContain("The trail is broken at line 3.");
  });

  it("gives the same as a spreadsheet, and a signed line to be kept elsewhere", async () => {
    const sheet = await browser.get(`${path}.csv?type=person.added`);
    expect(sheet.html).toMatch(/^seq,at,type,/);
    expect(sheet.html).toContain(ann);
    const checkpoint = await browser.get(`${path}/checkpoint.txt`);
    expect(checkpoint.html).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(checkpoint.headers.get("content-disposition")).toContain("exampleshire-audit-");
  });

  it.each(["", ".csv", "/checkpoint.txt"])("is not for a caseworker at audit%s", async (end) => {
    const other = world.open();
    await world.enter(other, { roles: ["caseworker"] });
    expect((await other.get(`${path}${end}`)).status).toBe(403);
  });
});
