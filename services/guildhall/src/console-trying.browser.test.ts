import { asPlatform, beginServiceDraft } from "@guildhall/domain";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, reloadUntil, startBrowser, visitor } from "./testing/browser.ts";
import { enter, press } from "./testing/keyboard.ts";
import { lookAt } from "./testing/look-at.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const service = "smoke-bonfire";

describe.skipIf(!chromiumPath)("trying a service in the making", () => {
  let town: Town;
  let browser: Browser;
  let page: Page;
  const found: string[] = [];
  const home = () => `${staffPages(town, council)}/services/${service}`;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    const ground = await town.running.platform.groundFor(council);
    if (!ground) throw new Error("There is a council");
    await beginServiceDraft(asPlatform(ground), { service });
  });
  afterEach(async () => {
    await page?.context().close();
    expect(found.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  async function open(script: boolean): Promise<void> {
    page = await (await visitor(browser, { script })).newPage();
    page.setDefaultTimeout(15_000);
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) found.push(message.text());
    });
    await page.goto(`${staffPages(town, council)}/`);
    await signIn(page, town, `designer@${council}.example`);
  }

  /** What looks for barriers is itself a script. */
  async function look(name: string): Promise<void> {
    found.push(...(await lookAt(page, `trying-${name}`)));
  }

  it("goes round with a fault, is kept as a scenario, and run as a test, by keyboard without JavaScript", {
    timeout: 240_000,
  }, async () => {
    await open(false);
    await page.goto(`${home()}/try`);
    await enter(page, "answers", "typed");
    await enter(page, "fault", "refused");
    await press(page, "Try it");
    expect(await page.innerText("main")).toContain("Do not type anything about a real person");
    await press(page, "Try it with these answers");
    expect(await page.innerText("main")).toMatch(/Look again|Save this as a scenario/);
    await reloadUntil(page, /Save this as a scenario/);
    const seen = await page.innerText("main");
    expect(seen).toMatch(/refused it, as it was told to/);
    expect(seen).toContain("It waits for one of your colleagues");

    await press(page, "Save this as a scenario");
    await enter(page, "name", "");
    await press(page, "Save it and run it");
    expect(await page.innerText(".govuk-error-summary")).toContain("Enter a name");
    await enter(page, "name", "A refusal waits for a person");
    await press(page, "Save it and run it");
    await reloadUntil(page, /scenarios went as they have to/);
    await press(page, "All scenarios");
    expect(await page.innerText("main")).toMatch(/A refusal waits for a person\s+As it should be/);

    await press(page, "A refusal waits for a person");
    await enter(page, "ends", "held");
    await press(page, "Save");
    await page.getByText("The scenario is saved").waitFor();
    await press(page, "Run all scenarios");
    await reloadUntil(page, /went otherwise/);
    expect(await page.innerText("main")).toContain("It was to be held for a person to look at");
    await press(page, "A refusal waits for a person");
    await page.locator("summary", { hasText: "Remove this scenario" }).press("Enter");
    await press(page, "Remove it");
    await page.getByText("The scenario has been removed").waitFor();
  });

  it("says what is wrong with answers that were typed, and leaves them there", async () => {
    await open(false);
    await page.goto(`${home()}/try/answers`);
    const email = page.locator("input[name=yourEmail]");
    await email.fill("nobody");
    await press(page, "Try it with these answers");
    expect(await page.innerText(".govuk-error-summary")).toMatch(/email address/);
    expect(await email.inputValue()).toBe("nobody");
  });

  it("shows a message with what is put into it, by keyboard without JavaScript", {
    timeout: 120_000,
  }, async () => {
    await open(false);
    await page.goto(`${home()}/messages`);
    await press(page, "Somebody has written to you");
    await enter(page, "subject", "News of ((refrence))");
    await enter(page, "text", "Dear ((name)),\n\n((note");
    await press(page, "Save");
    const faults = await page.innerText(".govuk-error-summary");
    expect(faults).toContain("Did you mean “((reference))”?");
    expect(faults).toContain("“((note” is not finished");
    await enter(page, "subject", "News of ((reference)) <b>");
    await enter(page, "text", "Dear ((name)),\n\n((note))");
    await press(page, "Save");
    await page.getByText("The message is saved in the draft").waitFor();
    const shown = await page.locator(".console-mail--phone").first().innerText();
    expect(shown).toMatch(/News of CAM-1111-1111 <b>/);
    expect(shown).toContain("I will visit on Tuesday morning.");
    expect(await page.locator(".console-mail--desktop b").count()).toBe(0);
    await enter(page, "welshSubject", "Newyddion am ((reference))");
    await press(page, "Save");
    expect(await page.innerText("main")).toContain("Newyddion am CAM-1111-1111");
    await enter(page, "subject", "A note on ((reference))");
    await press(page, "Save");
    await enter(page, "welshHolds", "yes");
    await press(page, "Save");
    expect(await page.innerText("main")).not.toContain("The Welsh still says the same");
    await page.goto(`${home()}/messages`);
    expect(await page.innerText("main")).toContain("Your own words");
  });

  it("shows all as it happens where scripts run, and keeps nobody out", {
    timeout: 240_000,
  }, async () => {
    await open(true);
    await page.goto(`${home()}/try`);
    await look("start");
    await page.getByLabel("The back office answers slowly").check();
    await page.getByRole("button", { name: "Try it", exact: true }).click();
    await page.getByRole("heading", { name: "The document is written" }).waitFor();
    await page.getByText("It went round the whole circle").first().waitFor({ timeout: 60_000 });
    for (const summary of await page.locator("main summary").all()) await summary.click();
    expect(await page.innerText(".console-document")).toContain("ehServiceRequest");
    await look("run");
    await page.getByRole("button", { name: "Save this as a scenario" }).click();
    await look("save");

    await page.goto(`${home()}/messages`);
    await look("messages");
    await page.getByRole("link", { name: "It is finished" }).click();
    await page.getByLabel("Text", { exact: true }).fill("It is done, ");
    await page.getByRole("button", { name: "The name of the person" }).click();
    await page.getByText("What you typed is saved").waitFor();
    await page.locator(".console-mail--phone", { hasText: /It is done, \w/ }).waitFor();
    await look("message");
  });
});
