import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceDefinition } from "@guildhall/contract";
import {
  asPlatform,
  type Context,
  getServiceVersion,
  publishService,
  startProcess,
} from "@guildhall/domain";
import type { Browser, Page } from "playwright-core";
import { productFolders } from "./folders.ts";
import { chromiumPath, reloadUntil, startBrowser, visitor } from "./testing/browser.ts";
import { lookAt } from "./testing/look-at.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const service = "barking-dog";

describe.skipIf(!chromiumPath)("the staff pages of deliveries", () => {
  let town: Town;
  let browser: Browser;
  let ctx: Context;
  let original: ServiceDefinition;
  const found: string[] = [];
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterEach(() => {
    expect(found.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  describe.each([
    ["without JavaScript", false, "cambridge-city"],
    ["with JavaScript", true, "huntingdonshire"],
  ])("%s", (_, script, council) => {
    let page: Page;
    beforeAll(async () => {
      const ground = await town.running.platform.groundFor(council);
      if (!ground) throw new Error("There is a council");
      ctx = asPlatform(ground);
      original = (await getServiceVersion(ctx, service)).definition;
    });
    beforeEach(async () => {
      page = await (await visitor(browser, { script })).newPage();
      page.setDefaultTimeout(15_000);
      page.on("console", (message) => {
        if (/Content Security Policy/.test(message.text())) found.push(message.text());
      });
    });
    afterEach(() => page.context().close());

    it("show what a faulty mapping left, what would be sent once it is put right, and send it", {
      timeout: 180_000,
    }, async () => {
      await publishService(ctx, spoilt(original));
      await submit(2);
      await page.goto(`${staffPages(town, council)}/`);
      await signIn(page, town, `admin@${council}.example`);
      await reloadUntil(page, /2 deliveries wait for a person/);
      expect(await page.innerText("main")).toContain("1 alarm that nobody looks after");
      await look("home-waits");

      await page.getByRole("link", { name: "Alarms", exact: true }).first().click();
      await look("alarms");
      await page.getByText("I look after it", { exact: true }).click();
      await page.getByLabel("What you do about it").fill("The mapping has a list too short");
      await press("Say that I look after it");
      expect(await page.innerText("main")).toContain("The mapping has a list too short");

      await page.getByRole("link", { name: "Deliveries", exact: true }).first().click();
      await look("deliveries");
      await page.locator("[aria-label='Each delivery'] tbody a").first().click();
      expect(await page.innerText("main")).toMatch(/It was refused/);
      await look("delivery");
      await page.getByRole("link", { name: /^[A-Z]{3}-/ }).click();
      expect(await page.innerText("main")).toContain("What the resident was told");
      await look("ledger");

      await publishService(ctx, original);
      await page.getByRole("link", { name: "Deliveries", exact: true }).first().click();
      await page.getByRole("link", { name: /See what would be sent now/ }).click();
      expect(await page.innerText("main")).toMatch(/ehServiceRequestColour\s+brown\s+Not there/);
      expect(await page.innerText("main")).not.toMatch(/example\.com|Llŷr/);
      await look("replay-preview");
      await press("Send 2 deliveries again");
      await reloadUntil(page, /were sent again.*Accepted\s+2/s);
      await look("replay");
      await page.goto(`${staffPages(town, council)}/`);
      expect(await page.innerText("main")).not.toContain("wait for a person");
    });

    it("give a delivery to a team, and mark it as dealt with", { timeout: 120_000 }, async () => {
      await publishService(ctx, spoilt(original));
      await submit(1);
      await page.goto(`${staffPages(town, council)}/deliveries?state=refused`);
      await signIn(page, town, `admin@${council}.example`);
      await reloadUntil(page, /the newest first/);
      await page.locator("[aria-label='Each delivery'] tbody a").first().click();
      await page.getByText("Give it to a team").click();
      await press("Make it their task");
      expect(await page.innerText(".govuk-error-summary")).toContain("Name a team");
      await look("delivery-faults");
      await page.getByLabel("Team").fill("Dog wardens");
      await page.getByLabel("What they are to do").fill("Please type it in");
      await press("Make it their task");
      await page.getByText("It is a task of that team now").waitFor();
      await page.getByText("I have dealt with it in another way").click();
      await page.getByLabel("What was done").fill("Typed in by hand");
      await page.getByLabel("Their reference").fill("EH/26/0042");
      await press("Mark it as dealt with");
      expect(await page.innerText("main")).toMatch(/Dealt with by hand.*EH\/26\/0042/s);
      await look("delivery-handled");
      await publishService(ctx, original);
    });

    /** What looks for barriers is itself a script. */
    async function look(name: string): Promise<void> {
      if (script) found.push(...(await lookAt(page, `console-${name}`)));
    }

    function press(name: string): Promise<void> {
      return page.getByRole("button", { name, exact: true }).click();
    }
  });

  async function submit(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) await startProcess(ctx, { service, answers });
  }
});

const folder = join(productFolders(import.meta.url).tenants, "cookbook", service, "examples");
const { answers } = JSON.parse(readFileSync(join(folder, "awkward.json"), "utf8"));

/** A service whose mapping writes an attribute that the back office does not have. */
function spoilt(definition: ServiceDefinition): ServiceDefinition {
  const target = "attributes/attributes_ehServiceRequestColour_000000000000000000000000";
  const row = { target, from: { value: "brown" } };
  const mappings = definition.mappings.map((mapping) => ({
    ...mapping,
    rows: [...mapping.rows, row],
  }));
  return { ...definition, mappings };
}
