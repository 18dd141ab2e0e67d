import type { Page } from "playwright-core";

/** What stands on a page from where to where, in pixels from the corner of the window. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A box that text stands in, and what becomes of text that is larger. */
export interface Frame extends Box {
  readonly overflow: string;
}

/** A text, with the box of each of its lines and the frames that it stands in. */
export interface Text {
  readonly words: string;
  readonly size: number;
  readonly lines: readonly Box[];
  readonly within: readonly Frame[];
}

/** All text of a page that is seen, but for what is part of a drawing or of a closed list. */
export function textsOf(page: Page): Promise<Text[]> {
  return page.evaluate(() => {
    const frames = new Map<Element, Frame>();
    const frameOf = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(element);
      const frame = { left, right, top, bottom, overflow: `${overflowX} ${overflowY}` };
      frames.set(element, frame);
      return frame;
    };
    const framesAround = (element: Element | null): Frame[] =>
      element && element !== document.body
        ? [frames.get(element) ?? frameOf(element), ...framesAround(element.parentElement)]
        : [];
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = (node.textContent ?? "").trim().slice(0, 60);
      if (!parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (words === "" || parent.closest("option, svg")) continue;
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].map((one) => one.toJSON() as Box);
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      texts.push({ words, size, lines, within: framesAround(parent) });
    }
    return texts;
  });
}

/** Say which texts are cut off, stand on one another, or run out of a window of that width. */
export function misfitsIn(texts: readonly Text[], width: number): string[] {
  const seen = texts.filter(({ within }) => !within.some(isForScreenReaders));
  return [
    ...seen.filter(isCut).map(({ words }) => `“${words}” is cut off`),
    ...seen.filter((text) => runsOut(text, width)).map(({ words }) => `“${words}” runs out`),
    ...overlapsIn(seen.filter((text) => !scrolls(text))),
  ];
}

/** Say which words are not twice as large as they were; those that only one of the two shows are passed over. */
export function unchangedIn(before: readonly Text[], after: readonly Text[]): string[] {
  return [...new Set(before.map(({ words }) => words))].flatMap((words) => {
    const sizesIn = (texts: readonly Text[]) =>
      texts.filter((text) => text.words === words).map(({ size }) => size);
    // A menu may show the same words once more, or not.
    const [least, most] = [Math.min(...sizesIn(before)), Math.max(...sizesIn(after))];
    return most > 0 && most < least * 1.9 ? [`“${words}” grows from ${least} to ${most}`] : [];
  });
}

/** What is only read out stands in a box of a pixel. */
function isForScreenReaders({ left, right, overflow }: Text["within"][number]): boolean {
  return right - left <= 1 && /hidden|clip/.test(overflow);
}

function isCut({ lines, within }: Text): boolean {
  const frames = within.filter(({ overflow }) => /hidden|clip/.test(overflow));
  return frames.some((frame) => lines.some((line) => !isInside(line, frame)));
}

function isInside(line: Box, frame: Box): boolean {
  const across = line.left >= frame.left - 2 && line.right <= frame.right + 2;
  return across && line.top >= frame.top - 4 && line.bottom <= frame.bottom + 4;
}

/** What scrolls by itself is seen as far as it is scrolled. */
function scrolls({ within }: Pick<Text, "within">): boolean {
  return within.some(({ overflow }) => /auto|scroll/.test(overflow));
}

function runsOut({ lines, within }: Text, width: number): boolean {
  if (scrolls({ within })) return false;
  // What stands wholly to the left of the page comes in when it has the focus.
  return lines.some(({ left, right }) => (left < -1 && right > 0) || right > width + 1);
}

function overlapsIn(texts: readonly Text[]): string[] {
  return texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter((other) => one.lines.some((a) => other.lines.some((b) => overlap(a, b))))
      .map((other) => `“${one.words}” and “${other.words}” stand on one another`),
  );
}

/** Lines reach a little into each other's height, as letters do. */
function overlap(a: Box, b: Box): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 2 && down > 0.4 * Math.min(a.bottom - a.top, b.bottom - b.top);
}
