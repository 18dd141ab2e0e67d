import type { Answers, Draft, Page } from "@guildhall/contract";
import {
  type CompiledForm,
  checkPage,
  route,
  type SectionProgress,
  sectionsOf,
} from "@guildhall/forms";

/** What has been filled in of a form, as its draft says. */
export type Filled = Pick<Draft, "answers" | "seen" | "asks">;

/** How far a form has been filled in. */
export interface Progress {
  /** The pages that apply, in order. */
  readonly pages: readonly Page[];
  /** The first that still has something to be answered, or the exit that the road ends at. */
  readonly unfinished: Page | undefined;
  /** The sections of a long form, which may be done in any order; none in any other. */
  readonly sections: readonly SectionProgress[];
  /** Whether something is to be answered on a page. */
  isLeft(page: Page): boolean;
}

export const nothingFilled: Filled = { answers: {}, seen: [], asks: [] };

/** Tell which pages apply and which of them comes next. */
export function progressOf(
  form: CompiledForm,
  { answers, seen, asks }: Filled,
  today: string,
): Progress {
  const pages = route(form, answers);
  const isAsked = ({ questions }: Page) => questions.some(({ id }) => asks.includes(id));
  const isLeft = (page: Page) =>
    page.kind === "exit" || isAsked(page) || "faults" in checkPage(form, page, answers, today);
  const isLong = form.form.sections.length > 0;
  const sections = isLong ? sectionsOf(form, answers, today, new Set(seen)) : [];
  return {
    pages,
    isLeft,
    unfinished: pages.find(isLeft),
    sections: sections.map((one) => asking(one, pages, isAsked)),
  };
}

/** A section is not complete while a question in it came or changed since. */
function asking(
  progress: SectionProgress,
  pages: readonly Page[],
  isAsked: (page: Page) => boolean,
): SectionProgress {
  const page = pages.find((one) => one.section === progress.section.id && isAsked(one));
  return page && progress.state === "completed"
    ? { ...progress, state: "in-progress", page }
    : progress;
}

/** Tell whether a page can be looked at yet: nobody is asked what depends on what was not asked. */
export function isReached(progress: Progress, page: Page): boolean {
  const { pages, unfinished, isLeft } = progress;
  const at = indexOf(pages, page);
  if (at < 0) return false;
  if (progress.sections.length === 0) return !unfinished || at <= indexOf(pages, unfinished);
  const own = progress.sections.find(({ section }) => section.id === page.section);
  if (!own || own.state === "cannot-start-yet") return false;
  const left = beside(progress, page).find(isLeft);
  return !left || at <= indexOf(pages, left);
}

export function before(progress: Progress, page: Page): Page | undefined {
  const pages = beside(progress, page);
  return pages[indexOf(pages, page) - 1];
}

export function after(progress: Progress, page: Page): Page | undefined {
  const pages = beside(progress, page);
  return pages[indexOf(pages, page) + 1];
}

/** Leave out the answers that were given on pages which no longer apply. */
export function answersOn(pages: readonly Page[], answers: Answers): Answers {
  const asked = new Set(pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}

/** The pages that a page stands among: those of its section, where there are sections. */
function beside({ pages, sections }: Progress, { section }: Page): readonly Page[] {
  return sections.length === 0 ? pages : pages.filter((page) => page.section === section);
}

function indexOf(pages: readonly Page[], { id }: Page): number {
  return pages.findIndex((page) => page.id === id);
}
