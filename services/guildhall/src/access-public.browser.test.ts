import type { Browser, Page } from "playwright-core";
import { createExaminer } from "./testing/access/examine.ts";
import { chromiumPath, reloadUntil, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
/** One for each back office, by an example. */
const reports = [
  ["noise-nuisance", "most"],
  ["housing-disrepair", "most"],
  ["property-change", "business"],
] as const;

/** Pages that others look at, or that are not ours: citizens', staff's, and the one that Swagger UI draws. */
const elsewhere =
  /^\/(?:c|console)\/|\/docs\/$|\/documents\/|\.(?:css|json|csv|xml|pdf|html)$|^\/platform\//;

describe.skipIf(!chromiumPath)("every other kind of page that anybody comes upon", () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    for (const [service, example] of reports) await report(service, example);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("keeps nobody out: of the platform, of the API and of the simulators", {
    timeout: 500_000,
  }, async () => {
    const page = await (await visitor(browser, { script: true })).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${town.base}/mailbox/`);
    await reloadUntil(page, /We have your report/);
    const { examine } = await createExaminer(page);
    const found: string[] = [];
    const seen = new Set<string>();
    const begin = [
      "/",
      "/mailbox/",
      "/problems/",
      `/t/${council}/docs/reference`,
      `/t/${council}/docs/guides/`,
    ];
    const left = [...begin.map((path) => `${town.base}${path}`), `${town.simulators}/`];
    for (let url = left.shift(); url !== undefined; url = left.shift()) {
      const kind = kindOf(url, new URL(town.simulators).port);
      if (seen.has(kind)) continue;
      seen.add(kind);
      await page.goto(url);
      left.push(...(await linksOf(page)));
      await thinOut(page);
      found.push(...(await examine(kind)));
    }
    expect(found).toEqual([]);
    expect(seen.size).toBeGreaterThan(18);
  });

  async function linksOf(page: Page): Promise<string[]> {
    const links = await page.$$eval("a[href]", (all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    );
    return links.filter((link) => {
      const { origin, pathname } = new URL(link);
      return [town.base, town.simulators].includes(origin) && !elsewhere.test(pathname);
    });
  }

  /** Leave a few of what a page says over and over, as the reference does of a thousand fields. */
  async function thinOut(page: Page): Promise<void> {
    await page.evaluate(() => {
      for (const parent of document.querySelectorAll("main, main section, tbody, main ul, main dl"))
        for (const child of [...parent.children].slice(8)) child.remove();
    });
  }

  /** Send something in as a partner does, with the answers of an example but for its files. */
  async function report(service: string, example: string): Promise<void> {
    const answers = Object.fromEntries(
      Object.entries(exampleOf(council, service, example)).filter(
        ([, value]) => !JSON.stringify(value).includes('"doc_'),
      ),
    );
    const response = await fetch(`${town.base}/t/${council}/v1/processes`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${town.keys[council]?.partner}`,
        "Content-Type": "application/json",
        "Idempotency-Key": `access-${service}`,
      },
      body: JSON.stringify({ service, answers }),
    });
    expect([service, response.status]).toEqual([service, 202]);
  }
});

/** The kind of page that an address leads to: pages of one kind differ in what they are about. */
function kindOf(url: string, simulators: string): string {
  const { port, pathname } = new URL(url);
  const parts = pathname
    .split("/")
    .map((part) =>
      /\d|^(?:cambridge-city|huntingdonshire|south-cambridgeshire|3c-shared|cambridge-citizens-hub)$/.test(
        part,
      )
        ? "*"
        : part,
    )
    .join("/")
    .replace(/^\/problems\/.+/, "/problems/*")
    .replace(/^\/mailbox\/.+/, "/mailbox/*")
    .replace(/\/docs\/guides\/.+/, "/docs/guides/*")
    .replace(/^\/\w+\/\*\/(misbehave|requests)$/, "/*/*/$1");
  return port === simulators ? `simulators${parts}` : parts;
}
