import type { Page } from "playwright-core";

/** What has the focus, as far as a walk by keyboard has to know. */
export interface Focused {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  readonly words: string;
  readonly checked: boolean;
}

const mostStops = 200;

/** Press Tab until the focus is where it is wanted; an error names what cannot be reached. */
export async function tabTo(
  page: Page,
  what: string,
  isWanted: (focused: Focused) => boolean,
): Promise<Focused> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    const focused = await focusedOn(page);
    if (focused && isWanted(focused)) return focused;
    await page.keyboard.press("Tab");
  }
  throw new Error(`No key leads to ${what} on ${page.url()}`);
}

export async function focusedOn(page: Page): Promise<Focused | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { name = "", value = "", type = "", checked = false } = element as HTMLInputElement;
    const words = (element.textContent ?? "").trim().replaceAll(/\s+/g, " ");
    return { tag: element.tagName, type, name, value, words, checked };
  });
}

/** Go to a button or a link by its words, and press Enter. */
export async function press(page: Page, words: string | RegExp): Promise<void> {
  await tabTo(page, String(words), (focused) => {
    const isControl = focused.tag === "BUTTON" || focused.tag === "A";
    return (
      isControl && (typeof words === "string" ? focused.words === words : words.test(focused.words))
    );
  });
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
}

/** Give a control a value as it is done without a mouse. */
export async function enter(page: Page, name: string, value: string): Promise<void> {
  const reached = await tabTo(page, name, (focused) => focused.name === name);
  if (reached.type === "radio") return pick(page, name, value);
  if (reached.type === "checkbox") {
    const box = await tabTo(page, value, (one) => one.name === name && one.value === value);
    if (!box.checked) await page.keyboard.press("Space");
    return;
  }
  if (reached.tag === "SELECT") return choose(page, value);
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(value);
}

/** Of radio buttons Tab reaches one; the arrows lead to the others. */
async function pick(page: Page, name: string, value: string): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    const focused = await focusedOn(page);
    if (focused?.value === value) {
      if (!focused.checked) await page.keyboard.press("Space");
      return;
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`No key leads to ${value} of ${name} on ${page.url()}`);
}

async function choose(page: Page, value: string): Promise<void> {
  await page.keyboard.press("Home");
  for (let stop = 0; stop < mostStops; stop += 1) {
    if ((await focusedOn(page))?.value === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`No key leads to ${value} in a list on ${page.url()}`);
}
