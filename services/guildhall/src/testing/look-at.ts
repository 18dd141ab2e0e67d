import type { Page } from "playwright-core";
import { barriers, picture } from "./browser.ts";

/** Widths at which every page has to be readable: a desk and a small phone. */
const widths = [1280, 320];

/** Look at a page at a desk and on a phone: say what keeps people out of it, or does not fit. */
export async function lookAt(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await picture(page, `${name}-${width}`);
    found.push(...(await barriers(page)));
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    if (wide) found.push(`${name} is wider than a screen of ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}
