import type { Answers, Service } from "@guildhall/contract";
import type { Browser, Page } from "playwright-core";
import { barriers, chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf } from "./testing/fill-in.ts";
import { press } from "./testing/keyboard.ts";
import { startTown, type Town } from "./testing/town.ts";
import { walkByKeyboard } from "./testing/walk-by-keyboard.ts";

const council = "cambridge-city";
const claim = "damage-claim";

describe.skipIf(!chromiumPath)("a claim with a question of every type, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  let service: Service;
  let answers: Answers;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    const response = await fetch(`${town.base}/t/${council}/v1/services/${claim}`);
    service = (await response.json()) as Service;
    answers = exampleOf(council, claim, "most");
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("is made without a mouse, without JavaScript and on a screen of 320 pixels", {
    timeout: 180_000,
  }, async () => {
    const context = await visitor(browser, { phone: true });
    const page = await context.newPage();
    // The examination is a script itself, so it looks at each page as the same citizen in a browser that runs scripts.
    const twin = await (await visitor(browser, { phone: true, script: true })).newPage();
    const found: string[] = [];
    const seen = new Map<string, number>();
    const look = async () => {
      const path = new URL(page.url()).pathname;
      const times = seen.get(path) ?? 0;
      seen.set(path, times + 1);
      await picture(page, `claim-${path.split("/").at(-1)}-${times}`);
      if (await isTooWide(page)) found.push(`${path} is wider than the screen`);
      if (times > 0) return;
      await twin.context().addCookies(await context.cookies());
      await twin.goto(page.url());
      found.push(...(await barriers(twin)));
    };
    await page.goto(`${town.base}/c/${council}/services/${claim}`);
    await look();
    await press(page, "Start now");
    await walkByKeyboard(page, { service, answers, look });

    const said = await page.innerText("main");
    for (const words of [
      "28 May 2026",
      "7:40am",
      "Outside 14 Sample Row, by the lamp post",
      "AB12 CDE",
      "48,210 miles",
      "from 28 May to 4 June 2026",
      "When was it bought or built? about March 2021",
      "When was it bought or built? about 2021",
      "Who will repair it? Example Motors Ltd, 01234567",
      "£1,240.60",
      "£1,667.95",
      "Exampleton Food Hub",
      "Sort code 20-00-00",
      "What I have said is true as far as I know.",
    ])
      expect(said).toContain(words);
    expect(said).not.toContain("55779911");

    await press(page, /^Send$|^Accept/);
    await look();
    const [reference = ""] = /CAM-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await page.innerText("main")) ?? [];
    expect(reference).not.toBe("");
    await press(page, "Follow your request");
    await look();
    expect(new URL(page.url()).pathname).toBe(`/c/${council}/track/${reference}`);
    expect(await page.innerText("main")).toContain("What has happened");
    expect(found).toEqual([]);
    await Promise.all([context.close(), twin.context().close()]);
  });

  describe("with JavaScript", () => {
    let page: Page;
    const refused: string[] = [];
    const asked: string[] = [];
    beforeEach(async () => {
      page = await (await visitor(browser, { script: true })).newPage();
      page.setDefaultTimeout(15_000);
      page.on("console", (message) => {
        if (/Content Security Policy/.test(message.text())) refused.push(message.text());
      });
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${town.base}/c/${council}/services/${claim}`);
      await page.getByRole("button", { name: "Start now" }).click();
      const tasks = page.locator(".govuk-task-list a");
      if ((await tasks.count()) > 0) await tasks.first().click();
    });
    afterEach(() => page.context().close());

    it("finds an option by typing, and keeps it when the page comes back", {
      timeout: 120_000,
    }, async () => {
      expect(asked.filter((path) => path.includes("type-ahead"))).toEqual([]);
      await page.getByRole("radio", { name: /belongings/ }).check();
      await page.getByRole("button", { name: "Continue" }).click();
      const field = page.locator("input[role=combobox]");
      await field.waitFor();
      expect(asked.filter((path) => path.includes("type-ahead"))).toHaveLength(2);

      await field.fill("moo");
      await picture(page, "claim-type-ahead");
      expect(await barriers(page)).toEqual([]);
      await page.getByRole("option", { name: "A mooring or the river bank" }).click();
      await page.getByRole("button", { name: "Continue" }).click();
      await page.waitForURL(/\/when$/);
      await page.getByRole("button", { name: "Back", exact: true }).click();
      await page.waitForURL(/\/cause$/);
      await field.waitFor();
      expect(await field.inputValue()).toBe("A mooring or the river bank");

      await field.fill("Something else");
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByText("Enter what caused the damage").first().waitFor();
      expect(await page.title()).toMatch(/^Error: /);
      await field.waitFor();
      expect(await field.inputValue()).toBe("Something else");

      await field.fill("A passing ship");
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByText("Select what caused the damage").first().waitFor();
      const [first] = await page.locator(".govuk-error-summary a").all();
      expect(await first?.innerText()).toBe("Select what caused the damage");
      await first?.click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("causedBy");
      expect(await barriers(page)).toEqual([]);
      expect(refused).toEqual([]);
    });
  });
});

async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}
