import type { Page } from "playwright-core";

/** What is drawn around a control, or around what stands for it. */
interface Edge {
  readonly outlineStyle: string;
  readonly outlineWidth: string;
  readonly borderWidth: string;
  readonly boxShadow: string;
}

/** Something that takes the focus, and how it looked with it and without. */
export interface Stop {
  readonly what: string;
  /** Whether it is but words, as a link is, and needs no edge. */
  readonly isText: boolean;
  /** Whether the browser draws it. */
  readonly isNative: boolean;
  readonly edges: readonly Edge[];
  readonly edgesInFocus: readonly Edge[];
  /** Whether at least a part of it could be seen while it had the focus. */
  readonly inSight: boolean;
}

/** Give the focus to each control in turn. */
export function stopsOf(page: Page): Promise<Stop[]> {
  return page.evaluate(() => {
    const labelsOf = (element: HTMLElement) => [...((element as HTMLInputElement).labels ?? [])];
    const edgesOf = (element: HTMLElement): Edge[] =>
      [element, ...labelsOf(element)]
        .flatMap((one) => ["", "::before", "::after"].map((part) => getComputedStyle(one, part)))
        .map(({ outlineStyle, outlineWidth, borderWidth, boxShadow }) => {
          return { outlineStyle, outlineWidth, borderWidth, boxShadow };
        });
    const parts = [0.1, 0.5, 0.9];
    const isThere = (family: HTMLElement[], { left, top, width, height }: DOMRect) =>
      parts.some((across) =>
        parts.some((down) => {
          const there = document.elementFromPoint(left + width * across, top + height * down);
          return family.some((one) => one.contains(there));
        }),
      );
    const wanted = "a[href],button,input,select,textarea,summary,[tabindex='0']";
    const boxes = "input[type=checkbox],input[type=radio]";
    const stops = [...document.querySelectorAll<HTMLElement>(wanted)]
      .filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const edges = edgesOf(element);
        element.focus();
        const family = [element, ...labelsOf(element)];
        const stop = {
          what: `${element.tagName} ${element.id || (element.textContent ?? "").trim()}`,
          isText: !element.matches("button, input, select, textarea, .govuk-button"),
          // The button to choose files by is the browser's own, within an element that has no look.
          isNative:
            element.matches("input[type=file]") ||
            (getComputedStyle(element).appearance !== "none" && element.matches(boxes)),
          edges,
          edgesInFocus: edgesOf(element),
          inSight: [...element.getClientRects()].some((box) => isThere(family, box)),
        };
        element.blur();
        const underlined = getComputedStyle(element).textDecorationLine.includes("underline");
        return { ...stop, what: stop.what.slice(0, 60), isText: stop.isText || underlined };
      });
    scrollTo(0, 0);
    return stops;
  });
}

/** Say which controls nobody can see that they have the focus, or at all. */
export function unmarkedIn(stops: readonly Stop[]): string[] {
  return stops.flatMap(({ what, edgesInFocus, inSight }) => [
    ...(edgesInFocus.some((edge) => isOutlined(edge) || edge.boxShadow !== "none")
      ? []
      : [`${what} does not show that it has the focus`]),
    ...(inSight ? [] : [`${what} has the focus behind something else`]),
  ]);
}

/** Say which controls cannot be told from the page where its own colours and shadows are not drawn. */
export function facelessIn(stops: readonly Stop[]): string[] {
  return stops.flatMap(({ what, isText, isNative, edges, edgesInFocus }) => [
    ...(edgesInFocus.some(isOutlined) ? [] : [`${what} shows its focus by colour alone`]),
    ...(isText || isNative || edges.some(isEdged) ? [] : [`${what} has no edge but its colour`]),
  ]);
}

function isOutlined({ outlineStyle, outlineWidth }: Edge): boolean {
  return (
    outlineStyle === "auto" || (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2)
  );
}

function isEdged({ borderWidth, outlineStyle }: Edge): boolean {
  return /[1-9]/.test(borderWidth) || outlineStyle !== "none";
}
