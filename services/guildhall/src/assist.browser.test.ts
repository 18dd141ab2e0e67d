import type { Service } from "@guildhall/contract";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf, fillIn } from "./testing/fill-in.ts";
import { lookAt } from "./testing/look-at.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const service = "noise-nuisance";
const timeout = 180_000;
const banner = "You are filling this in for a caller. Give their details, not yours.";

describe.skipIf(!chromiumPath)("filling in for a caller, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  /** Sign in as somebody who works on what citizens send, and choose the service that a caller needs. */
  async function choose({ script = false } = {}): Promise<Page> {
    const context = await visitor(browser, { script });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(`${staffPages(town, council)}/assist`);
    await signIn(page, town, `officer@${council}.example`);
    await page.goto(`${staffPages(town, council)}/assist`);
    await page.getByLabel("What does the caller need?").fill("noise");
    await page.getByRole("button", { name: "Search" }).click();
    await page.locator(`a[href$="/assist/${service}"]`).click();
    return page;
  }

  it("goes through the citizen's pages without JavaScript, and back to the staff pages", {
    timeout,
  }, async () => {
    const page = await choose();
    await page.getByRole("button", { name: "Start the form" }).click();
    await page.getByRole("link", { name: "Choose how they contacted you" }).waitFor();
    await page.getByLabel("By phone").check();
    await page.getByRole("button", { name: "Start the form" }).click();
    await page.waitForURL(`${town.base}/c/${council}/services/${service}/**`);
    const described = await fetch(`${town.base}/t/${council}/v1/services/${service}`);
    const filled = { service: (await described.json()) as Service, answers: example() };
    await fillIn(page, {
      ...filled,
      look: async (each) => {
        expect(await each.innerText("body")).toContain(banner);
        const told = await each
          .locator("main [autocomplete]")
          .evaluateAll((all) => all.map((one) => one.getAttribute("autocomplete")));
        expect(told.filter((token) => token !== "off")).toEqual([]);
      },
    });
    expect(await page.innerText("body")).toContain(banner);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("You sent this for a caller.").waitFor();
    const [reference = ""] = /CAM-\w{4}-\w{4}/.exec(await page.innerText("main")) ?? [];
    await page.getByRole("link", { name: "Follow your request" }).click();
    expect(await page.innerText("main")).toContain("A member of council staff sent this for you.");
    await page.getByRole("link", { name: "Go back to the staff pages" }).click();
    await page.getByRole("heading", { name: "Fill in for a caller" }).waitFor();
    const mails = (await town.running.platform.mailbox?.list({ limit: 50 })) ?? [];
    const about = mails.filter(({ subject, text }) => `${subject}${text}`.includes(reference));
    expect(about.map(({ to }) => to)).not.toContain(`officer@${council}.example`);
    await page.context().close();
  });

  it("opens once, and says so where it is opened again", { timeout }, async () => {
    const page = await choose();
    await page.getByLabel("In person").check();
    const led = page.waitForRequest(/\/assist\?code=/);
    await page.getByRole("button", { name: "Start the form" }).click();
    const address = (await led).url();
    await page.waitForURL(`${town.base}/c/${council}/services/${service}/**`);
    expect(page.url()).not.toContain("code");
    const other = await (await visitor(browser)).newPage();
    const again = await other.goto(address);
    expect(again?.status()).toBe(410);
    expect(await other.innerText("main")).toContain("Start it again from the staff pages");
    await other.context().close();
    await page.context().close();
  });

  it("keeps nobody out, at a desk and on a phone", { timeout }, async () => {
    const page = await choose({ script: true });
    const found = await lookAt(page, "assist-1-channel");
    await page.getByRole("button", { name: "Start the form" }).click();
    found.push(...(await lookAt(page, "assist-2-channel-wrong")));
    await page.getByLabel("By letter").check();
    await page.getByRole("button", { name: "Start the form" }).click();
    await page.waitForURL(`${town.base}/c/${council}/services/${service}/**`);
    found.push(...(await lookAt(page, "assist-3-question")));
    await page.goto(`${staffPages(town, council)}/assist`);
    found.push(...(await lookAt(page, "assist-0-services")));
    await page.context().close();
    expect(found).toEqual([]);
  });

  const example = () => exampleOf(council, service, "awkward");
});
