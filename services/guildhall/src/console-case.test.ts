import { completeTask, getProcess, listAllTasks, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire";
const once = () => crypto.randomUUID();

describe("the page of one case", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  let process: string;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["caseworker"] });
    process = (await start()).id;
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const start = async () =>
    startProcess(await world.contextOf("exampleshire"), {
      service: "noise",
      answers: sampleAnswers,
    });
  const taskOf = async (id: string) =>
    (await listAllTasks(await world.contextOf("exampleshire"), { limit: 9, process: id })).data[0];
  const end = async (id: string) =>
    completeTask(await world.contextOf("exampleshire"), (await taskOf(id))?.id ?? "", {
      outcome: "completed",
      fields: {},
    });
  const at = () => `${root}/processes/${process}`;
  const correction = (question: string) => `${at()}/corrections/${question}`;
  const textOf = (html: string) =>
    html
      .replace(/.*<main/s, "")
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ");

  it("is reached from what was sent of it, and from where its resident is asked", async () => {
    for (const page of ["ledger", "ask", "contact"])
      expect((await browser.get(`${at()}/${page}`)).html).toContain(`href="${at()}"`);
    const counted = await browser.post(`${at()}/contact`, { channel: "phone", once: once() });
    expect(counted.location).toBe(`${at()}?done=contact-counted`);
    expect((await browser.get(at())).html).toContain(`href="${at()}/ledger"`);
  });

  it("says who else has it open", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["caseworker"] });
    expect((await browser.get(at())).html).not.toContain("open too");
    expect((await other.get(at())).html).toContain("has this open too");
  });

  it("is followed until that is ended, and what others did since is listed until it is opened", async () => {
    const followed = async () => textOf((await browser.get(`${root}/followed`)).html);
    expect(await followed()).toContain("You follow no case");
    const done = await browser.post(`${at()}/follow`, { follow: "yes" });
    expect(done.location).toBe(`${at()}?done=case-followed`);
    expect((await browser.get(at())).html).toContain("Stop following it");
    expect(await followed()).toContain("Nothing");
    await end(process);
    expect(await followed()).toMatch(/It ended .* A task was completed/);
    await browser.get(at());
    expect(await followed()).toMatch(/Done .* Nothing/);
    await browser.post(`${at()}/follow`, { follow: "no" });
    expect(await followed()).toContain("You follow no case");
  });

  it("corrects an answer in its question's own kind, with what was said beside it", async () => {
    const { html } = await browser.get(correction("fullName"));
    expect(html).toContain('value="Ada Byron"');
    const choice = await browser.get(correction("noiseSource"));
    expect(choice.html).toMatch(/type="radio"[^>]*value="home"[^>]*checked/);
    const why = "She <b>married</b>";
    const fields = { fullName: "Ada Lovelace", "why-corrected": why, once: once() };
    const sent = await browser.post(correction("fullName"), fields);
    expect([sent.status, sent.location]).toEqual([303, `${at()}?done=answer-corrected`]);
    expect((await browser.post(correction("fullName"), fields)).location).toBe(sent.location);
    const shown = textOf((await browser.get(at())).html);
    expect(shown).toContain("Ada Lovelace");
    expect(shown).toContain("She &lt;b&gt;married&lt;/b&gt; They said: Ada Byron");
    expect(shown.match(/An answer was corrected/g)).toHaveLength(1);
  });

  it.each([
    ["no reason", { fullName: "Ada" }, "Say why you correct it"],
    ["a long reason", { fullName: "Ada", "why-corrected": "x".repeat(1001) }, "1,000 characters"],
  ])("corrects nothing with %s, and loses nothing", async (_, fields, sentence) => {
    const { status, html } = await browser.post(correction("fullName"), fields);
    expect([status, html.includes(sentence)]).toEqual([400, true]);
    expect(html).toContain(`value="${fields.fullName}"`);
    expect((await browser.get(at())).html).not.toContain("corrected it");
  });

  it("leaves blank what may be left out, and nothing that has to be answered", async () => {
    const why = { "why-corrected": "It is not theirs" };
    const needed = await browser.post(correction("noiseSource"), why);
    expect([needed.status, needed.html.includes('href="#noiseSource"')]).toEqual([400, true]);
    const sent = await browser.post(correction("fullName"), { fullName: "", ...why });
    expect(sent.location).toBe(`${at()}?done=answer-corrected`);
    expect(textOf((await browser.get(at())).html)).toContain("No answer");
  });

  it("corrects no files, no question that is not there, and nothing once it has ended", async () => {
    for (const question of ["evidence", "nothing"])
      expect((await browser.get(correction(question))).status).toBe(404);
    await end(process);
    expect((await browser.get(at())).html).not.toContain("/corrections/");
    const late = { fullName: "Ada", "why-corrected": "Why", once: once() };
    expect((await browser.post(correction("fullName"), late)).location).toBe(at());
  });

  it("shows what becomes of a duplicate before it is merged by reference, and merges it once", async () => {
    const other = await start();
    const typed = { reference: other.reference.toLowerCase(), words: "Your <b>neighbour</b> said" };
    const look = await browser.post(`${at()}/merge`, { ...typed, go: "on" });
    expect(textOf(look.html)).toContain("Your &lt;b&gt;neighbour&lt;/b&gt; said");
    expect((await browser.get(at())).html).toContain("Merge it with another request");
    const back = await browser.post(`${at()}/merge`, { ...typed, go: "change" });
    expect(back.html).toContain(`value="${other.reference}"`);
    const send = { ...typed, go: "send", once: once() };
    for (const _twice of [1, 2])
      expect((await browser.post(`${at()}/merge`, send)).location).toBe(`${at()}?done=merged`);
    const ended = await getProcess(await world.contextOf("exampleshire"), process);
    expect([ended.status, ended.mergedInto]).toEqual(["closed", other.id]);
    expect((await browser.get(at())).html).toContain(`href="${root}/processes/${other.id}"`);
  });

  it("merges with nothing that is not there, itself, or has ended", async () => {
    const ask = async (reference: string) => {
      const { status, html } = await browser.post(`${at()}/merge`, { reference, go: "send" });
      expect(status).toBe(400);
      return textOf(html);
    };
    expect(await ask("")).toContain("Enter the reference of a request");
    expect(await ask("EXM-2222-2222")).toContain("There is no request with this reference");
    const { reference } = await getProcess(await world.contextOf("exampleshire"), process);
    expect(await ask(reference)).toContain("this is the one that ends");
    const other = await start();
    await end(other.id);
    expect(await ask(other.reference)).toContain("It has ended");
    await end(process);
    expect((await browser.get(`${at()}/merge`)).location).toBe(at());
  });

  it("hands a task over to a team with words that only colleagues read", async () => {
    const fields = { tasks: (await taskOf(process))?.id ?? "", act: "assign", back: at() };
    const neither = await browser.post(`${root}/work/tasks`, { ...fields, go: "on" });
    expect([neither.status, neither.html.includes("or which team")]).toEqual([400, true]);
    const given = { ...fields, team: "Night officers", words: "It is at night", go: "on" };
    await browser.post(`${root}/work/tasks`, { ...given, once: once() });
    const task = await taskOf(process);
    expect([task?.team, task?.assignee]).toEqual(["Night officers", undefined]);
    const shown = textOf((await browser.get(at())).html);
    expect(shown).toContain("It is at night");
    expect(shown).not.toContain("The resident reads it");
  });

  it("is changed by nobody who does no tasks", async () => {
    const viewer = world.open();
    await world.enter(viewer, { roles: ["viewer"] });
    const { status, html } = await viewer.get(at());
    expect([status, /\/corrections\/|\/merge"/.test(html)]).toEqual([200, false]);
    const fields = { fullName: "Eve", "why-corrected": "Why", once: once() };
    expect((await viewer.post(correction("fullName"), fields)).status).toBe(403);
    for (const page of [correction("fullName"), `${at()}/merge`])
      expect((await viewer.get(page)).status).toBe(403);
    const { reference } = await start();
    const merged = await viewer.post(`${at()}/merge`, { reference, go: "send", once: once() });
    expect(merged.status).toBe(403);
    const nobodys = `${root}/processes/prc_01zzzzzzzzzzzzzzzzzzzzzzzz`;
    for (const page of ["", "/merge", "/corrections/fullName"])
      expect((await browser.get(`${nobodys}${page}`)).status).toBe(404);
  });
});
