import type { Browser, Page } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf } from "./testing/fill-in.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const service = "noise-nuisance";

describe.skipIf(!chromiumPath)("keys of the staff pages, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    page = await (await visitor(browser, { script: true })).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${staffPages(town, council)}/work?whose=all`);
    await signIn(page, town, `officer@${council}.example`);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });
  const heading = (name: string) => page.getByRole("heading", { name, exact: true, level: 1 });

  it("lead to pages, and say nothing while somebody types or holds another key", async () => {
    await page.keyboard.press("?");
    await heading("Keyboard shortcuts").waitFor();
    await picture(page, "shortcuts");
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await heading("Find a case").waitFor();
    const surname = page.getByLabel("Surname");
    await surname.focus();
    await page.keyboard.type("g w?");
    expect(await surname.inputValue()).toBe("g w?");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("Control+g");
    await page.keyboard.press("w");
    expect(await heading("Find a case").isVisible()).toBe(true);
    await page.keyboard.press("g");
    await page.keyboard.press("w");
    await heading("Work").waitFor();
  });

  it("are off once somebody has turned them off, and on again", async () => {
    await page.goto(`${staffPages(town, council)}/shortcuts`);
    await page.getByRole("button", { name: "Turn them off" }).click();
    await page.getByText("They are off in this browser").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("w");
    expect(await page.locator("[data-shortcuts]").count()).toBe(0);
    await page.getByRole("button", { name: "Turn them on" }).click();
    await page.getByText("They are on in this browser").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("w");
    await heading("Work").waitFor();
  });

  it("go through the tasks, choose one, and lead to the note of a case and to completing it", async () => {
    const { evidence: _, ...answers } = exampleOf(council, service, "most");
    const response = await fetch(`${town.base}/t/${council}/v1/processes`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${town.keys[council]?.partner}`,
        "Content-Type": "application/json",
        "Idempotency-Key": crypto.randomUUID(),
      },
      body: JSON.stringify({ service, answers }),
    });
    expect(await response.json()).toMatchObject({ status: "open" });
    await page.goto(`${staffPages(town, council)}/work?whose=all`);
    const rows = page.locator("[data-row]");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    expect(await rows.first().getByRole("checkbox").isChecked()).toBe(true);
    await page.keyboard.press("x");
    expect(await rows.first().getByRole("checkbox").isChecked()).toBe(false);
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await page.getByLabel("Add a note").waitFor();
    await page.keyboard.press("n");
    expect(
      await page.getByLabel("Add a note").evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("c");
    await page.getByRole("heading", { name: /^Complete/, level: 1 }).waitFor();
  });
});
