import type { Service } from "@guildhall/contract";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, picture, reloadUntil, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf, fillIn } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";

describe.skipIf(!chromiumPath)("the circle, in a real browser without JavaScript", () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("takes a noise report to Alloy, and what the officer does there to the citizen", {
    timeout: 120_000,
  }, async () => {
    const { page, reference, close } = await report("noise-nuisance", "most");
    await reloadUntil(page, /Passed to environmental health/);
    await picture(page, "tracking-passed-on");

    const officer = await openCase(`/alloy/${council}/`, reference);
    await picture(officer, "officer-alloy");
    await officer.locator("#status").selectOption({ label: "Visit arranged" });
    await officer.getByRole("button", { name: "Change status" }).click();
    await officer.locator("#contents").fill("An officer will call on Friday morning & listen.");
    await officer.locator("#visible").check();
    await officer.getByRole("button", { name: "Add note" }).click();
    await officer.locator("#closing").selectOption({ label: "Closed: resolved" });
    await officer.getByRole("button", { name: "Complete" }).click();

    await reloadUntil(page, /Resolved/);
    const said = await page.innerText("main");
    expect(said).toContain("An officer will call on Friday morning & listen.");
    expect(said).toContain("environmental health");
    await picture(page, "tracking-ended");
    expect(await subjectsTo("rowan.ellis@example.com")).toEqual([
      expect.stringContaining("We have your report"),
      expect.stringContaining("is now"),
      expect.stringContaining("note"),
      expect.stringContaining("has ended"),
    ]);
    await close();
  });

  it("takes a disrepair report to Uniform, which is asked for what the officer did", {
    timeout: 120_000,
  }, async () => {
    const { page, reference, close } = await report("housing-disrepair", "most");
    await reloadUntil(page, /Their reference is \d\d\/\d{5}\/SR/);
    const officer = await openCase(`/uniform/${council}/`, reference);
    await picture(officer, "officer-uniform");
    await officer.locator("select[name=status]").selectOption("4_INV");
    await officer
      .getByRole("button", { name: /status/i })
      .first()
      .click();
    await reloadUntil(page, /investigat/i);
    await close();
  });

  /** Report something as a citizen; the page that comes back follows it. */
  async function report(
    service: string,
    example: string,
  ): Promise<{ page: Page; reference: string; close(): Promise<void> }> {
    const context = await visitor(browser);
    const page = await context.newPage();
    const answers = exampleOf(council, service, example);
    const definition: Service = await (
      await fetch(`${town.base}/t/${council}/v1/services/${service}`)
    ).json();
    await page.goto(`${town.base}/`);
    await picture(page, "councils");
    await page
      .getByRole("link", { name: /Cambridge City/ })
      .first()
      .click();
    await picture(page, "council-home");
    await page.getByRole("link", { name: definition.title }).first().click();
    await picture(page, `start-${service}`);
    await page.getByRole("button", { name: "Start now" }).click();
    await picture(page, `question-${service}`);
    await fillIn(page, { service: definition, answers });
    await picture(page, `check-${service}`);
    await page.getByRole("button", { name: "Send" }).click();
    const reference = /CAM-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await page.innerText("main"))?.[0] ?? "";
    await picture(page, `confirmation-${service}`);
    await page
      .getByRole("link", { name: /follow|track|how far/i })
      .first()
      .click();
    expect(page.url()).toContain(reference);
    return { page, reference, close: () => context.close() };
  }

  async function openCase(path: string, reference: string): Promise<Page> {
    const page = await (await visitor(browser)).newPage();
    await page.goto(`${town.simulators}${path}`);
    await page
      .getByRole("row", { name: new RegExp(reference) })
      .getByRole("link")
      .first()
      .click();
    return page;
  }

  async function subjectsTo(address: string): Promise<string[]> {
    const mails = (await town.running.platform.mailbox?.list({ limit: 50 })) ?? [];
    return mails
      .filter(({ to }) => to === address)
      .map(({ subject }) => subject)
      .reverse();
  }
});
