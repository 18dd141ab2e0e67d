import { createPortal } from "@guildhall/portal";
import { createFakeApi, publicUrl, type ShownPage, seeEveryPage } from "@guildhall/portal/testing";
import type { Browser, Page } from "playwright-core";
import { looksOtherwise } from "./testing/access/differs.ts";
import { createExaminer } from "./testing/access/examine.ts";
import { hang } from "./testing/access/exhibition.ts";
import { chromiumPath, startBrowser, visitor } from "./testing/browser.ts";

const timeout = 120_000;

describe.skipIf(!chromiumPath)("what scripts and the reader's own colours make of a page", () => {
  let browser: Browser;
  let exhibits: readonly ShownPage[];
  let page: Page;
  let examine: (name: string) => Promise<string[]>;
  let open: (name: string) => Promise<void>;
  beforeAll(async () => {
    [browser, exhibits] = await Promise.all([startBrowser(), seeEveryPage()]);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    const { fetch } = createFakeApi();
    const portal = createPortal({ fetch, apiOrigin: "https://api.example", publicUrl });
    const context = await visitor(browser, { script: true });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const show = await hang(context, async (path) => portal.request(`${publicUrl}${path}`));
    ({ examine } = await createExaminer(page));
    open = async (name) => {
      const exhibit = exhibits.find((one) => one.name === name);
      if (!exhibit) throw new Error(`There is no page “${name}”`);
      await page.goto(show(exhibit));
    };
  });
  afterEach(() => page.context().close());

  it("a map that is open keeps nobody out, and moves at once for those who want no motion", {
    timeout,
  }, async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open("location: search again");
    await page.getByRole("button", { name: "Choose the place on a map" }).click();
    const map = page.getByRole("application");
    await map.waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByText(/The pin is|Move the map/).waitFor();
    expect(await page.locator(".leaflet-pan-anim").count()).toBe(0);
    expect(await examine("the map")).toEqual([]);
    await page.emulateMedia({ forcedColors: "active" });
    const cross = page.locator(".guildhall-map__cross");
    const hide = () => cross.evaluate((element) => element.remove());
    expect(await looksOtherwise(page.locator(".guildhall-map__frame"), hide)).toBe(true);
  });

  it("a list to type in keeps nobody out while its options are shown", { timeout }, async () => {
    await open("the page of many");
    const field = page.getByRole("combobox");
    await field.fill("choice 1");
    await page.getByRole("option", { name: "Choice 10" }).waitFor();
    // The list closes behind whoever goes on by keyboard, a moment later than a script can be.
    const found = (await examine("a list that is open")).filter((one) => !/behind/.test(one));
    expect(found).toEqual([]);
    await field.fill("choice 12");
    const last = page.getByRole("option", { name: "Choice 12" });
    await last.waitFor();
    await field.press("Tab");
    await last.waitFor({ state: "hidden" });
    await page.emulateMedia({ forcedColors: "active" });
    await field.fill("choice 10");
    const option = page.getByRole("option", { name: "Choice 10" });
    expect(await looksOtherwise(option, () => field.press("ArrowDown"))).toBe(true);
    expect(await option.getAttribute("aria-selected")).toBe("true");
  });

  it("what a choice brings up keeps nobody out", { timeout }, async () => {
    await open("question kind");
    await page.getByRole("checkbox", { name: "Something else" }).check();
    await page.getByLabel("What else can you hear?").fill("Drums");
    await page.getByLabel("Describe the noise").fill("x".repeat(60));
    await page
      .getByText(/10 characters too many/)
      .first()
      .waitFor();
    expect(await examine("a choice that asks more")).toEqual([]);
  });

  it("tells what is chosen, at fault and in focus apart in the reader's own colours", {
    timeout,
  }, async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await open("the page of some, with faults");
    for (const role of ["radio", "combobox"] as const) {
      const control = page.getByRole(role).first();
      const around = role === "radio" ? page.locator(".govuk-radios__item").first() : control;
      await page.locator("h1").click();
      expect([role, await looksOtherwise(around, () => control.focus())]).toEqual([role, true]);
    }
    const radio = page.getByRole("radio").nth(1);
    const item = page.locator(".govuk-radios__item").nth(1);
    await radio.focus();
    expect(await looksOtherwise(item, () => radio.check())).toBe(true);
    await open("the page of several");
    const box = page.getByRole("checkbox").first();
    const boxed = page.locator(".govuk-checkboxes__item").first();
    await box.focus();
    expect(await looksOtherwise(boxed, () => box.check())).toBe(true);
    for (const kind of [
      ".govuk-tag",
      ".govuk-panel",
      ".govuk-error-summary",
      ".govuk-inset-text",
    ]) {
      const name =
        exhibits.find(({ html }) => html.includes(`class="${kind.slice(1)}`))?.name ?? "";
      await open(name);
      const edges = await page
        .locator(kind)
        .first()
        .evaluate((element) => {
          const { borderWidth, outlineStyle } = getComputedStyle(element);
          return /[1-9]/.test(borderWidth) || outlineStyle !== "none";
        });
      expect([kind, edges]).toEqual([kind, true]);
    }
  });

  it("gives the focus to the summary of what is wrong, and each status a voice", {
    timeout,
  }, async () => {
    for (const { name, html } of exhibits.filter(({ html }) => html.includes("error-summary"))) {
      await open(name);
      const focused = await page.evaluate(() => document.activeElement?.className);
      expect([name, focused]).toEqual([name, "govuk-error-summary"]);
      expect(html).toMatch(/govuk-error-summary[^>]*><div role="alert"/);
    }
    const spoken = /role="(?:status|alert|region)"|aria-live=/;
    for (const { name, html } of exhibits.filter((one) =>
      /notification-banner|\?said=/.test(one.html),
    ))
      expect([name, spoken.test(html)]).toEqual([name, true]);
  });
});
