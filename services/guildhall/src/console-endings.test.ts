import { beginServiceDraft, getServiceDraft, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire";
const afterEnd = `${root}/services/noise/after-end`;
const chasing = `${root}/services/noise/chasing`;

describe("the staff pages of what comes after the end", () => {
  let world: ConsoleWorld;
  beforeEach(async () => {
    world = await createConsoleWorld();
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const contextOf = () => world.contextOf("exampleshire");
  async function someone(role: "designer" | "caseworker"): Promise<StaffBrowser> {
    const browser = world.open();
    await world.enter(browser, { roles: [role] });
    return browser;
  }

  it("keep what happens where somebody says that it is not fixed", async () => {
    await beginServiceDraft(await contextOf(), { service: "noise" });
    const ann = await someone("designer");
    const kept = async () =>
      (await getServiceDraft(await contextOf(), "noise")).definition.notFixed;
    const fields = async () => fieldsIn((await ann.get(afterEnd)).html);
    const wrong = { ...(await fields()), rule: "reopen", withinDays: "0", times: "x" };
    const refused = await ann.post(afterEnd, wrong);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Enter a number of days from 1 to 365");
    expect(refused.html).toContain("Enter a number of times from 1 to 5");
    expect(await kept()).toBeUndefined();
    const right = { ...(await fields()), rule: "reopen", stage: "looking", withinDays: "14" };
    const saved = await ann.post(afterEnd, right);
    expect([saved.status, saved.location]).toEqual([303, `${afterEnd}?done=draft-saved`]);
    expect(await kept()).toEqual({ rule: "reopen", stage: "looking", withinDays: 14, times: 1 });
    await ann.post(afterEnd, { ...(await fields()), rule: "none" });
    expect(await kept()).toBeUndefined();
  });

  it("count that somebody got in touch, and show it beside the service", async () => {
    const bob = await someone("caseworker");
    const answers = sampleAnswers;
    const { id } = await startProcess(await contextOf(), { service: "noise", answers });
    const path = `${root}/processes/${id}/contact`;
    expect((await bob.get(`${root}/processes/${id}/ledger`)).html).toContain(path);
    const fields = fieldsIn((await bob.get(path)).html);
    const { channel: _, about: __, ...empty } = fields;
    const refused = await bob.post(path, empty);
    expect([refused.status, refused.html.includes("Choose how they got in touch")]).toEqual([
      422,
      true,
    ]);
    const sent = { ...fields, channel: "phone", about: "when" };
    // Pressing twice counts it once.
    for (const _again of [1, 2]) expect((await bob.post(path, sent)).status).toBe(303);
    const ann = await someone("designer");
    expect((await ann.get(`${root}/services/noise`)).html).toContain(chasing);
    const { html } = await ann.get(chasing);
    expect(html).toContain("0 views and 1 contact.");
    expect(html).toContain("In “Received”");
    const before = await ann.get(`${chasing}?from=2020-01-01&to=2020-01-02`);
    expect(before.html).toContain("Nobody looked, and nobody got in touch");
    const odd = await ann.get(`${chasing}?from=2020-01-09&to=2020-01-02`);
    expect(odd.html).toContain("0 views and 1 contact.");
  });

  it("are not there for a service that never was", async () => {
    const ann = await someone("designer");
    for (const page of ["chasing", "ratings"])
      expect((await ann.get(`${root}/services/never/${page}`)).status).toBe(404);
  });
});
