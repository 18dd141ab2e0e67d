import { asPlatform, beginServiceDraft, getServiceDraft } from "@guildhall/domain";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, startBrowser, visitor } from "./testing/browser.ts";
import { enter, press } from "./testing/keyboard.ts";
import { lookAt } from "./testing/look-at.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const service = "noise-nuisance";

describe.skipIf(!chromiumPath)("saying what happens in a service", () => {
  let town: Town;
  let browser: Browser;
  let page: Page;
  const found: string[] = [];
  const contextOf = async () => {
    const ground = await town.running.platform.groundFor(council);
    if (!ground) throw new Error("There is a council");
    return asPlatform(ground);
  };
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    await beginServiceDraft(await contextOf(), { service });
  }, 180_000);
  afterEach(async () => {
    await page?.context().close();
    expect(found.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  async function open(script: boolean): Promise<void> {
    page = await (await visitor(browser, { script })).newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${staffPages(town, council)}/`);
    await signIn(page, town, `designer@${council}.example`);
    await page.goto(`${staffPages(town, council)}/services/${service}/process`);
  }

  /** What looks for barriers is itself a script. */
  async function look(name: string): Promise<void> {
    found.push(...(await lookAt(page, `process-${name}`)));
  }

  it("adds a wait and a letter, and moves them, by keyboard without JavaScript", {
    timeout: 360_000,
  }, async () => {
    await open(false);
    const main = () => page.innerText("main");
    const steps = async () => {
      const { definition } = await getServiceDraft(await contextOf(), service);
      return (definition.steps ?? []).map(({ id }) => id);
    };
    const before = await steps();

    await press(page, "Add a step");
    await press(page, "Wait");
    await enter(page, "until", "tasks");
    await enter(page, "workingDays", "ten");
    await press(page, "Add the step");
    expect(await main()).toContain("Enter a whole number from 1 to 365");
    await enter(page, "workingDays", "10");
    await enter(page, "onFailure-action", "task");
    await enter(page, "onFailure-team", "Noise team");
    await press(page, "Add the step");
    expect(await main()).toContain(
      "Wait until all that was begun is done, at most 10 working days",
    );
    expect(await main()).toContain("Nothing waits for this");

    await press(page, "Add a step");
    await press(page, "Send a letter");
    await enter(page, "connector", "notify");
    await enter(page, "subject", "Your report ((reference))");
    await enter(page, "text", "Dear ((name)), we have looked into it.");
    await press(page, "Add the step");
    expect(await main()).toContain("Letter: Your report ((reference))");
    expect(await steps()).toEqual([...before, "wait", "your-report-reference"]);
    await press(page, "Move up Letter: Your report ((reference))");
    expect(await steps()).toEqual([...before, "your-report-reference", "wait"]);
  });

  it("keeps nobody out, at a desk and on a phone", { timeout: 120_000 }, async () => {
    await open(true);
    await look("steps");
    await press(page, "Add a step");
    await press(page, "Take a payment");
    await look("payment");
  });
});
