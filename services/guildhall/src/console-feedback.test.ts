import { giveFeedback, publishService } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/feedback";
const ofNoise = `${root}/services/noise`;

describe("the staff pages of what people say of pages", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["designer"] });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const context = () => world.contextOf("exampleshire");
  const noise = async () => (await (await context()).catalogue.live("noise")).definition;
  const say = async (text: string, page: string, question?: string) =>
    giveFeedback(await context(), {
      service: "noise",
      page,
      text,
      ...(question === undefined ? {} : { question }),
      email: "ada@example.com",
    });

  it("count what was said by service, and lead to it", async () => {
    expect((await browser.get(root)).html).toContain("Nothing has been said yet.");
    await say("What is this?", "start");
    await giveFeedback(await context(), { page: "home", text: "Too small" });
    const { html } = await browser.get(root);
    expect(html).toContain(`href="${ofNoise}"`);
    expect(html).toContain("The council’s own pages");
    expect((await browser.get(`${root}/pages`)).html).toContain("Too small");
  });

  it("lay it beside the questions, in the order of the form, and write it as text", async () => {
    const { form } = await noise();
    const pages = form.pages.filter(({ questions }) => questions.length > 0);
    const places = pages.map(({ id, questions }) => [id, questions[0]] as const);
    for (const [page, question] of places.toReversed())
      await say(`<b>said of ${page}</b>`, page, question?.id);
    await say("said of the end", "confirmation");
    const { html } = await browser.get(ofNoise);
    const order = [...places.map(([page]) => `&lt;b&gt;said of ${page}&lt;`), "said of the end"];
    const at = order.map((words) => html.indexOf(words));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
    for (const [, question] of places) expect(html).toContain(question?.label);
    expect(html).toContain("ada@example.com");
  });

  it("keep what was said of a question that is asked no more, and of a page that is gone", async () => {
    const definition = await noise();
    const [first] = definition.form.pages.filter(({ questions }) => questions.length > 0);
    if (!first) throw new Error("There is no page");
    await say("I do not know", first.id, first.questions[0]?.id);
    const pages = definition.form.pages.map((page) =>
      page.id === first.id ? { ...page, id: "renamed" } : page,
    );
    await publishService(await context(), { ...definition, form: { ...definition.form, pages } });
    const { html } = await browser.get(ofNoise);
    expect(html).toContain("a page that the form has no more");
    expect(html).toContain("which is asked no more");
  });

  it("are where it is dealt with, once, by whom and with a note", async () => {
    const { id } = await say("What is this?", "start");
    const form = { once: "the-same-press-twice", back: ofNoise, note: "It says so <now>" };
    for (let times = 0; times < 2; times += 1) {
      const done = await browser.post(`${root}/${id}/deal-with`, form);
      expect([done.status, done.location]).toEqual([303, `${ofNoise}?done=feedback-dealt-with`]);
    }
    expect((await browser.get(ofNoise)).html).toContain("Nothing waits to be dealt with.");
    const { html } = await browser.get(`${ofNoise}?state=all`);
    expect(html).toContain("It says so &lt;now&gt;");
    const again = await browser.post(`${root}/${id}/deal-with`, {
      back: "https://elsewhere.example",
    });
    expect([again.status, again.location]).toEqual([303, root]);
  });

  it("are not for those who work on what citizens send", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["caseworker"] });
    for (const path of [root, ofNoise, `${root}/pages`])
      expect((await other.get(path)).status).toBe(403);
    const { id } = await say("What is this?", "start");
    expect((await other.post(`${root}/${id}/deal-with`, {})).status).toBe(403);
  });
});
