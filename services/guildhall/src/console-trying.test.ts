import type { Role } from "@guildhall/contract";
import { beginServiceDraft, editServiceDraft, getServiceDraft } from "@guildhall/domain";
import { insteadOfApi } from "./testing/console-gallery/console-gallery.ts";
import { tryIds } from "./testing/console-gallery/trial-runs.ts";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/services";
const json = { "Sec-Fetch-Site": "same-origin", Accept: "application/json" };

describe("the staff pages of trying a service, and of its messages", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld(insteadOfApi);
    browser = await enter("designer");
    await beginServiceDraft(await context(), { service: "noise" });
  });
  afterEach(async () => {
    expect(world.faults).toEqual([]);
    await world[Symbol.asyncDispose]();
  });

  const context = () => world.contextOf("exampleshire");
  const definition = async () => (await getServiceDraft(await context(), "noise")).definition;
  const once = () => crypto.randomUUID();
  async function enter(role: Role): Promise<StaffBrowser> {
    const somebody = world.open();
    await world.enter(somebody, { roles: [role] });
    return somebody;
  }
  const post = (path: string, fields: Record<string, string> = {}) =>
    browser.post(`${root}/noise/${path}`, { once: once(), ...fields });
  const fields = async (path: string) =>
    fieldsIn((await browser.get(`${root}/noise/${path}`)).html);
  const write = async (kind: string, typed: Record<string, string>) =>
    post(`messages/${kind}`, { ...(await fields(`messages/${kind}`)), ...typed });

  it("ask what should be filled in", async () => {
    const { status, html } = await post("try", { answers: "anything" });
    expect(status).toBe(422);
    expect(html).toContain('<a href="#answers">Select what should be filled in</a>');
  });

  it("name what keeps a draft from being tried, with the way to its page", async () => {
    const edit = { act: "set", at: "/messages/started/text", to: "((nobody))" } as const;
    await editServiceDraft(await context(), "noise", { since: 1, edits: [edit] });
    for (const path of ["try", "try/scenario-runs"]) {
      const { status, html } = await post(path, { answers: "made-up" });
      expect(status).toBe(422);
      expect(html).toContain(`href="${root}/noise/messages/started"`);
      expect(html).toContain("“((nobody))” cannot be filled in.");
    }
  });

  it("say that a service sends nothing yet, and offer nothing that could go wrong", async () => {
    const { service } = await beginServiceDraft(await context(), { title: "Benches" });
    const { html } = await browser.get(`${root}/${service}/try`);
    expect(html).toContain("sends nothing to a back office yet");
    expect(html).toContain(`href="${root}/${service}/destinations"`);
    expect(html).not.toContain('name="fault"');
    const answers = await browser.get(`${root}/${service}/try/answers`);
    expect(answers.html).toContain("The form cannot be filled in yet");
    const sent = await browser.post(`${root}/${service}/try/answers`, {});
    expect(sent.status).toBe(422);
  });

  it("say beside each question what is wrong with an answer", async () => {
    const { status, html } = await post("try/answers", { noiseSource: "<script>" });
    expect(status).toBe(422);
    expect(html).toMatch(/<a href="#noiseSource">/);
    expect(html).not.toContain("<script>");
  });

  it("keep a try as a scenario, change it and remove it", async () => {
    const save = `try/runs/${tryIds.passed}/save`;
    const unnamed = await post(save, { ends: "anywhere" });
    expect(unnamed.status).toBe(422);
    expect(unnamed.html).toContain("Enter a name for the scenario");
    expect(unnamed.html).toContain("Select how it must end");
    const long = await post(save, { name: "x".repeat(201), ends: "held" });
    expect(long.html).toContain("The name must be 200 characters or fewer");

    const fields = { name: "A pub <b>", ends: "accepted", stage: "received", message: "started" };
    const written = { target: "title", value: "Noise" };
    const saved = await post(save, { ...fields, ...written });
    expect(saved.location).toContain("/try/scenario-runs/");
    await post(save, fields);
    const answers = { noiseSource: "pub", pubName: "The <Crown>" };
    expect((await definition()).scenarios).toMatchObject([
      {
        id: "a-pub-b",
        answers,
        writtenFor: "2026-11-22",
        expects: { ends: "accepted", stages: ["received"], documentHas: [written] },
      },
      { id: "a-pub-b-2", expects: { messages: ["started"] } },
    ]);

    const at = "try/scenarios/a-pub-b";
    expect((await post(at, { name: "", ends: "held" })).status).toBe(422);
    await post(at, { name: "Another name", ends: "held", fault: "lost-reply" });
    expect((await definition()).scenarios?.[0]).toEqual({
      id: "a-pub-b",
      name: "Another name",
      answers,
      writtenFor: "2026-11-22",
      fault: "lost-reply",
      expects: { ends: "held" },
    });
    await post(`${at}/remove`);
    expect((await definition()).scenarios).toMatchObject([{ id: "a-pub-b-2" }]);
  });

  it("keep an edit of a message from going over somebody else's", async () => {
    const edit = { act: "set", at: "/messages/started/text", to: "Theirs" } as const;
    await editServiceDraft(await context(), "noise", { since: 1, edits: [edit] });
    const fields = { since: "1", subject: "Mine", text: "Mine" };
    const { status, html } = await post("messages/started", fields);
    expect(status).toBe(409);
    expect(html).toContain("Somebody else has changed this too");
    expect((await definition()).messages?.started?.text).toBe("Theirs");
  });

  it("refuse words that cannot be filled in, and save nothing of them", async () => {
    const before = await definition();
    const fields = {
      subject: "((refrence))",
      text: "((name",
      welshSubject: "((enw))",
      welshText: "x".repeat(4001),
    };
    const tooLong = await post("messages/started", fields);
    expect(tooLong.html).toContain('<a href="#welshText">The text must be 4000 characters');
    const { status, html } = await post("messages/started", { ...fields, welshText: "" });
    expect(status).toBe(422);
    expect(html).toContain("Did you mean “((reference))”?");
    expect(html).toContain("“((name” is not finished");
    expect(html).toMatch(/<a href="#welshSubject">“\(\(enw\)\)” cannot be filled in/);
    const typed = await browser.post(`${root}/noise/messages/started`, fields, json);
    expect([typed.status, JSON.parse(typed.html)]).toEqual([
      422,
      { said: expect.stringContaining("Not saved yet.") },
    ]);
    const empty = await post("messages/started", { subject: " ", text: "" });
    expect(empty.html).toContain("Enter a subject");
    expect(await definition()).toEqual(before);
  });

  it("save words in both languages, escaped wherever they are shown, and take them away again", async () => {
    const words = { subject: "<img src=x> ((reference))", text: "Dear ((name))" };
    await post("messages/completed", { ...words, welshSubject: "Diwedd", welshText: "" });
    const saved = await definition();
    expect(saved.messages?.completed).toEqual(words);
    expect(saved.welsh).toMatchObject({
      "messages.completed.subject": { of: words.subject, text: "Diwedd" },
    });
    const { html } = await browser.get(`${root}/noise/messages/completed`);
    expect(html).toContain("&lt;img src=x&gt;");
    expect(html).not.toContain("<img");
    await write("completed", { welshSubject: "" });
    expect(Object.keys((await definition()).welsh ?? {})).not.toContain(
      "messages.completed.subject",
    );
    await post("messages/completed/clear");
    expect((await definition()).messages?.completed).toBeUndefined();
  });

  it("keep old Welsh as old until somebody says that it still holds", async () => {
    const welsh = { welshSubject: "Diwedd", welshText: "" };
    const of = async () => (await definition()).welsh?.["messages.completed.subject"]?.of;
    await post("messages/completed", { subject: "End", text: "It is done", ...welsh });
    await write("completed", { subject: "The end" });
    expect(await of()).toBe("End");
    await write("completed", { welshHolds: "yes" });
    expect(await of()).toBe("The end");
  });

  it("leave the Welsh that somebody else has changed to them where only the English is edited", async () => {
    await post("messages/completed", { subject: "End", text: "Done", welshSubject: "Diwedd" });
    const shown = await fields("messages/completed");
    const at = "/welsh/messages.completed.subject";
    const { revision: since } = await getServiceDraft(await context(), "noise");
    const to = { of: "End", text: "Y diwedd" };
    const edits = [{ act: "set", at, to } as const];
    await editServiceDraft(await context(), "noise", { since, edits });
    const { status } = await post("messages/completed", { ...shown, text: "It is done" });
    expect(status).toBe(303);
    const { messages, welsh } = await definition();
    expect(messages?.completed).toEqual({ subject: "End", text: "It is done" });
    expect(welsh?.["messages.completed.subject"]).toEqual(to);
  });

  it("leave the platform’s words the platform’s where nobody has changed them", async () => {
    const { status } = await write("paid", {});
    expect(status).toBe(303);
    expect((await definition()).messages?.paid).toBeUndefined();
  });

  it("say what happens next, and refuse what is too long", async () => {
    await post("messages", { whatHappensNext: "We visit you." });
    expect((await definition()).whatHappensNext).toBe("We visit you.");
    const { status, html } = await post("messages", { whatHappensNext: "x".repeat(2001) });
    expect(status).toBe(422);
    expect(html).toMatch(/<a href="#whatHappensNext">/);
    await post("messages", { ...(await fields("messages")), whatHappensNext: "" });
    expect((await definition()).whatHappensNext).toBeUndefined();
  });

  it("say what happens next as it stands where one’s words cannot be taken away", async () => {
    await post("messages", { whatHappensNext: "We visit you." });
    await post("messages/completed", { subject: "End", text: "Done" });
    const shown = { ...(await fields("messages/completed")), once: once() };
    await post("messages", { ...shown, whatHappensNext: "We ring you." });
    const refused = await post("messages/completed/clear", shown);
    expect(refused.status).toBe(422);
    expect(fieldsIn(refused.html)).toMatchObject({ whatHappensNext: "We ring you." });
  });

  it.each([
    "messages/none",
    "try/scenarios/none",
    `try/runs/dry_${"9".repeat(26)}`,
    `try/scenario-runs/scr_${"9".repeat(26)}`,
  ])("know of no page %s", async (path) => {
    expect((await browser.get(`${root}/noise/${path}`)).status).toBe(404);
  });

  it("are not for those who may not make services", async () => {
    browser = await enter("viewer");
    for (const path of ["try", "try/answers", "messages", "messages/started"])
      expect((await browser.get(`${root}/noise/${path}`)).status).toBe(403);
    const { status } = await post("messages/started", { subject: "Mine", text: "Mine" });
    expect(status).toBe(403);
  });
});
