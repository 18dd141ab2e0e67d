import { addPerson, asPlatform, beginServiceDraft } from "@guildhall/domain";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { enter, press } from "./testing/keyboard.ts";
import { lookAt } from "./testing/look-at.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const people = ["designer", "another"].map((name) => `${name}@${council}.example`);

describe.skipIf(!chromiumPath)("making the questions of a service", () => {
  let town: Town;
  let browser: Browser;
  const found: string[] = [];
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    const ground = await town.running.platform.groundFor(council);
    if (!ground) throw new Error(`there is no ${council}`);
    const ctx = asPlatform(ground);
    const [, email = ""] = people;
    await addPerson(ctx, { name: "Ada Other", email, roles: ["designer"] });
    await beginServiceDraft(ctx, { title: "Report a noise at night" });
  });
  afterEach(() => {
    expect(found.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  const questions = () => `${staffPages(town, council)}/services/report-a-noise-at-night/questions`;

  async function enterAs(email = "", script = false): Promise<Page> {
    const page = await (await visitor(browser, { script })).newPage();
    page.setDefaultTimeout(15_000);
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) found.push(message.text());
    });
    await page.goto(`${staffPages(town, council)}/`);
    await signIn(page, town, email);
    await page.goto(questions());
    return page;
  }

  async function look(page: Page, name: string): Promise<void> {
    found.push(...(await lookAt(page, `questions-${name}`)));
  }

  it("is done by keyboard and without JavaScript: pages, a condition, a repeat group, evidence", {
    timeout: 240_000,
  }, async () => {
    const page = await enterAs(people[0]);
    await picture(page, "questions-none");
    await addPage(page, "About the noise");
    expect(await page.innerText(".govuk-notification-banner--success")).toContain(
      "The page “About the noise” is added as page 1 of 1",
    );

    await press(page, "Add a question to About the noise");
    await picture(page, "questions-types");
    await enter(page, "type", "radios");
    await press(page, "Continue");
    await enter(page, "label", "Where does the noise come from?");
    await enter(page, "options", "A pub\nA shop\na pub");
    await press(page, "Add this question");
    expect(await page.innerText(".govuk-error-summary")).toContain(
      "Line 3: “a pub” is there already, on line 1",
    );
    await enter(page, "options", "A pub\nA shop\nhome | A home");
    await press(page, "Show preview");
    expect(await page.innerText("#preview")).toContain("A home");
    await picture(page, "questions-editor");
    await press(page, "Add this question");

    await press(page, "Add a question to About the noise");
    await enter(page, "type", "group");
    await press(page, "Continue");
    await enter(page, "label", "When did you hear it?");
    await enter(page, "itemName", "night");
    await enter(page, "first", "Which night was it?");
    await press(page, "Add this question");

    await addPage(page, "The pub");
    await press(page, "Add a question to The pub");
    await enter(page, "type", "text");
    await press(page, "Continue");
    await enter(page, "label", "What is the pub called?");
    await press(page, "Add this question");
    await press(page, "The pub");
    await press(page, "Save, and make a new condition");
    await enter(page, "row-0-about", "q:whereDoesTheNoiseComeFrom");
    await press(page, "Show the choices");
    await enter(page, "row-0-value", "a-pub");
    await picture(page, "questions-condition");
    await enter(page, "name", "It is a pub");
    await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
    expect(await page.locator("#when option:checked").innerText()).toBe("Only when: It is a pub");

    await page.goto(questions());
    await press(page, "Add questions that many services ask");
    await picture(page, "questions-patterns");
    await enter(page, "pattern", "evidence");
    await press(page, "Add them");

    await press(page, "Move up What is the pub called?");
    expect(await page.innerText(".govuk-notification-banner--success")).toContain(
      "“What is the pub called?” is now question 3 of 3 on “About the noise”",
    );
    await press(page, "Move down What is the pub called?");
    const text = await page.innerText("main");
    expect(text).toContain("Only if “Where does the noise come from?” is “A pub”.");
    expect(text).toContain("The same questions several times");
    expect(text).toContain("Add photos or documents");
    await picture(page, "questions-list");
    await press(page, "See the way through the form as a picture");
    await picture(page, "questions-flow");
    expect(await page.innerText("main")).toContain("Condition:");
    await page.context().close();
  });

  it("shows the second to save what the other did, and keeps the work of both", {
    timeout: 120_000,
  }, async () => {
    const [ann, ada] = [await enterAs(people[0]), await enterAs(people[1])];
    for (const page of [ann, ada])
      await page.getByRole("link", { name: "What is the pub called?", exact: true }).click();
    await ann.getByLabel("Question", { exact: true }).fill("What is the name of the pub?");
    await ann.getByRole("button", { name: "Save", exact: true }).click();
    await ada.getByLabel("Hint (optional)", { exact: true }).fill("It is on the sign.");
    await ada.getByRole("button", { name: "Save", exact: true }).click();
    expect(await ada.innerText("main")).toContain("What is the name of the pub?");

    for (const page of [ann, ada])
      await page.getByRole("link", { name: "What is the name of the pub?", exact: true }).click();
    expect(await ann.getByLabel("Hint (optional)", { exact: true }).inputValue()).toBe(
      "It is on the sign.",
    );
    await ann.getByLabel("Question", { exact: true }).fill("Which pub?");
    await ann.getByRole("button", { name: "Save", exact: true }).click();
    await ada.getByLabel("Question", { exact: true }).fill("What pub is it?");
    await ada.getByRole("button", { name: "Save", exact: true }).click();
    const shown = await ada.innerText("main");
    expect(shown).toContain("Somebody else has changed this too");
    expect(shown).toContain("Which pub?");
    expect(shown).toContain("What pub is it?");
    await picture(ada, "questions-conflict");
    await ada.getByRole("button", { name: "Put mine in its place" }).click();
    expect(await ada.innerText("main")).toContain("What pub is it?");
    for (const page of [ann, ada]) await page.context().close();
  });

  it("shows and keeps what is typed by itself where scripts run", {
    timeout: 120_000,
  }, async () => {
    const page = await enterAs(people[0], true);
    await page.getByRole("link", { name: "Where does the noise come from?", exact: true }).click();
    await page.getByLabel("Hint (optional)", { exact: true }).fill("Choose the <b>nearest</b>.");
    await page.locator("#preview").getByText("Choose the <b>nearest</b>.").first().waitFor();
    await page.getByText("What you typed is saved.").waitFor();
    await page.reload();
    expect(await page.getByLabel("Hint (optional)", { exact: true }).inputValue()).toBe(
      "Choose the <b>nearest</b>.",
    );
    await look(page, "editor-with-script");
    const list = questions();
    const service = list.slice(0, -"/questions".length);
    const page1 = "/form/pages/about-the-noise";
    const addresses = {
      list,
      "page-settings": `${list}/page?at=${page1}`,
      types: `${list}/add?to=${page1}/questions`,
      "new-group": `${list}/add/group?to=${page1}/questions`,
      conditions: `${service}/conditions`,
      flow: `${service}/flow`,
    };
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(address);
      await look(page, `${name}-with-script`);
    }
    await page.context().close();
  });

  async function addPage(page: Page, title: string): Promise<void> {
    await press(page, "Add a page");
    await enter(page, "title", title);
    await press(page, "Add this page");
  }
});
