import type { Service } from "@guildhall/contract";
import type { Browser, Page } from "playwright-core";
import { barriers, chromiumPath, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf, fillIn } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "huntingdonshire";

describe.skipIf(!chromiumPath)("the citizen's pages, on a phone", () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("keep nobody out and fit, from the list of councils to the tracking page", {
    timeout: 120_000,
  }, async () => {
    const found: string[] = [];
    const look = async (page: Page) => {
      found.push(...(await barriers(page)), ...(await overflow(page)));
    };
    const page = await (await visitor(browser, { phone: true, script: true })).newPage();
    const refused: string[] = [];
    page.on(
      "console",
      (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()),
    );
    const service: Service = await (
      await fetch(`${town.base}/t/${council}/v1/services/noise-nuisance`)
    ).json();

    await page.goto(`${town.base}/`);
    await look(page);
    await page
      .getByRole("link", { name: /Huntingdonshire/ })
      .first()
      .click();
    await look(page);
    await page.getByRole("link", { name: service.title }).first().click();
    await look(page);
    await page.getByRole("button", { name: "Start now" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await fillIn(page, { service, answers: exampleOf(council, "noise-nuisance", "most"), look });
    await look(page);
    await page.getByRole("button", { name: "Send" }).click();
    await look(page);
    await page
      .getByRole("link", { name: /follow/i })
      .first()
      .click();
    await look(page);

    expect(found).toEqual([]);
    expect(refused).toEqual([]);
  });

  async function overflow(page: Page): Promise<string[]> {
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    return wide ? [`${page.url()} is wider than the screen`] : [];
  }
});
