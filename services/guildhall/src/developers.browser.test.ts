import { approveAccess, asPlatform } from "@guildhall/domain";
import type { Browser, Page } from "playwright-core";
import { barriers, chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";

describe.skipIf(!chromiumPath)("a partner who builds on a council's services", () => {
  let town: Town;
  let browser: Browser;
  const found: string[] = [];
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("asks for access, tries it out, and collects a live key, on a phone", {
    timeout: 120_000,
  }, async () => {
    const page = await (await visitor(browser, { phone: true, script: true })).newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${town.base}/c/${council}/`);
    await page.getByRole("link", { name: "Developers" }).click();
    await look(page, "developers");
    await page.getByRole("button", { name: "Ask for access" }).click();
    await page.getByRole("button", { name: "Ask for access" }).click();
    await look(page, "access-with-faults");
    await fillInRequest(page);
    await look(page, "access");
    await page.getByRole("button", { name: "Ask for access" }).click();
    await look(page, "test-key");

    const [testKey = ""] = await page.locator("pre").allInnerTexts();
    expect(testKey).toMatch(/^gh_test_/);
    expect(await processesWith(testKey)).toEqual([]);
    const link = await page.getByRole("link", { name: "access/acc_" }).innerText();
    const [, id = ""] = /access\/(acc_\w+)\?code=/.exec(link) ?? [];

    const later = await (await visitor(browser, { phone: true, script: true })).newPage();
    await later.goto(`${town.base}/c/${council}/developers/access/${id}`);
    await look(later, "request-code");
    await later.goto(link);
    expect(later.url()).not.toContain("code=");
    await look(later, "request-waits");
    const ground = await town.running.platform.groundFor(council);
    if (!ground) throw new Error(`there is no ${council}`);
    await approveAccess(asPlatform(ground), id, { scopes: ["processes:read"] });
    await later.reload();
    await look(later, "request-approved");
    await later.getByRole("button", { name: "Collect your key" }).click();
    await look(later, "live-key");
    const [liveKey = ""] = await later.locator("pre").allInnerTexts();
    expect(await processesWith(liveKey)).toEqual([]);
    await later.goto(`${town.base}/c/${council}-test/`);
    expect(await later.innerText("body")).toContain("These pages are for trying things out");
    await look(later, "sandbox");
    await later.goto(`${town.base}/c/cambridge-citizens-hub/services/warm-home-check`);
    await look(later, "partner-service");
    expect(found).toEqual([]);
  });

  async function look(page: Page, name: string): Promise<void> {
    await picture(page, name);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    found.push(...(await barriers(page)), ...(wide ? [`${name} is wider than the screen`] : []));
  }

  async function fillInRequest(page: Page): Promise<void> {
    await page.getByLabel("Name of your organisation").fill("Warm Homes Advice");
    await page.getByLabel("We work with residents").check();
    await page.getByLabel("Your full name").fill("Grace Hopper");
    await page.getByLabel("Your email address").fill("grace@warm-homes.example");
    await page.getByLabel("What will you use it for?").fill("To show people how far they are.");
    await page.getByLabel("See requests and how far they have got").check();
    await page.getByLabel("Read notes on a request").check();
    await page.getByLabel("A test key now, and a live key").check();
  }

  async function processesWith(key: string): Promise<unknown> {
    const headers = { Authorization: `Bearer ${key}` };
    const response = await fetch(`${town.base}/t/${council}/v1/processes`, { headers });
    return (await response.json()).data;
  }
});
