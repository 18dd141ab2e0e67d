import type { Browser, Page } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { enter, press } from "./testing/keyboard.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const designer = `designer@${council}.example`;

describe.skipIf(!chromiumPath)("making a service, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  const found: string[] = [];
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterEach(() => {
    expect(found.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  const open = async (script: boolean): Promise<Page> => {
    const page = await (await visitor(browser, { script })).newPage();
    page.setDefaultTimeout(15_000);
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) found.push(message.text());
    });
    await page.goto(`${staffPages(town, council)}/services`);
    await signIn(page, town, designer);
    return page;
  };
  const heading = (page: Page) => page.locator("h1").innerText();

  it("begins by keyboard without JavaScript, and says at each place what is left before it is published", {
    timeout: 120_000,
  }, async () => {
    const page = await open(false);
    await picture(page, "services");
    await press(page, "Make a new service");
    await picture(page, "services-new");
    await press(page, "Begin");
    expect(await page.title()).toMatch(/^Error: /);
    await enter(page, "title", "Report a broken bench");
    await enter(page, "category", "Noise and light");
    await press(page, "Begin");
    expect(await heading(page)).toBe("Report a broken bench");
    await picture(page, "service-home");

    await press(page, "Look and languages");
    await enter(page, "summary", "Tell us of a bench that is broken, so that nobody gets hurt.");
    await picture(page, "service-look");
    await press(page, "Save");
    expect(await page.innerText("body")).toContain("Your changes are saved in the draft");
    await press(page, "Report a broken bench");

    await press(page, "Privacy and retention");
    await enter(page, "days", "a year");
    await press(page, "Save");
    expect(await page.title()).toMatch(/^Error: /);
    await picture(page, "service-privacy-fault");
    await enter(page, "days", "365");
    await enter(page, "lawfulBasis", "Keeping parks safe is a public task of the council.");
    await press(page, "Save");
    expect(await page.innerText("body")).toContain("365 days, which is about a year");
    await picture(page, "service-privacy");
    await press(page, "Report a broken bench");

    await press(page, "Publish");
    await picture(page, "service-review");
    await press(page, "Go on to test it");
    await picture(page, "service-test");
    await press(page, "Go on to publish it");
    await enter(page, "summary", "It begins.");
    await press(page, "Publish");
    expect(await page.title()).toMatch(/^Error: /);
    await picture(page, "service-not-ready");
    expect(await page.locator(".govuk-error-summary").innerText()).not.toContain("lawful");
    await press(page, "Add the first page of questions.");
    expect(page.url()).toContain("/services/report-a-broken-bench/questions");
    await page.context().close();
  });

  it("keeps what is being typed where scripts run, also what is typed back", {
    timeout: 60_000,
  }, async () => {
    const page = await open(true);
    const privacy = `${staffPages(town, council)}/services/report-a-broken-bench/privacy`;
    await page.goto(privacy);
    const days = page.getByLabel("We keep what people send");
    const said = page.locator("[data-autosave-said]");
    for (const typed of ["500", "365"]) {
      await days.fill(typed);
      await page.waitForResponse((answer) => answer.request().method() === "POST");
      await said.getByText("What you typed is saved.").waitFor();
      const other = await page.context().newPage();
      await other.goto(privacy);
      expect(await other.getByLabel("We keep what people send").inputValue()).toBe(typed);
      await other.close();
    }
    await page.context().close();
  });
});
