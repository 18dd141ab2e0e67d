import type { Browser, BrowserContext, Page } from "playwright-core";
import { chromiumPath, startBrowser, visitor } from "./testing/browser.ts";
import { lookAt } from "./testing/look-at.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const timeout = 120_000;

describe.skipIf(!chromiumPath)("saying what is wrong with a page, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  /** Begin a report of noise and choose an answer on its first page, without going on. */
  async function begin(context: BrowserContext): Promise<Page> {
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await page.goto(`${town.base}/c/${council}/services/noise-nuisance`);
    await page.getByRole("button", { name: "Start now" }).click();
    await page.locator("form input[type=radio]").first().check();
    return page;
  }
  async function press(page: Page): Promise<Page> {
    const opened = page.context().waitForEvent("page");
    await page.getByRole("link", { name: "Is anything wrong with this page?" }).click();
    return opened;
  }

  it("loses nothing without JavaScript, and reaches those who make the service", {
    timeout,
  }, async () => {
    const context = await visitor(browser);
    const page = await begin(context);
    const question = await page.locator("h1").innerText();
    const said = await press(page);
    await said.getByRole("button", { name: "Send" }).click();
    await said.getByRole("link", { name: "Enter what is wrong with the page" }).waitFor();
    await said.getByLabel("What is wrong?").fill("I do not know where it comes from.");
    await said.getByRole("button", { name: "Send" }).click();
    await said.getByRole("heading", { name: "Thank you for telling us" }).waitFor();
    await said.getByRole("button", { name: "Go back to the page" }).click();
    expect(await said.locator("h1").innerText()).toBe(question);
    expect(await page.locator("form input[type=radio]").first().isChecked()).toBe(true);
    await page.getByRole("button", { name: "Continue" }).click();
    expect(await page.locator("h1").innerText()).not.toBe(question);
    await context.close();

    const desk = await (await visitor(browser)).newPage();
    await desk.goto(`${staffPages(town, council)}/feedback`);
    await signIn(desk, town, `designer@${council}.example`);
    await desk.goto(`${staffPages(town, council)}/feedback`);
    await desk.getByRole("link", { name: "noise" }).click();
    expect(await desk.innerText("main")).toContain(question);
    expect(await desk.innerText("main")).toContain("I do not know where it comes from.");
    await desk.getByText("Say that it is dealt with").click();
    await desk.getByRole("button", { name: "It is dealt with" }).click();
    await desk.getByText("Nothing waits to be dealt with.").waitFor();
    await desk.context().close();
  });

  it("keeps nobody out, at a desk and on a phone", { timeout }, async () => {
    const page = await begin(await visitor(browser, { script: true }));
    const found = await lookAt(page, "feedback-0-question");
    const said = await press(page);
    found.push(...(await lookAt(said, "feedback-1-asked")));
    await said.getByRole("button", { name: "Send" }).click();
    found.push(...(await lookAt(said, "feedback-2-wrong")));
    await said.getByLabel("What is wrong?").fill("The words are too small on my phone.");
    await said.getByLabel("Your email address (optional)").fill("ada@example.com");
    await said.getByRole("button", { name: "Send" }).click();
    await said.getByRole("heading", { name: "Thank you for telling us" }).waitFor();
    found.push(...(await lookAt(said, "feedback-3-received")));
    await page.context().close();

    const desk = await (await visitor(browser, { script: true })).newPage();
    await desk.goto(`${staffPages(town, council)}/feedback`);
    await signIn(desk, town, `designer@${council}.example`);
    await desk.goto(`${staffPages(town, council)}/feedback`);
    found.push(...(await lookAt(desk, "feedback-4-overview")));
    await desk.getByRole("link", { name: "noise" }).click();
    found.push(...(await lookAt(desk, "feedback-5-service")));
    await desk.context().close();
    expect(found).toEqual([]);
  });
});
