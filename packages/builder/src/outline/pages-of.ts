import type { OutlineReading } from "@guildhall/contract";
import type { Line } from "./lines.ts";
import type { Asked } from "./question-of.ts";

export interface WrittenPage {
  /** Left out for a question that stands below no page: it has one to itself. */
  readonly title?: string;
  /** The line of its title. */
  readonly at: number;
  readonly asked: Asked[];
  /** What stands behind “Only if” below its title. */
  when?: string;
}

type Remarks = OutlineReading["remarks"];
type Below = Exclude<Line, { kind: "page" | "question" }>;

/** Put lines together: questions on their pages, and below each question what belongs to it. */
export function pagesOf(lines: readonly Line[], remarks: Remarks): WrittenPage[] {
  const pages: WrittenPage[] = [];
  const said = lines.filter((line) => line.words !== "");
  for (const { at, words } of lines)
    if (words === "") remarks.push({ line: at, sentence: "There are no words on this line." });
  for (const line of said) {
    if (line.kind === "page") pages.push({ title: line.words, at: line.at, asked: [] });
    else if (line.kind === "question") pageFor(line.at, pages).asked.push(asked(line));
    else giveToAbove(pages.at(-1), line, remarks);
  }
  const empty = pages.filter((page) => page.asked.length === 0);
  for (const { at } of empty)
    remarks.push({ line: at, sentence: "There is no question below this page." });
  return pages.filter((page) => page.asked.length > 0);
}

function pageFor(at: number, pages: WrittenPage[]): WrittenPage {
  const last = pages.at(-1);
  if (last?.title !== undefined) return last;
  const page = { at, asked: [] };
  pages.push(page);
  return page;
}

function giveToAbove(page: WrittenPage | undefined, line: Below, remarks: Remarks): void {
  const above = page?.asked.at(-1);
  const isOfPage = page?.title !== undefined && !above && line.kind === "when";
  if (isOfPage) page.when = line.words;
  else if (above) giveTo(above, line);
  else {
    const sentence = `There is no question above “${line.words}” that it could belong to.`;
    remarks.push({ line: line.at, sentence });
  }
}

function giveTo(above: Asked, line: Below): void {
  const nearest = above.items.at(-1) ?? above;
  if (line.kind === "item") above.items.push(asked(line));
  else if (line.kind === "option") nearest.options.push(line.words);
  else if (line.kind === "hint") nearest.hint = line.words;
  // What is asked of each is asked where its group is.
  else above.when = line.words;
}

function asked({ at, words, marks }: Extract<Line, { kind: "question" | "item" }>): Asked {
  return { at, words, marks, options: [], items: [], hint: undefined, when: undefined };
}
