import { beginServiceDraft, getServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/services/noise";
const source = "/form/pages/noise/questions/noiseSource";

describe("the pages of questions", () => {
  let world: ConsoleWorld;
  let ann: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    ann = world.open();
    await world.enter(ann, { roles: ["designer"] });
    await beginServiceDraft(await world.contextOf("exampleshire"), { service: "noise" });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const see = async (path: string) => (await ann.get(`${root}/${path}`)).html;
  const send = (path: string, fields: Record<string, string>) =>
    ann.post(`${root}/${path}`, { once: crypto.randomUUID(), since: "1", ...fields });
  const draft = async () =>
    (await getServiceDraft(await world.contextOf("exampleshire"), "noise")).definition;
  const asked = 4;
  const questionsOf = async (page: number) =>
    (await draft()).form.pages[page]?.questions.map(({ id }) => id);

  it("say who is asked what, and where a condition is gone", async () => {
    expect(await see("questions")).toMatch(
      /Asked only if “Where does the noise come from\?” is “[^”]+”\./,
    );
    await send("questions/remove?at=/form/conditions/is-pub", {});
    const at = `${source.replace("noiseSource", "pubName")}`;
    await send(`questions/edit?at=${at}`, { when: "is-lost", "was-when": "is-pub" });
    expect(await see("questions")).toContain(
      "Asked only if “is-lost” holds, which is a condition that is gone.",
    );
    expect(await see(`questions/edit?at=${at}`)).toContain("A condition that is gone");
  });

  it("say at its place that a condition looks at a question that is gone", async () => {
    await send(`questions/remove?at=${source}`, {});
    const html = await see("questions");
    expect(html).toContain("conditions/edit?id=is-pub");
    expect(await see("conditions/edit?id=is-pub")).toContain("“noiseSource”, which is gone");
  });

  it("find what has the words, whatever its case and accents", async () => {
    const found = await see("questions?find=NÀME%20pub");
    expect(found).toContain("Name of the pub");
    expect(found).not.toContain(">Where does the noise come from?</a>");
  });

  it("escape whatever was typed", async () => {
    const hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    const words = { label: hostile, hint: hostile, "errors-required": hostile };
    await send(`questions/edit?at=${source}`, { ...words, options: `pub | ${hostile}\nb | B` });
    await send("questions/page?at=/form/pages/noise", { title: hostile, kind: "questions" });
    for (const path of [
      "questions",
      `questions?find=${encodeURIComponent(hostile)}`,
      `questions/edit?at=${source}`,
      `questions/remove?at=${source}`,
      `questions/move?at=${source}`,
      "questions/page?at=/form/pages/noise",
      "conditions",
      "conditions/edit?id=is-pub",
      "flow",
    ]) {
      const html = await see(path);
      expect(html).toContain("&lt;script&gt;");
      expect(html).not.toMatch(/<script>alert|<img src=x/);
    }
  });

  it("move a question beyond the end of its page, and say where it is now", async () => {
    const { location } = await send("questions/act", {
      do: "down /form/pages/noise/questions/pubName",
    });
    expect(location).toContain("did=moved");
    const moved = await ann.get(location);
    expect(moved.html).toMatch(/“Name of the pub” is now question \d of \d on/);
  });

  it("copy a question under a name of its own", async () => {
    await send("questions/act", { do: `copy ${source}` });
    expect(await questionsOf(0)).toContain("whereDoesTheNoiseComeFrom");
  });

  it("do nothing to what is not there", async () => {
    const answer = await send("questions/act", { do: "up /form/pages/none" });
    expect([answer.status, answer.location]).toEqual([303, `${root}/questions`]);
    for (const path of ["edit", "page", "move", "remove", "add"])
      expect((await ann.get(`${root}/questions/${path}?at=/form/pages/none&to=none`)).status).toBe(
        404,
      );
    expect(
      (await ann.get(`${root}/questions/add/none?to=/form/pages/noise/questions`)).status,
    ).toBe(404);
    expect((await ann.get(`${root}/conditions/edit?id=none`)).status).toBe(404);
  });

  it("say by its line which option is there twice, and keep what was typed", async () => {
    const fields = { label: "Which?", options: "One\nTwo\none" };
    const path = "questions/add/radios?to=/form/pages/noise/questions";
    const { status, html } = await send(path, fields);
    expect(status).toBe(422);
    expect(html).toContain("Line 3: “one” is there already, on line 1");
    expect(html).toContain("One\nTwo\none</textarea>");
  });

  it.each([
    ["text", "maxLength", "1,000", "should be at most 500"],
    ["files", "maxFiles", "20", "should be at most 10"],
    ["number", "decimals", "1.5", "should be a whole number"],
    ["text", "hint", "h".repeat(1001), "is too long"],
    ["text", "label", "l".repeat(301), "is too long"],
    ["text", "label", "How\u0001", "cannot be"],
    ["group", "first", "f".repeat(301), "is too long"],
    ["group", "first", "How\u0001", "cannot be"],
  ])("say of a new %s at its %s what does not fit, and keep all that was typed", async (...row) => {
    const [type, field, value, sentence] = row;
    const fields = { label: "How many?", itemName: "time", first: "When?", hint: "Kept" };
    const path = `questions/add/${type}?to=/form/pages/noise/questions`;
    const { status, html } = await send(path, { ...fields, [field]: value });
    expect(status).toBe(422);
    expect(html).toMatch(new RegExp(`href="#${field}">[^<]*${sentence}`));
    for (const text of [field === "label" ? "Kept" : "How many?", value])
      expect(html).toContain(text);
    expect((await draft()).form.pages[0]?.questions).toHaveLength(asked);
  });

  it("send what was changed and nothing else, so that others’ work stays", async () => {
    await send(`questions/edit?at=${source}`, { hint: "Ours", "was-hint": "" });
    const { location } = await send(`questions/edit?at=${source}`, {
      label: "Where?",
      "was-label": "Where does the noise come from?",
    });
    expect(location).toContain("did=saved");
    expect((await draft()).form.pages[0]?.questions[0]).toMatchObject({
      label: "Where?",
      hint: "Ours",
    });
  });

  it("keep Welsh beside the English that it was made from", async () => {
    await send(`questions/edit?at=${source}`, { "welsh-label": "Ble mae’r sŵn?" });
    expect((await draft()).welsh).toEqual({
      "form.questions.noiseSource.label": {
        of: "Where does the noise come from?",
        text: "Ble mae’r sŵn?",
      },
    });
  });

  it("draw the question and its mistake for whoever asks for the preview alone", async () => {
    const headers = { "Sec-Fetch-Site": "same-origin", accept: "text/html;fragment=preview" };
    const fields = {
      label: "Which?",
      options: "One\nTwo",
      show: "preview",
      "errors-required": "Choose one",
    };
    const { html } = await ann.post(`${root}/questions/edit?at=${source}`, fields, headers);
    expect(html).not.toContain("<html");
    expect(html).toContain("Which?");
    expect(html).toContain("Choose one");
    expect((await draft()).form.pages[0]?.questions[0]?.label).toBe(
      "Where does the noise come from?",
    );
  });

  it("make a condition for a question from drop-downs, and read it back", async () => {
    const row = { rows: "1", "row-0-about": "q:noiseSource", join: "all" };
    const chosen = { "row-0-comparison": "not:is", "row-0-value": "pub" };
    const { html } = await send("conditions/new", { ...row, ...chosen, do: "show" });
    expect(html).toMatch(/It holds if “Where does the noise come from\?” is not “[^”]+”\./);
    const { location } = await send(`conditions/new?for=/form/pages/you`, { ...row, ...chosen });
    expect(location).toContain("questions/page");
    expect((await draft()).form.pages[1]?.when).toBe("where-does-the-noise-come-from");
  });

  it("keep what was typed before a new condition is made", async () => {
    const fields = { hint: "Kept", "was-hint": "", go: "condition" };
    const { location } = await send(`questions/edit?at=${source}`, fields);
    expect(location).toBe(`${root}/conditions/new?${new URLSearchParams({ for: source })}`);
    expect((await draft()).form.pages[0]?.questions[0]?.hint).toBe("Kept");
  });

  it("say which row of a condition is not finished", async () => {
    const { status, html } = await send("conditions/new", {
      rows: "1",
      "row-0-about": "q:noiseSource",
      "row-0-comparison": "is",
    });
    expect(status).toBe(422);
    expect(html).toContain("Choose or enter what it is compared with");
  });

  it("refuse that a condition goes by itself", async () => {
    const { status } = await send("conditions/edit?id=is-pub", {
      rows: "1",
      "row-0-about": "c:is-pub",
      "row-0-comparison": "holds",
      name: "X",
    });
    expect(status).toBe(422);
  });

  it("remove no condition that something goes by", async () => {
    const { status, html } = await send("conditions/remove?id=is-pub", {});
    expect([status, html.includes("cannot be removed while something goes by it")]).toEqual([
      409,
      true,
    ]);
    expect((await draft()).form.conditions.map(({ id }) => id)).toContain("is-pub");
  });

  it("add what many services ask", async () => {
    const none = await send("questions/patterns", {});
    expect(none.status).toBe(422);
    await send("questions/patterns", { pattern: "evidence", to: "/form/pages" });
    expect((await draft()).form.pages.at(-1)?.title).toBe("Add photos or documents");
  });

  it("show the second to save what the other did to the same", async () => {
    await send(`questions/edit?at=${source}`, { hint: "Ann’s", "was-hint": "" });
    const bob = world.open();
    await world.enter(bob, { roles: ["designer"] });
    const fields = { since: "1", once: crypto.randomUUID(), hint: "Bob’s", "was-hint": "" };
    const { status, html } = await bob.post(`${root}/questions/edit?at=${source}`, fields);
    expect(status).toBe(409);
    expect(html).toContain("Ann’s");
    expect(html).toContain("Bob’s");
  });
});
