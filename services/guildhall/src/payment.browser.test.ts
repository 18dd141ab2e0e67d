import type { Service } from "@guildhall/contract";
import type { Browser, Page } from "playwright-core";
import {
  barriers,
  chromiumPath,
  picture,
  reloadUntil,
  startBrowser,
  visitor,
} from "./testing/browser.ts";
import { exampleOf, fillIn } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const service = "wasps-other-pests";
const timeout = 120_000;

describe.skipIf(!chromiumPath)("paying, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  /** Fill the booking in, send it, and be on the provider's page. */
  async function book({ phone = false } = {}): Promise<{ page: Page; reference: string }> {
    // What keeps people out can be looked for only where scripts run; all else must work without.
    const context = await visitor(browser, { phone, script: phone });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await page.goto(`${town.base}/c/${council}/services/${service}`);
    await picture(page, phone ? "pay-0-start-phone" : "pay-0-start");
    const described = await fetch(`${town.base}/t/${council}/v1/services/${service}`);
    await page.getByRole("button", { name: "Start now" }).click();
    const pestVisits = [{ pestVisitDate: nextWeek(), pestVisitPart: "morning" }];
    const answers = { ...exampleOf(council, service, "two-nests"), pestVisits };
    await fillIn(page, { service: (await described.json()) as Service, answers });
    await page.getByText("To pay: £90.00").waitFor();
    if (phone) expect(await barriers(page)).toEqual([]);
    await picture(page, phone ? "pay-1-check-phone" : "pay-1-check");
    await page.getByRole("button", { name: "Accept and continue to payment" }).click();
    await page.waitForURL(`${town.simulators}/pay/**`);
    await picture(page, phone ? "pay-2-card-phone" : "pay-2-card");
    const [reference = ""] = /CAM-\w{4}-\w{4}/.exec(await page.innerText("main")) ?? [];
    return { page, reference };
  }
  const destinations = async (reference: string) => {
    const tracked = await fetch(`${town.base}/t/${council}/v1/tracking/${reference}`);
    return ((await tracked.json()) as { delivery: { state: string } }).delivery.state;
  };

  it("begins the work when it is paid, and not before, without JavaScript", {
    timeout,
  }, async () => {
    const { page, reference } = await book();
    expect(await destinations(reference)).toBe("awaiting-payment");
    await page.getByRole("button", { name: "Confirm payment" }).click();
    await page.waitForURL(`${town.base}/c/${council}/track/${reference}/payment`);
    const said = await page.innerText("main");
    expect(said).toContain("We have your payment");
    expect(said).toContain("You paid £90.00 for “Treatment of a nest of wasps or hornets”.");
    expect(said).toContain(reference);
    await picture(page, "pay-3-paid");
    await page.getByRole("link", { name: "Follow your request" }).click();
    await reloadUntil(page, /Passed to/);
    expect(await page.innerText("main")).toContain("You paid £90.00");
    await picture(page, "pay-4-tracking");
    const mail = await (await fetch(`${town.base}/mailbox/`)).text();
    expect(mail).toContain(`We have your payment of £90.00: ${reference}`);
    await page.context().close();
  });

  it("offers to try again, on a phone, after what came to nothing", { timeout }, async () => {
    const { page, reference } = await book({ phone: true });
    await page.getByRole("button", { name: "Cancel payment" }).click();
    await page.getByRole("heading", { name: "The payment was cancelled" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, "pay-5-cancelled-phone");
    await page.getByRole("button", { name: "Try to pay again" }).click();
    await page.waitForURL(`${town.simulators}/pay/**`);
    await page.locator("#card").selectOption("declined");
    await page.getByRole("button", { name: "Confirm payment" }).click();
    await page.getByRole("heading", { name: "Your payment was not accepted" }).waitFor();
    await picture(page, "pay-6-declined-phone");

    await page.goto(`${town.base}/c/${council}/track/${reference}`);
    expect(await destinations(reference)).toBe("awaiting-payment");
    await picture(page, "pay-7-tracking-unpaid-phone");
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Pay £90.00" }).click();
    await page.waitForURL(`${town.simulators}/pay/**`);
    await page.getByRole("link", { name: "Leave without finishing" }).click();
    await page.getByRole("heading", { name: "You have not finished paying" }).waitFor();
    await picture(page, "pay-8-left-phone");
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await page.locator("#card").selectOption("slow");
    await page.getByRole("button", { name: "Confirm payment" }).click();
    await page.getByRole("heading", { name: "We are waiting for your bank" }).waitFor();
    await picture(page, "pay-9-waiting-phone");

    const officer = await page.context().newPage();
    await officer.goto(`${town.simulators}/pay/${council}/`);
    await picture(officer, "pay-officer-list-phone");
    await officer.locator("table a").first().click();
    await officer.getByRole("button", { name: "Let the bank confirm it" }).click();
    await picture(officer, "pay-officer-phone");
    // Its citizen does not come back: the provider's word is enough.
    await page.goto(`${town.base}/c/${council}/track/${reference}`);
    await reloadUntil(page, /Passed to/);
    await page.goto(`${town.base}/c/${council}/track/${reference}/payment`);
    expect(await page.innerText("main")).toContain("We have your payment");
    expect(await barriers(page)).toEqual([]);
    await picture(page, "pay-10-paid-phone");
    await page.context().close();
  });
});

function nextWeek(): string {
  return new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
}
