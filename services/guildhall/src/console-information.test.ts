import { askForInformation, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire";
const once = () => crypto.randomUUID();

describe("asking for one more thing on the staff pages", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  let process: string;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["tenant-admin", "caseworker"] });
    const ctx = await world.contextOf("exampleshire");
    process = (await startProcess(ctx, { service: "noise", answers: sampleAnswers })).id;
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const at = () => `${root}/processes/${process}/ask`;
  const right = { questions: "noiseSource", reason: "We <b>cannot</b> find it.", files: "yes" };
  const textOf = (html: string) =>
    html
      .replace(/.*<main/s, "")
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ");

  it("is reached from the ledger, and offers the questions in their words", async () => {
    const ledger = await browser.get(`${root}/processes/${process}/ledger`);
    expect(ledger.html).toContain(`href="${at()}"`);
    const { status, html } = await browser.get(at());
    expect(status).toBe(200);
    expect(html).toContain("Where does the noise come from?");
    expect(html).toContain("Your email address");
  });

  it("shows what they will read first, and asks it once", async () => {
    const key = once();
    const look = await browser.post(at(), { ...right, once: key });
    expect(look.status).toBe(200);
    expect(textOf(look.html)).toContain("We need one more thing from you We &lt;b&gt;cannot");
    expect(textOf(look.html)).toContain("Where does the noise come from? Photos or other files");
    const sent = await browser.post(at(), { ...right, once: key, send: "yes" });
    expect([sent.status, sent.location]).toEqual([303, `${at()}?done=more-asked`]);
    expect((await browser.post(at(), { ...right, once: key, send: "yes" })).location).toBe(
      `${at()}?done=more-asked`,
    );
    const shown = textOf((await browser.get(at())).html);
    expect(shown).toContain("Waiting for an answer");
    expect(shown).toContain("is asked for something already");
    expect(shown.match(/Last day to answer/g)).toHaveLength(1);
  });

  it("comes back to be changed with what was chosen", async () => {
    const { html } = await browser.post(at(), { ...right, change: "yes" });
    expect(html).toContain("We &lt;b&gt;cannot&lt;/b&gt; find it.");
    expect(html).toMatch(/value="noiseSource"[^>]*checked/);
  });

  it.each([
    ["nothing", { reason: "Why" }, "Choose what you ask for"],
    ["no reason", { files: "yes" }, "Say why you ask"],
    ["no real day", { ...right, day: "31", month: "2", year: "2030" }, "must be a real date"],
    ["a day that is past", { ...right, day: "1", month: "2", year: "2020" }, "must be after today"],
    ["a day far away", { ...right, day: "1", month: "2", year: "2090" }, "within a year"],
  ])("says what is wrong with %s, and loses nothing", async (_, fields, sentence) => {
    const { status, html } = await browser.post(at(), { ...fields, ownQuestion: "" });
    expect([status, html.includes(sentence)]).toEqual([400, true]);
    if ("questions" in fields) expect(html).toMatch(/value="noiseSource"[^>]*checked/);
  });

  it("sees that somebody else has asked meanwhile, and withdraws what is asked", async () => {
    const ctx = await world.contextOf("exampleshire");
    const { id } = await askForInformation(ctx, process, { reason: "Why", files: true });
    const sent = await browser.post(at(), { ...right, once: once(), send: "yes" });
    expect([sent.status, sent.location]).toEqual([303, at()]);
    const gone = await browser.post(`${at()}/${id}/withdraw`);
    expect(gone.location).toBe(`${at()}?done=asked-withdrawn`);
    expect(textOf((await browser.get(at())).html)).toContain("Withdrawn");
  });

  it("is for nobody who may not write to residents", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["viewer"] });
    expect((await other.post(at(), { ...right, once: once(), send: "yes" })).status).toBe(403);
    expect((await browser.get(`${root}/processes/prc_01zzzzzzzzzzzzzzzzzzzzzzzz/ask`)).status).toBe(
      404,
    );
  });
});
