import type { Answers, Page } from "@guildhall/contract";
import { type CompiledForm, checkPage, route } from "@guildhall/forms";

/** How far a form has been filled in. */
export interface Progress {
  /** The pages that apply, in order. */
  readonly pages: readonly Page[];
  /** The first that still has something to be answered, or the exit that the road ends at. */
  readonly unfinished: Page | undefined;
}

/** Tell which pages apply and which of them comes next. */
export function progressOf(form: CompiledForm, answers: Answers, today: string): Progress {
  const pages = route(form, answers);
  const unfinished = pages.find(
    (page) => page.kind === "exit" || "faults" in checkPage(form, page, answers, today),
  );
  return { pages, unfinished };
}

/** Tell whether a page can be looked at yet: nobody is asked what depends on what was not asked. */
export function isReached({ pages, unfinished }: Progress, page: Page): boolean {
  const at = indexOf(pages, page);
  return at >= 0 && (!unfinished || at <= indexOf(pages, unfinished));
}

export function before({ pages }: Progress, page: Page): Page | undefined {
  return pages[indexOf(pages, page) - 1];
}

export function after(pages: readonly Page[], page: Page): Page | undefined {
  return pages[indexOf(pages, page) + 1];
}

/** Leave out the answers that were given on pages which no longer apply. */
export function answersOn(pages: readonly Page[], answers: Answers): Answers {
  const asked = new Set(pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}

function indexOf(pages: readonly Page[], { id }: Page): number {
  return pages.findIndex((page) => page.id === id);
}
