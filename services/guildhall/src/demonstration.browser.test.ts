import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { StartedProcess } from "@guildhall/contract";
import type { Browser, Page } from "playwright-core";
import { barriers, chromiumPath, reloadUntil, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const timeout = 120_000;

describe.skipIf(!chromiumPath)("a demonstration to a council, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  beforeEach(async () => {
    page = await (await visitor(browser, { script: true })).newPage();
  });
  afterEach(() => page?.context().close());
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("begins with what each back office is, and for whom", { timeout }, async () => {
    await page.goto(`${town.simulators}/`);
    await look("officer-index");

    expect(await page.innerText("main")).toContain("Officers who deal with noise");
  });

  it("shows an officer of Alloy who is read by the citizen, and two saves that end it", {
    timeout,
  }, async () => {
    await openCase("alloy/huntingdonshire", await report("huntingdonshire", "noise-nuisance"));
    await look("officer-case");
    await choose("#status", "In progress");
    await page.getByRole("button", { name: "Change status" }).click();
    await look("officer-told");
    expect(await page.innerText("#saved")).toMatch(/It is now “In progress”.*citizen’s page says/s);

    await page.locator("#question").fill("Which evenings is it loudest? Ring us to tell.");
    await page.getByRole("button", { name: "Send the question" }).click();
    expect(await page.innerText("#saved")).toContain("The citizen gets these words by email");

    await page.getByRole("button", { name: "Complete" }).click();
    await look("officer-half-way");
    expect(await page.innerText("main")).toContain("Saved half-way.");
    await choose("#closure", "Nuisance abated");
    await page.getByRole("button", { name: "Save the reason" }).click();
    expect(await page.innerText("#saved")).toContain("The citizen’s page says now: “Resolved”");
    await look();
  });

  it("shows an inspection that moves its case once, and leaves it alone after", {
    timeout,
  }, async () => {
    const council = "south-cambridgeshire";
    await openCase(`alloy/${council}`, await report(council, "noise-nuisance"));
    await page.locator("#day").fill("2099-05-27");
    await page.locator("#time").fill("10:00");
    await page.locator("#officer").fill("Officer B");
    await page.getByRole("button", { name: "Book the visit" }).click();
    expect(await page.innerText("#saved")).toContain("it is now “04 Site visit planned”");
    expect(await page.innerText("main")).toContain("We plan to visit on Wednesday 27 May 2099");

    await page.locator("#result").fill("Quiet when we came.");
    await page.getByRole("button", { name: "Record the result" }).click();
    await look();
    expect(await page.innerText("#saved")).toContain("nobody is told");
  });

  it("shows a visit booked in Uniform that reaches the citizen when it is asked for", {
    timeout,
  }, async () => {
    const council = "cambridge-city";
    const reference = await report(council, "housing-disrepair");
    await page.goto(`${town.simulators}/uniform/${council}/`);
    await reloadUntil(page, new RegExp(reference));
    await look("officer-list");
    await openCase(`uniform/${council}`, reference);
    await page.locator("#type").selectOption("INSP");
    await page.locator("#officer").selectOption("HSO1");
    await page.locator("#day").fill("2099-05-27");
    await page.locator("#time").fill("14:30");
    await page.getByRole("button", { name: "Book the visit" }).click();
    expect(await page.innerText("#saved")).toContain("the platform asks it every few seconds");
    await reloadUntil(page, /What the citizen reads now\s+Visit/);
    await look("officer-visit");
  });

  it("can be followed on a phone", { timeout }, async () => {
    const phone = await visitor(browser, { phone: true, script: true });
    page = await phone.newPage();
    await openCase("alloy/cambridge-city", await report("cambridge-city", "noise-nuisance"));
    await look("officer-phone");
    await page.getByRole("button", { name: "Add note" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await look();
    await page.goto(`${town.simulators}/uniform/cambridge-city/`);
    await look();
    await page.getByRole("link", { name: "Noise, commercial" }).click();
    await look();
  });

  /** Hold a page to WCAG and to the screen's width, and keep a picture of what is seen at first where asked to. */
  async function look(name?: string): Promise<void> {
    const folder = process.env.PICTURES;
    if (folder && name) {
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    }
    expect(await barriers(page)).toEqual([]);
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isWide).toBe(false);
  }

  async function choose(field: string, label: string): Promise<void> {
    await page.locator(field).selectOption({ label });
  }

  async function openCase(list: string, reference: string): Promise<void> {
    await page.goto(`${town.simulators}/${list}/`);
    await reloadUntil(page, new RegExp(reference));
    await page
      .getByRole("row", { name: new RegExp(reference) })
      .getByRole("link")
      .click();
  }

  /** Report something as a partner does, with the answers of an example but for its files. */
  async function report(council: string, service: string): Promise<string> {
    const answers = Object.entries(exampleOf(council, service, "most")).filter(
      ([, value]) => !JSON.stringify(value).includes('"doc_'),
    );
    const response = await fetch(`${town.base}/t/${council}/v1/processes`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${town.keys[council]?.partner}`,
        "Content-Type": "application/json",
        "Idempotency-Key": `demonstration-${crypto.randomUUID()}`,
      },
      body: JSON.stringify({ service, answers: Object.fromEntries(answers) }),
    });
    expect(response.status).toBe(202);
    const { reference } = (await response.json()) as StartedProcess;
    return reference;
  }
});
