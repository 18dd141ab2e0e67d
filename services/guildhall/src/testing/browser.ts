import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** Where Chromium is on this machine, if it is. */
export const chromiumPath = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) =>
    ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)),
  )
  .find(existsSync);

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Start a real browser that asks nothing of any network but this machine's. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? "", args: flags });
}

/** A visitor without JavaScript, on a phone or at a desk, who may go only to the given places. */
export async function visitor(
  browser: Browser,
  { phone = false, script = false } = {},
): Promise<BrowserContext> {
  const viewport = phone ? { width: 320, height: 640 } : { width: 1280, height: 900 };
  return browser.newContext({ javaScriptEnabled: script, viewport, locale: "en-GB" });
}

/** Keep a picture for the guides, where a folder for pictures is named: of the whole page, or of what fits on the screen. */
export async function picture(page: Page, name: string, { whole = true } = {}): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole });
}

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Say what on a page keeps people out, by WCAG 2.2 AA; nothing, it is hoped. */
export async function barriers(page: Page): Promise<string[]> {
  // GOV.UK Frontend's own script says `aria-expanded` of a radio that reveals a question.
  const { violations } = await new AxeBuilder({ page })
    // Our pages have no frames of other origins, for which alone it would open a page of its own each time.
    .setLegacyMode()
    .withTags(wcag)
    .disableRules("aria-allowed-attr")
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${page.url()}: ${id} at ${nodes.map(({ target }) => target).join(", ")}`,
  );
}

/** Load the page again until it says what is waited for. */
export async function reloadUntil(
  page: Page,
  words: RegExp,
  { tries = 100, pauseMs = 200 } = {},
): Promise<void> {
  for (let i = 0; i < tries; i += 1) {
    if (words.test(await page.innerText("body"))) return;
    await page.waitForTimeout(pauseMs);
    await page.reload();
  }
  throw new Error(`The page never said ${words}: ${await page.innerText("main")}`);
}
