import type { Locator } from "playwright-core";

/** Tell whether something looks otherwise once this is done to it. */
export async function looksOtherwise(
  shown: Locator,
  act: () => Promise<unknown>,
): Promise<boolean> {
  const before = await shown.screenshot({ animations: "disabled", caret: "hide" });
  await act();
  return !before.equals(await shown.screenshot({ animations: "disabled", caret: "hide" }));
}
