import { startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const ours = "/console/exampleshire";
const theirs = "/console/otherton";

describe("the staff pages for serving callers of another council", () => {
  let world: ConsoleWorld;
  let admin: StaffBrowser;
  let boss: StaffBrowser;
  let officer: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    [admin, boss, officer] = [world.open(), world.open(), world.open()];
    await world.enter(admin);
    await world.enter(boss, { tenant: "otherton", roles: ["tenant-admin"] });
    await world.enter(officer, { tenant: "otherton", roles: ["caseworker"] });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  it("propose, approve, serve, show each look to the owner, and end at once", async () => {
    const id = await propose();
    expect((await officer.get(`${theirs}/callers`)).html).toContain("There is no agreement");
    await boss.post(`${theirs}/agreements/${id}/approve`, { once: crypto.randomUUID() });
    expect((await officer.get(`${theirs}/callers`)).html).toContain(`${theirs}/callers/${id}`);

    const { reference } = await start();
    const find = `${theirs}/callers/${id}`;
    const found = await officer.post(find, { email: "kim.lee@example.com" });
    expect(found.html).toContain("You act for <strong>exampleshire Council");
    expect(found.html).toContain(reference);
    const at = `${find}/requests/${reference}`;
    const seen = await officer.get(at);
    expect(seen.html).toContain("What happened, as the caller reads it");
    const words = { ...fieldsIn(seen.html), channel: "phone", contents: "Rang for news." };
    expect((await officer.post(at, words)).location).toContain("done=caller-noted");
    const led = await officer.post(`${find}/services/noise`, { channel: "phone" });
    expect(led.location).toMatch(/^\/c\/exampleshire\/assist\?code=[\w-]{43}$/);

    const looks = (await admin.get(`${ours}/agreements/looks`)).html;
    expect(looks).toContain("Ann of otherton, otherton Council");
    for (const act of ["Found a request", "Looked at a request", "Added a note", "Began a form"])
      expect(looks).toContain(act);

    await admin.post(`${ours}/agreements/${id}/end`, { once: crypto.randomUUID() });
    expect((await officer.get(at)).status).toBe(404);
    expect((await officer.get(`${theirs}/callers`)).html).toContain("There is no agreement");
  });

  it("say what is wrong with what was typed", async () => {
    const sides = await admin.get(`${ours}/agreements/new?with=&side=`);
    expect([sides.status, sides.html.includes("Choose who serves whom")]).toEqual([422, true]);
    const typed = { with: "otherton", side: "owner", purpose: "", until: "2020-01-01" };
    const wrong = await admin.post(`${ours}/agreements/new`, typed);
    expect([wrong.status, wrong.html.includes("Say what it is for")]).toEqual([422, true]);
    const past = await admin.post(`${ours}/agreements/new`, { ...typed, purpose: "Calls" });
    expect([past.status, past.html.includes("a day that is still to come")]).toEqual([422, true]);
    const id = await propose();
    await boss.post(`${theirs}/agreements/${id}/approve`, { once: crypto.randomUUID() });
    const nothing = await officer.post(`${theirs}/callers/${id}`, {});
    expect([nothing.status, nothing.html.includes("Enter something")]).toEqual([422, true]);
    const { reference } = await start();
    const at = `${theirs}/callers/${id}/requests/${reference}`;
    const unsaid = await officer.post(at, { contents: "A note" });
    expect([unsaid.status, unsaid.html.includes("Choose how they got in touch")]).toEqual([
      422,
      true,
    ]);
  });

  it("are for administrators and for officers, each their own", async () => {
    expect((await officer.get(`${theirs}/`)).html).not.toContain(`${theirs}/agreements`);
    expect((await boss.get(`${theirs}/`)).html).not.toContain(`${theirs}/callers`);
    const form = { with: "exampleshire", side: "serving", purpose: "a", until: "2099-01-01" };
    expect((await officer.post(`${theirs}/agreements/new`, form)).status).toBe(403);
  });

  async function propose(): Promise<string> {
    const form = await admin.get(`${ours}/agreements/new?with=otherton&side=owner`);
    const typed = { ...fieldsIn(form.html), purpose: "Calls after six", until: "2099-01-01" };
    const { location } = await admin.post(`${ours}/agreements/new`, typed);
    return /agr_\w{26}/.exec(location)?.[0] ?? location;
  }

  async function start() {
    const ctx = await world.contextOf("exampleshire");
    const answers = { ...sampleAnswers, email: "kim.lee@example.com" };
    return startProcess(ctx, { service: "noise", answers });
  }
});
