import type { Browser } from "playwright-core";
import { visitor } from "../browser.ts";
import { createExaminer } from "./examine.ts";
import { type Exhibit, hang } from "./exhibition.ts";

/** Examine pages that were made before, one after the other; `ask` gives what they are drawn with. */
export async function lookAtAll(
  browser: Browser,
  exhibits: readonly Exhibit[],
  ask: (path: string) => Promise<Response>,
): Promise<string[]> {
  const context = await visitor(browser, { script: true });
  const page = await context.newPage();
  const show = await hang(context, ask);
  const { examine } = await createExaminer(page);
  const found: string[] = [];
  for (const exhibit of exhibits) {
    await page.goto(show(exhibit));
    found.push(...(await examine(exhibit.name)));
  }
  await context.close();
  return found;
}
