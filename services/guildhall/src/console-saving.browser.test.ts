import type { Browser, Page, Request } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { enter, press } from "./testing/keyboard.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const lost = "Not saved. Keep this page open and press Save.";

describe.skipIf(!chromiumPath)("keeping what is typed, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    page = await open();
    await press(page, "Make a new service");
    await enter(page, "title", "Report a broken swing");
    await enter(page, "category", "Noise and light");
    await press(page, "Begin");
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  async function open(): Promise<Page> {
    const opened = await (await visitor(browser, { script: true })).newPage();
    opened.setDefaultTimeout(15_000);
    await opened.goto(`${staffPages(town, council)}/services`);
    await signIn(opened, town, `designer@${council}.example`);
    return opened;
  }
  const service = () => `${staffPages(town, council)}/services/report-a-broken-swing`;
  const days = () => page.getByLabel("We keep what people send");
  const said = () => page.locator("[data-autosave-said]");

  it("saves what is pressed while an earlier word is still on its way", async () => {
    await page.goto(`${service()}/privacy`);
    let tell: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      tell = resolve;
    });
    await page.route("**/privacy", async (route) => {
      const request = route.request();
      if (request.headers().accept !== "application/json") return route.continue();
      // It gets there, and its answer never comes back.
      await route.fetch();
      tell();
    });
    await days().fill("400");
    await arrived;
    await days().fill("500");
    await press(page, "Save");
    await page.getByText("Your changes are saved in the draft").waitFor();
    expect(await days().inputValue()).toBe("500");
    await page.unroute("**/privacy");
  });

  it("says so when nothing gets through, and when it does again", async () => {
    await page.goto(`${service()}/privacy`);
    await days().fill("600");
    await said().getByText("What you typed is saved.").waitFor();
    await page.context().setOffline(true);
    await days().fill("700");
    await said().getByText(lost).waitFor();
    await picture(page, "not-saved");
    await page.context().setOffline(false);
    await days().fill("701");
    await said().getByText("What you typed is saved.").waitFor();
  });

  it("says so when somebody is signed out, and shows no sign-in page for a preview", {
    timeout: 120_000,
  }, async () => {
    await page.goto(`${service()}/questions`);
    await press(page, "Add a page");
    await enter(page, "title", "The swing");
    await press(page, "Add this page");
    await press(page, "Add a question to The swing");
    await enter(page, "type", "text");
    await press(page, "Continue");
    await enter(page, "label", "Which swing?");
    await press(page, "Add this question");
    await press(page, "Which swing?");
    const preview = page.locator("#preview");
    await preview.getByText("Which swing?").first().waitFor();
    await page.context().clearCookies();
    const isPreview = (request: Request) => request.postData()?.includes("show=preview") === true;
    const refused = page.waitForResponse(
      (answer) => answer.status() === 401 && isPreview(answer.request()),
    );
    await enter(page, "label", "Which swing is it?");
    await refused;
    await said().getByText("Not saved: you are signed out.").waitFor();
    expect(await preview.innerText()).toContain("Which swing?");
    expect(await preview.innerText()).not.toContain("work email");
    await picture(page, "signed-out");
  });
});
