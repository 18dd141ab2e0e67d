import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const executablePath = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) =>
    ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)),
  )
  .find((path) => existsSync(path));

const pages = [
  "reference",
  "guides/",
  "guides/first-call-in-five-minutes",
  "guides/receive-a-webhook",
];

describe.skipIf(!executablePath)("the pages of the documentation, in a real browser", () => {
  let world: ApiWorld;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([
      createApiWorld(),
      chromium.launch({
        executablePath: executablePath ?? "",
        args: ["--no-sandbox", "--disable-gpu"],
      }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.[Symbol.asyncDispose]();
  });

  it.each([1280, 320])(
    "keep nobody out, and fit a screen %i pixels wide",
    {
      timeout: 120_000,
    },
    async (width) => {
      for (const path of pages) {
        const { page, complaints } = await open(path, width);
        const found = await barriers(page);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ path, found, wide, complaints }).toEqual({
          path,
          found: [],
          wide: 0,
          complaints: [],
        });
        await page.close();
      }
    },
  );

  async function open(path: string, width: number): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    await page.route("**/*", async (route) => {
      const { pathname } = new URL(route.request().url());
      const response = await world.fetch(pathname);
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
    await page.goto(`${world.ground.issuer}/docs/${path}`);
    return { page, complaints };
  }
});

/**
 * What keeps people out, as axe sees it: of the long page the beginning and the first of each kind of section, which
 * all are written alike. The whole would take minutes.
 */
async function barriers(page: Page): Promise<string[]> {
  const parts = ["header", "main > :not(section)", "main > section > :nth-child(-n + 3)"];
  const there = await Promise.all(parts.map((part) => page.locator(part).count()));
  const builder = new AxeBuilder({ page });
  for (const [index, part] of parts.entries()) if (there[index] !== 0) builder.include(part);
  const { violations } = await builder.options({ resultTypes: ["violations"] }).analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`);
}
