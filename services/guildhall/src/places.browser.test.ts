import type { Service } from "@guildhall/contract";
import type { Browser, Page } from "playwright-core";
import { barriers, chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { answerPage, exampleOf } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const timeout = 120_000;

describe.skipIf(!chromiumPath)("saying where, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  }, timeout);
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  /** Be on the page that asks where it happened, and note what the page's policy forbids or is asked of others. */
  async function reach(how: {
    script: boolean;
    phone: boolean;
  }): Promise<{ page: Page; troubles: string[] }> {
    const page = await (await visitor(browser, how)).newPage();
    page.setDefaultTimeout(15_000);
    const troubles: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) troubles.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(town.base)) troubles.push(request.url());
    });
    const service = `${town.base}/c/${council}/services/damage-claim`;
    await page.goto(service);
    await page.getByRole("button", { name: "Start now" }).click();
    const described = await fetch(`${town.base}/t/${council}/v1/services/damage-claim`);
    const asked = (await described.json()) as Service;
    const answers = exampleOf(council, "damage-claim", "most");
    for (let id = idOf(page); id !== "where"; id = idOf(page)) {
      if (id === "tasks")
        await page.locator("li:not(:has-text('Completed')) > div > a").first().click();
      else {
        await answerPage(page, asked, { id, answers });
        await page.getByRole("button", { name: "Continue", exact: true }).last().click();
      }
    }
    return { page, troubles };
  }
  const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const position = async (page: Page) =>
    Promise.all(
      ["latitude", "longitude"].map((part) =>
        page.locator(`[name="happenedAtPlace-${part}"]`).inputValue(),
      ),
    );

  it("puts a pin by keyboard alone, says what is near, and asks nobody else", {
    timeout,
  }, async () => {
    const { page, troubles } = await reach({ script: true, phone: true });
    await page.getByRole("button", { name: "Choose the place on a map" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".leaflet-tile-loaded").first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByText(/The pin is/).waitFor();
    const [north, east] = await position(page);

    await page.keyboard.press("ArrowRight");
    await page.getByText("Move the map until").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText(/The pin is/).waitFor();
    await picture(page, "places-map-phone");
    const [sameNorth, further] = await position(page);
    expect(Number(further)).toBeGreaterThan(Number(east));
    expect(Number(sameNorth)).toBeCloseTo(Number(north), 3);

    await page.getByRole("button", { name: "Continue", exact: true }).last().click();
    await page.waitForURL(/\/how$/);
    await page.goBack();
    expect(await page.innerText("main")).toContain(String(further).slice(0, 6));
    expect(troubles).toEqual([]);
  });

  it("finds, changes and goes back without a script, 320 pixels wide", { timeout }, async () => {
    const { page, troubles } = await reach({ script: false, phone: true });
    await page.getByLabel(/Search for a postcode/).fill("CB1 2AA");
    await page.keyboard.press("Enter");
    await page.getByLabel("3 High Street, Cambridge, CB1 2AA", { exact: true }).check();
    await picture(page, "places-list-phone");
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(320);
    await page.getByRole("button", { name: "Continue", exact: true }).last().click();
    await page.waitForURL(/\/how$/);
    await page.goBack();
    await page.getByLabel("3 High Street, Cambridge, CB1 2AA", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Search again" }).click();
    await page.getByLabel(/Search for a postcode/).fill("CB7 4AA");
    await page.getByRole("button", { name: "Find address" }).click();
    await page.getByRole("heading", { name: /in the area of East Cambridgeshire/ }).waitFor();
    await picture(page, "places-outside-phone");
    await page.getByRole("button", { name: "Use another address" }).click();
    await page.getByLabel(/Search for a postcode/).waitFor();
    expect(troubles).toEqual([]);
  });

  it("goes on by hand while the provider is down", { timeout }, async () => {
    const { page } = await reach({ script: false, phone: false });
    const faults = { method: "PUT", body: JSON.stringify({ down: {} }) };
    await fetch(`${town.simulators}/places/${council}/faults`, faults);
    await page.getByLabel(/Search for a postcode/).fill("CB2 1AA");
    await page.getByRole("button", { name: "Find address" }).click();
    await page.getByText("We cannot look up places at the moment").waitFor();
    await page.getByLabel(/^Latitude/).fill("52.2");
    await page.getByLabel(/^Longitude/).fill("0.13");
    await page.getByRole("button", { name: "Continue", exact: true }).last().click();
    await page.waitForURL(/\/how$/);
    await fetch(`${town.simulators}/places/${council}/faults`, { method: "PUT", body: "{}" });
  });
});
