import { putDriftRow, transact } from "@guildhall/store";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const path = "/console/exampleshire/connectors/back-office/drift";
const sentence = "“Noise case” no longer has “<b>grant</b>”. “Report a noise nuisance” would fail.";

describe("the staff page of what a back office takes", () => {
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
  const page = async () => (await browser.get(path)).html;

  it("says that nobody has looked yet, and is found from the statuses", async () => {
    expect(await page()).toContain("Nobody has looked yet.");
    expect((await browser.get("/console/exampleshire/statuses")).html).toContain(path);
  });

  it("says which services would fail and by which rows, and writes it as text", async () => {
    const { db } = await world.contextOf("exampleshire");
    const row = { service: "noise", serviceTitle: "Report a noise nuisance", mapping: "case" };
    const rows = [{ ...row, target: "grant" }];
    const findings = [{ kind: "field-gone" as const, sentence, design: "create-item", rows }];
    const drift = { connector: "back-office", lookedAt: 1, baseline: null, findings };
    await transact(db, (tx) => putDriftRow(tx, { ...drift, state: "drifted" }));
    const body = await page();
    expect(body).toContain("&lt;b&gt;grant&lt;/b&gt;");
    expect(body).toContain("Report a noise nuisance, mapping case");
  });

  it("looks when it is asked to", async () => {
    const answer = await browser.post(path);
    expect([answer.status, answer.location]).toEqual([303, `${path}?done=drift-looked`]);
    expect(await page()).toContain("Last looked at");
  });

  it("is not for those who may not see connectors, nor for a connector that is not there", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["viewer"] });
    expect((await other.get(path)).status).toBe(403);
    expect((await browser.get(path.replace("back-office", "nowhere"))).status).toBe(404);
  });
});
