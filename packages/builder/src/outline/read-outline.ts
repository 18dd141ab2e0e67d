import type {
  DraftDefinition,
  Edit,
  NewOutlineReading,
  OutlineReading,
  Question,
} from "@guildhall/contract";
import { Page } from "@guildhall/contract";
import { freeName, nameFrom } from "@guildhall/forms";
import { dataOf } from "../locate.ts";
import { takenIn } from "../scope.ts";
import { Conditions } from "./conditions-of.ts";
import { cut } from "./cut.ts";
import { detailsIn } from "./details-in.ts";
import { linesOf } from "./lines.ts";
import { pagesOf } from "./pages-of.ts";
import { questionOf } from "./question-of.ts";

const longestTitle = 200;

/**
 * Read questions that were written down, one on a line, into pages for a draft.
 *
 * What a question asks for is guessed from its words, unless it is said. Nothing that was written is dropped without a
 * remark at its line.
 */
export function readOutline(
  definition: DraftDefinition,
  { text, kinds = {} }: NewOutlineReading,
): OutlineReading {
  const remarks: OutlineReading["remarks"] = [];
  const written = pagesOf(linesOf(text), remarks);
  const names = namesIn(definition);
  const conditions = new Conditions(definition, remarks);
  const pages = written.map(({ title, at, asked, when }) => {
    const own = conditions.whenOf(when, at);
    const reading = { kinds, names, remarks, conditions };
    const questions = asked.map((one) => questionOf(one, reading));
    const named = cut(title ?? asked[0]?.words ?? "", longestTitle);
    const page = Page.parse({ id: names.page(named), title: named, ...own, questions });
    return { page, lines: asked.map((one) => one.at) };
  });
  const needed = conditions.added.map(
    (item): Edit => ({ act: "add", to: "/form/conditions", item }),
  );
  const added = pages.map(({ page }): Edit => ({ act: "add", to: "/form/pages", item: page }));
  const edits = [...needed, ...added, ...detailsIn(definition, pages)];
  return { pages, remarks: remarks.toSorted((one, other) => one.line - other.line), edits };
}

/** Names for what is new: none that the draft has, none twice. */
export interface Names {
  question(label: string, within?: Set<string>): string;
  page(title: string): string;
}

function namesIn(definition: DraftDefinition): Names {
  const whole = dataOf(definition);
  const questions = takenIn(whole, ["form", "pages", 0, "questions"]);
  const pages = takenIn(whole, ["form", "pages"]);
  const next = (key: string, words: string, taken: Set<string>) => {
    const name = freeName(key, nameFrom(key, words), taken);
    taken.add(name);
    return name;
  };
  return {
    question: (label, within = questions) => next("questions", label, within),
    page: (title) => next("pages", title, pages),
  };
}

export type Kinds = Readonly<Record<string, Question["type"]>>;
