import type { Question } from "@guildhall/contract";
import { asPlatform, publishService } from "@guildhall/domain";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { photo } from "./testing/fill-in.ts";
import { lookAt } from "./testing/look-at.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const service = "artificial-light";
const timeout = 120_000;
const program = {
  name: "program.exe",
  mimeType: "application/octet-stream",
  buffer: Buffer.from("MZ"),
};
const second = { ...photo, name: "second.png" };

describe.skipIf(!chromiumPath)("files among other questions, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    await askForMuch();
  });
  afterEach(() => page?.context().close());
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("lose nothing that was typed, whatever is done with them, without JavaScript", {
    timeout,
  }, async () => {
    await begin({ script: false });
    await fill();
    await choose("photos", photo);
    await page.fill('[name="photos-label"]', "The yard");
    await press("Upload this file (Photos)");
    await expectTyped();
    expect(await page.inputValue('[name^="photos-label-"]')).toBe("The yard");
    await picture(page, "uploads-among-1");

    await page.fill('[name^="photos-label-"]', "The fence");
    await choose("plans", program);
    await press("Upload this file (Plans)");
    expect(await summary()).toEqual([expect.stringMatching(/^The file must be a JPG/)]);
    await expectTyped();
    await picture(page, "uploads-among-2");

    await choose("plans", second);
    await press("Continue");
    expect(await summary()).toEqual([
      "How often must be a whole number, like 30",
      "When must include a month",
    ]);
    await expectTyped();
    expect(await page.innerText("main")).toContain("second.png");
    expect(await page.inputValue('[name^="photos-label-"]')).toBe("The fence");

    await press(`Remove ${photo.name}`);
    await expectTyped();
    expect(await page.innerText("main")).not.toContain(photo.name);
    await page.fill('[name="often"]', "3");
    await page.fill('[name="when-month"]', "10");
    await press("Continue");
    expect(new URL(page.url()).pathname).not.toMatch(/\/much$/);
    await press("Back");
    expect(await page.innerText("main")).toContain("second.png");
    expect(await page.inputValue('[name="what"]')).toBe(what);
  });

  it("come while the page stays, and lose nothing when they are removed, with JavaScript", {
    timeout,
  }, async () => {
    await begin({ script: true });
    await fill();
    await choose("photos", photo);
    await choose("plans", second);
    await page.getByRole("heading", { name: "1 file added" }).nth(1).waitFor();
    await expectTyped();
    await page.fill('[name^="photos-label-"]', "The fence");
    await choose("photos", { ...photo, name: "third.png" });
    await page.getByRole("heading", { name: "2 files added" }).waitFor();
    expect(await page.locator('[name^="photos-label-"]').first().inputValue()).toBe("The fence");
    await choose("photos", program);
    await page.getByRole("paragraph").filter({ hasText: "The file must be a JPG" }).waitFor();
    await expectTyped();
    const found = await lookAt(page, "uploads-among-3");
    await press(`Remove ${second.name}`);
    await page.waitForFunction((name) => !document.body.innerText.includes(name), second.name);
    await expectTyped();
    expect(await page.locator('[name^="photos-label-"]').first().inputValue()).toBe("The fence");
    expect(found).toEqual([]);
  });

  it("keep what was typed where the draft is there no more", { timeout }, async () => {
    await begin({ script: true });
    await fill();
    await page.context().clearCookies();
    await choose("photos", photo);
    await page.getByRole("heading", { level: 1, name: "no longer kept" }).waitFor();
    expect(await page.innerText("main")).toContain("What you typed on the last page is kept");
  });

  const what = "Ŵhat I saw\n& <b>heard</b>";
  async function fill(): Promise<void> {
    await page.fill('[name="what"]', what);
    await page.fill('[name="often"]', "many");
    await page.fill('[name="when-day"]', "3");
    await page.fill('[name="when-year"]', "2026");
  }
  async function expectTyped(): Promise<void> {
    const names = ["what", "often", "when-day", "when-month", "when-year"];
    const values = names.map((name) => page.inputValue(`[name="${name}"]`));
    expect(await Promise.all(values)).toEqual([what, "many", "3", "", "2026"]);
  }
  const choose = (question: string, file: typeof photo) =>
    page.setInputFiles(`[name="${question}-file"]`, file);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const summary = () => page.locator(".govuk-error-summary__list li").allInnerTexts();

  async function begin({ script }: { script: boolean }): Promise<void> {
    page = await (await visitor(browser, { script })).newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${town.base}/c/${council}/services/${service}`);
    await press("Start now");
    await page.waitForURL(/\/much$/);
  }

  /** Have the service begin with a page that asks for much. */
  async function askForMuch(): Promise<void> {
    const ground = await town.running.platform.groundFor(council);
    if (!ground) throw new Error(`There is no ${council}`);
    const { definition } = await ground.catalogue.live(service);
    const { section } = definition.form.pages[0] ?? {};
    const much = { id: "much", title: "All at once", kind: "questions" as const, questions };
    const pages = [{ ...much, ...(section ? { section } : {}) }, ...definition.form.pages];
    await publishService(asPlatform(ground), {
      ...definition,
      form: { ...definition.form, pages },
    });
  }
});

const questions = [
  { required: true, id: "what", type: "long-text", label: "What", maxLength: 200 },
  {
    required: false,
    id: "photos",
    type: "files",
    label: "Photos",
    maxFiles: 3,
    fileLabel: "What does it show?",
  },
  { required: true, id: "often", type: "number", label: "How often" },
  { required: true, id: "plans", type: "files", label: "Plans", maxFiles: 2 },
  { required: true, id: "when", type: "date", label: "When" },
] as Question[];
