import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const home = "/console/exampleshire/services/benches";
const path = `${home}/outline`;
const text = "# The bench\nWhat is wrong with it?\nWhich part?\n- The <b>seat</b>\n- The back";

describe("the staff page for questions that are written down", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["designer"] });
    await browser.post("/console/exampleshire/services/new", {
      title: "Benches",
      category: "Parks",
    });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  it("shows what they make before anything is added, and writes it as text", async () => {
    const { status, html } = await browser.post(path, { text, act: "read" });
    expect(status).toBe(200);
    expect(html).toContain("Add these 2 questions");
    expect(html).toContain("The &lt;b&gt;seat&lt;/b&gt;; The back");
    expect((await browser.get(`${home}/questions`)).html).not.toContain("Which part?");
  });

  it("adds them, each of the kind that was chosen", async () => {
    const shown = text.replaceAll("\n", "\r\n");
    const fields = { text, shown, since: "1", act: "add", "kind-2": "long-text" };
    const { status, location } = await browser.post(path, fields);
    expect([status, location]).toEqual([303, `${home}/questions?done=questions-added`]);
    const { html } = await browser.get(`${home}/questions`);
    expect(html).toContain("What is wrong with it?");
    expect(html).toContain("A long answer");
  });

  it("takes kinds that were chosen for other words for nothing", async () => {
    const fields = { text: `Who?\n${text}`, shown: text, act: "read", "kind-2": "long-text" };
    const { html } = await browser.post(path, fields);
    expect(html).not.toContain('value="long-text" selected');
  });

  it("says which lines cannot be taken as they are, and keeps what was typed", async () => {
    const { html } = await browser.post(path, { text: "- A lost option\nWhy?", act: "read" });
    expect(html).toContain("Line 1: There is no question above “A lost option”");
    expect(html).toContain("- A lost option\nWhy?</textarea>");
  });

  it.each([
    ["nothing is written", "  "],
    ["it is too long", "Why?\n".repeat(9000)],
    ["it holds what no text may", "Why\u0007?"],
  ])("says so where %s", async (_, typed) => {
    const { status, html } = await browser.post(path, { text: typed, act: "read" });
    expect(status).toBe(422);
    expect(html).toContain("govuk-error-summary");
  });

  it("says so where there are more pages than can be added at once", async () => {
    const many = Array.from({ length: 201 }, (_, at) => `Question ${at}?`).join("\n");
    const { status, html } = await browser.post(path, { text: many, act: "add" });
    expect(status).toBe(422);
    expect(html).toContain("These are too many pages to add at once.");
    expect(html).toContain("Question 200?");
  });

  it("says so where what is there makes no question", async () => {
    const { status, html } = await browser.post(path, { text: "# Only a page", act: "add" });
    expect(status).toBe(200);
    expect(html).toContain("Line 1: There is no question below this page.");
  });

  it("is for those who make services alone", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["viewer"] });
    expect((await other.get(path)).status).toBe(403);
    expect((await other.post(path, { text, act: "add" })).status).toBe(403);
  });
});
