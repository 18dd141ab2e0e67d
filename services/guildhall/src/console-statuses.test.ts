import { exampleshire } from "@guildhall/domain/testing";
import { countStatus, insertAlarm, putConnector, transact } from "@guildhall/store";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const path = "/console/exampleshire/statuses";

describe("the staff page of statuses", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser);
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  async function come(external: string, times = 1): Promise<void> {
    const { db, now } = await world.contextOf("exampleshire");
    const came = { connector: "back-office", service: "noise", external, mapped: false };
    for (let time = 0; time < times; time += 1)
      await transact(db, (tx) => countStatus(tx, { ...came, at: now() }));
  }
  const page = async (query = "") => (await browser.get(`${path}${query}`)).html;

  it("names what nobody has said the meaning of, and what to do about it", async () => {
    await come("X-99", 3);
    const body = await page();
    expect(body).toContain("One status means nothing here yet.");
    expect(body).toContain("X-99");
    expect(body).toContain("Nobody has said");
  });

  it("says what citizens read at each status that came", async () => {
    await come("LOOKING");
    await come("CLOSED");
    const body = await page();
    expect(body).toContain("An officer is looking at it");
    expect(body).toContain("and ends it");
    expect(body).not.toContain("means nothing here yet");
  });

  it("shows only those that nobody has said the meaning of, where that is asked for", async () => {
    await come("LOOKING");
    await come("X-99");
    const body = await page("?show=unmapped");
    expect(body).toContain("X-99");
    expect(body).not.toContain("LOOKING");
    expect(await page("?service=another")).toContain("None fits.");
  });

  it("begins with the back office that has something to explain, and counts it", async () => {
    const { db } = await world.contextOf("exampleshire");
    const [definition] = exampleshire.connectors;
    if (!definition) throw new Error("Exampleshire has a back office");
    await transact(db, (tx) => putConnector(tx, { ...definition, id: "a-quiet-one" }));
    await come("X-99");
    const body = await page();
    expect(body).toContain("1 without a meaning");
    expect(body.indexOf("(back-office)")).toBeLessThan(body.indexOf("(a-quiet-one)"));
    expect(body).toMatch(/aria-current="page"[^>]*>[^<]*\(back-office\)/);
  });

  it("is found from the alarm of a status that nobody has said the meaning of", async () => {
    const { db, ids, now } = await world.contextOf("exampleshire");
    const data = JSON.stringify({ connector: "back-office", external: "X-99" });
    const about = { kind: "status-unmapped", subject: "X-99", role: "tenant-admin" } as const;
    const alarm = { ...about, id: ids.id("alm"), data, raisedAt: now() };
    await transact(db, (tx) => insertAlarm(tx, alarm));
    const { html } = await browser.get("/console/exampleshire/alarms");
    expect(html).toContain(`href="${path}?connector=back-office&amp;show=unmapped"`);
    expect(html).toContain("See “X-99” among its statuses");
  });

  it("writes what a back office says as text, whatever it is", async () => {
    await come("<script>alert(1)</script>");
    expect(await page()).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("says so where nothing is known", async () => {
    expect(await page()).toContain("Nothing is known of its statuses");
  });

  it("is of the back office that is chosen", async () => {
    const { db } = await world.contextOf("exampleshire");
    const [definition] = exampleshire.connectors;
    if (!definition) throw new Error("Exampleshire has a back office");
    await transact(db, (tx) => putConnector(tx, { ...definition, id: "planning" }));
    await come("LOOKING");
    expect(await page()).toContain("LOOKING");
    expect(await page("?connector=planning")).toContain("Nothing is known of its statuses");
    expect(await page("?connector=nowhere")).toContain("LOOKING");
  });

  it("is not for those who may not see connectors", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["viewer"] });
    expect((await other.get("/console/exampleshire/")).html).not.toContain(path);
    expect((await other.get(path)).status).toBe(403);
  });
});
