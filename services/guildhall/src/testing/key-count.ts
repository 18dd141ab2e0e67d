import type { Page } from "playwright-core";
import { type Focused, focusedOn, tabTo } from "./keyboard.ts";

/** Works a page by keyboard, and counts the keys that lead somewhere; those that type words are not counted. */
export class KeyCount {
  /** Every Tab, Enter, Space and arrow. */
  pressed = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    const press = page.keyboard.press.bind(page.keyboard);
    page.keyboard.press = (key, options) => {
      this.pressed += 1;
      return press(key, options);
    };
  }

  /** Pass over the header by the skip link, unless something on the page has the focus, or was jumped to. */
  async skip(): Promise<void> {
    const isPlaced = new URL(this.#page.url()).hash !== "";
    if (isPlaced || (await focusedOn(this.#page))) return;
    await this.#page.keyboard.press("Tab");
    await this.#page.keyboard.press("Enter");
  }

  /** Go to a link or a button by its words, and press it: another page comes. */
  async press(words: string | RegExp): Promise<void> {
    await this.reach(words);
    await this.send();
  }

  /** Follow a link to a place on the same page. */
  async jump(words: string | RegExp): Promise<void> {
    await this.reach(words);
    await this.#page.keyboard.press("Enter");
  }

  async reach(words: string | RegExp): Promise<void> {
    await this.skip();
    await tabTo(this.#page, String(words), ({ tag, words: own }) => {
      const isControl = tag === "BUTTON" || tag === "A";
      return isControl && (typeof words === "string" ? own === words : words.test(own));
    });
  }

  /** Type into a field, or choose in a list by the first letters. */
  async type(name: string, text: string): Promise<void> {
    await this.skip();
    const field = await tabTo(this.#page, name, (focused) => focused.name === name);
    if (field.tag === "SELECT") await this.#page.keyboard.type(text);
    else await this.#page.keyboard.insertText(text);
  }

  /** Choose with Space; the arrows lead to the other radio buttons of a set. */
  async choose(name: string, value: string): Promise<void> {
    await this.skip();
    await tabTo(this.#page, name, (focused) => focused.name === name);
    while ((await this.#value())?.value !== value) await this.#page.keyboard.press("ArrowDown");
    if (!(await this.#value())?.checked) await this.#page.keyboard.press("Space");
  }

  /** Send the form that the cursor is in, as Enter does in a field of one line. */
  async send(): Promise<void> {
    const before = await this.#page.evaluate(() => performance.timeOrigin);
    await this.#page.keyboard.press("Enter");
    await this.#page.waitForFunction(
      (origin) => performance.timeOrigin !== origin && document.readyState === "complete",
      before,
    );
  }

  #value(): Promise<Focused | undefined> {
    return focusedOn(this.#page);
  }
}
