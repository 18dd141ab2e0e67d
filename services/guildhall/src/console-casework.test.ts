import { listAllTasks, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire";
const once = () => crypto.randomUUID();

describe("the pages of caseworkers", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  let process: string;
  let task: string;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["caseworker"] });
    const ctx = await world.contextOf("exampleshire");
    process = (await startProcess(ctx, { service: "noise", answers: sampleAnswers })).id;
    task = (await listAllTasks(ctx, { limit: 1 })).data[0]?.id ?? "";
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const at = () => `${root}/processes/${process}`;

  it("list what is nobody's, and take it", async () => {
    expect((await browser.get(`${root}/work`)).html).toContain("You have nothing to do");
    const all = await browser.get(`${root}/work?whose=all&assignee=nobody`);
    expect(all.html).toContain("Look into it");
    await browser.post(`${at()}/tasks/${task}/take`, { once: once() });
    expect((await browser.get(`${root}/work`)).html).toContain("Look into it");
  });

  it("offer a task to a colleague who has none yet", async () => {
    const colleague = world.open();
    const id = await world.enter(colleague, { roles: ["caseworker"] });
    const choose = await browser.post(`${root}/work/tasks`, { tasks: task, act: "assign" });
    expect(choose.html).toContain(`<option value="${id}"`);
    const given = { tasks: task, act: "assign", assignee: id, go: "on", once: once() };
    expect((await browser.post(`${root}/work/tasks`, given)).html).toContain("1 task done");
    expect((await colleague.get(`${root}/work`)).html).toContain("Look into it");
  });

  it("show what residents will read before many tasks are completed, and what became of each", async () => {
    const fields = {
      tasks: task,
      act: "complete",
      outcome: "completed",
      words: "It is <b>quiet</b>",
    };
    expect(
      (await browser.post(`${root}/work/tasks`, { tasks: task, act: "complete", go: "on" })).status,
    ).toBe(400);
    const look = await browser.post(`${root}/work/tasks`, { ...fields, go: "on" });
    expect(look.html).toContain("It is &lt;b&gt;quiet&lt;/b&gt;");
    const sent = { ...fields, go: "send" };
    expect((await browser.post(`${root}/work/tasks`, { ...sent, once: once() })).html).toContain(
      "1 task done",
    );
    const again = await browser.post(`${root}/work/tasks`, { ...sent, once: once() });
    expect(again.html).toContain("It was completed or taken back meanwhile");
  });

  it("list requests by what they are about, and keep what was chosen in the address", async () => {
    const shows = async (query: string) =>
      (await browser.get(`${root}/cases?${query}`)).html.includes(`href="${at()}"`);
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format();
    for (const query of ["", "service=noise", "status=open", `from=${today}&to=${today}`])
      expect([query, await shows(query)]).toEqual([query, true]);
    for (const query of [
      "service=rubbish",
      "status=closed",
      "ward=Abbey",
      "late=yes",
      "to=2020-01-01",
    ])
      expect([query, await shows(query)]).toEqual([query, false]);
    const { html } = await browser.get(`${root}/cases?status=closed&ward=Abbey`);
    expect(html).toContain("show all requests");
    expect(html).toMatch(/<input[^>]*name="ward"[^>]*value="Abbey"/);
    expect(html).toMatch(/<option value="closed" selected/);
    expect((await browser.get(`${root}/cases?from=never&status=x&service=%00`)).status).toBe(200);
  });

  it("say where nothing was ever sent, rather than that nothing fits", async () => {
    const other = world.open();
    await world.enter(other, { tenant: "otherton", roles: ["caseworker"] });
    const all = await other.get("/console/otherton/cases");
    expect(all.html).toContain("Nothing has been sent yet");
    const some = await other.get("/console/otherton/cases?status=open");
    expect(some.html).toContain("show all requests");
  });

  it("find a request by an email address that stands in no address, and show all of it", async () => {
    const found = await browser.post(`${root}/cases`, { email: "ada@example.com" });
    expect(found.html).toContain(`href="${at()}"`);
    expect((await browser.post(`${root}/cases`)).status).toBe(400);
    const { status, html } = await browser.get(at());
    expect([status, html.includes("Ada Byron")]).toEqual([200, true]);
  });

  it("show a note as the resident will read it, and send it once it was seen", async () => {
    const fields = { words: "We come on Monday", visible: "yes", once: once() };
    const look = await browser.post(`${at()}/notes`, fields);
    expect([look.status, look.html.includes("Check what they will read")]).toEqual([200, true]);
    expect(look.html).toContain("They are sent this email:");
    expect(look.html).toMatch(/console-mail[\s\S]*We come on Monday/);
    expect((await browser.get(at())).html).not.toContain("We come on Monday");
    const sent = await browser.post(`${at()}/notes`, { ...fields, go: "send" });
    expect(sent.location).toBe(`${at()}?done=note-sent`);
    expect((await browser.get(at())).html).toContain("We come on Monday");
  });
});
