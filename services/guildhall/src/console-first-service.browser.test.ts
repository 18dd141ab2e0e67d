import type { Browser, Page } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { KeyCount } from "./testing/key-count.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
/** How many keys may be pressed beside those that type words. */
const mostKeys = 120;

const questions = `# The water
When did you first see it?
Where does it stand?
- In a garden or yard
- In a ditch or pond
- On a building site
What is the site called?
Only if Where does it stand? is On a building site
Does it smell of sewage?
# What it brings
What do you see there? (choose any) (optional)
- Mosquitoes
- Rats
When was it worst? (several)
> Which day?
> What was it like?
What is the address?
# You
Your full name
Your email address
Photos of it (optional)`;

describe.skipIf(!chromiumPath)("a first service", { timeout: 180_000 }, () => {
  let town: Town;
  let browser: Browser;
  let page: Page;
  let keys: KeyCount;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    page = await (await visitor(browser, { script: true })).newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${staffPages(town, council)}/services`);
    await signIn(page, town, `designer@${council}.example`);
    await page.goto(`${staffPages(town, council)}/services`);
    keys = new KeyCount(page);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("is made, mapped, tried and published without a mouse, by few keys beside its words", async () => {
    for (const step of [begin, ask, sayWhereAnswersGo, sayWhatHappens, sayWhyItIsKept, tryIt])
      await step();
    await publish();
    expect(keys.pressed).toBeLessThanOrEqual(mostKeys);
    const answer = await fetch(`${town.base}/t/${council}/v1/services/report-standing-water`);
    const { version, form } = await answer.json();
    const asked = form.pages.flatMap((page: { questions: object[] }) => page.questions);
    expect(version).toBe(1);
    expect(asked).toHaveLength(10);
    expect(asked).toContainEqual(expect.objectContaining({ type: "group" }));
    expect(asked).toContainEqual(expect.objectContaining({ type: "files" }));
    expect(asked).toContainEqual(expect.objectContaining({ when: "on-a-building-site" }));
  });

  async function begin() {
    await keys.press("Make a new service");
    await keys.type("title", "Report standing water");
    await keys.type("category", "Rubbish");
    await keys.type("summary", "Tell us about water that stands, smells or breeds insects.");
    await keys.send();
    await show("build-home");
    await keys.press("Go on with: questions");
  }

  async function ask() {
    await keys.press("Write or paste many questions at once");
    await keys.type("text", questions);
    await keys.press("Show what this makes");
    await show("build-read");
    await keys.press("Add these 10 questions");
    await show("build-questions");
    await onward();
  }

  async function sayWhereAnswersGo() {
    await keys.press(/^Go on with/);
    await keys.press("Add a system to send answers to");
    await keys.choose("connector", "alloy");
    await keys.send();
    await keys.type("takes", "Environmental");
    await keys.press("Continue");
    await keys.press(/^Use all/);
    await show("build-mapped");
    await keys.press("Category");
    await keys.type("fixed", "Drainage: blocked");
    await keys.press("Save");
    await onward();
  }

  async function sayWhatHappens() {
    await keys.press(/^Go on with/);
    await show("build-process");
    await keys.press(/^Add the \d+ stages/);
    await keys.jump(/^Say in how many working days/);
    await keys.type("days", "5");
    await keys.type("promise", "An officer contacts you within 5 working days.");
    await keys.press("Save the promise");
    await onward();
  }

  async function sayWhyItIsKept() {
    await keys.press(/^Go on with/);
    await keys.type("lawfulBasis", "the law tells us to look into it");
    await keys.type("days", "730");
    await keys.send();
    await onward();
  }

  async function tryIt() {
    await keys.press(/^Go on with/);
    await keys.choose("answers", "made-up");
    await keys.send();
    await page.getByText("It went round the whole circle").first().waitFor({ timeout: 70_000 });
    await show("build-tried");
    await keys.press(/^Save this/);
    await keys.type("name", "A report is taken on");
    await keys.send();
    await page.getByText("The one scenario went as it has to").first().waitFor();
    await show("build-scenario-green");
    await keys.press("Go on to publish it");
  }

  async function publish() {
    await keys.press("Go on to publish it");
    await keys.type("summary", "People can tell us about standing water.");
    await keys.press("Publish");
    await show("build-published");
  }

  /** A picture for the guide, of what is on the screen. */
  function show(name: string): Promise<void> {
    return picture(page, name, { whole: false });
  }

  /** From what was done to what is still to do. */
  async function onward() {
    await keys.press("See what there is still to do");
  }
});
