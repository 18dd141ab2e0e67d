import type { Browser, Page } from "playwright-core";
import { chromiumPath, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf, fillIn } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";
import { type Watch, type Weight, watch } from "./testing/watch.ts";

const timeout = 240_000;
const [firstBytes, laterBytes, mostRequests] = [60 * 1024, 15 * 1024, 12];
/** What belongs to central government and may be worn by nobody else. */
const reserved =
  /#(?:1d70b8|0b0c0c|00703c|f3f2f1|ffdd00|d4351c)\b|GDS Transport|govuk-crest|govuk-logotype|crown|royal-arms/i;
const council = "cambridge-city";
const service = "noise-nuisance";

describe.skipIf(!chromiumPath)("the citizen's pages in a real browser", () => {
  let town: Town;
  let browser: Browser;
  let page: Page;
  let watched: Watch;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  beforeEach(async () => {
    page = await (await visitor(browser, { script: true })).newPage();
    watched = await watch(page, town.base);
  });
  afterEach(() => page?.context().close());
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  const at = (path: string) => `${town.base}/c/${council}/${path}`;
  const cookies = () => page.context().cookies();
  async function begin(): Promise<void> {
    await page.goto(at(`services/${service}`));
    await page.getByRole("button", { name: "Start now" }).click();
  }

  it("are light: a first question by itself, and every page of a journey after it", {
    timeout,
  }, async () => {
    await begin();
    const question = page.url();
    const fresh = await fromNothing(question);
    expect(fresh.bytes).toBeLessThanOrEqual(firstBytes);
    expect(fresh.requests).toBeLessThanOrEqual(mostRequests);

    const heavy: string[] = [];
    await page.waitForLoadState("networkidle");
    watched.begin();
    await page.goto(question);
    await walk(async (name) => {
      const { bytes, requests } = watched.weight();
      if (bytes > laterBytes || requests > mostRequests)
        heavy.push(`${name}: ${bytes} bytes in ${requests} requests`);
      watched.begin();
    });
    expect(heavy).toEqual([]);
  });

  it("ask nothing of anyone else, break no policy, and set nothing until a form is begun", {
    timeout,
  }, async () => {
    for (const path of ["", "?q=noise", `services/${service}`, `services/${service}/privacy`])
      await page.goto(at(path));
    for (const path of ["privacy", "cookies", "accessibility", "track", "developers", "nothing"])
      await page.goto(at(path));
    expect(await cookies()).toEqual([]);
    await page.goto(at("cookies"));
    const [name, , lifetime] = await page.locator(".govuk-summary-list__value").allInnerTexts();
    await begin();
    const begun = page.url();
    await page.goto(begun);
    await walk(async () => undefined);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("link", { name: "Follow your request" }).click();
    const held = await cookies();
    expect(held.map((cookie) => cookie.name)).toEqual([name]);
    const hours = ((held[0]?.expires ?? 0) - Date.now() / 1000) / 3600;
    expect(`${Math.round(hours)} hours`).toBe(lifetime);
    expect(watched.trespasses).toEqual([]);
  });

  it("wear nothing that is central government's, in any byte that is served", {
    timeout,
  }, async () => {
    const worn: string[] = [];
    page.on("response", async (response) => {
      const type = response.headers()["content-type"] ?? "";
      if (!/html|css|svg|javascript/.test(type)) return;
      const found = reserved.exec(await response.text().catch(() => ""));
      if (found) worn.push(`${response.url()}: ${found[0]}`);
    });
    for (const path of ["", `services/${service}`, "cookies", "accessibility", "nothing"])
      await page.goto(at(path), { waitUntil: "networkidle" });
    await begin();
    await page.goto(page.url(), { waitUntil: "networkidle" });
    expect(worn).toEqual([]);
  });

  /** Answer every page from an example, as its citizen would, up to the page that reads all back. */
  async function walk(each: (name: string) => Promise<void>): Promise<void> {
    const ground = await fetch(`${town.base}/t/${council}/v1/services/${service}`);
    const answers = exampleOf(council, service, "least");
    const look = async (here: Page) => {
      await here.waitForLoadState("networkidle");
      await each(new URL(here.url()).pathname);
    };
    await fillIn(page, { service: await ground.json(), answers, look });
    await look(page);
  }

  /** A page by a browser that has kept nothing but what lets it in. */
  async function fromNothing(url: string): Promise<Weight> {
    const context = await visitor(browser, { script: true });
    await context.addCookies(await cookies());
    const other = await context.newPage();
    const weighed = await watch(other, town.base);
    await other.goto(url, { waitUntil: "networkidle" });
    const weight = weighed.weight();
    await context.close();
    return weight;
  }
});
