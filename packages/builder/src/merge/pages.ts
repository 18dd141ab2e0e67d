import { type Data, type Fields, isFields } from "../data.ts";
import { idOf, listIn } from "../mentions/form-names.ts";
import { mergeItems } from "./items.ts";
import { mergeOrder } from "./order.ts";
import { type Merging, mapThree, type Three } from "./three.ts";

/** The questions of a form by their names, and the page that each stands on. */
type Asked = ReadonlyMap<string, { readonly page: string; readonly question: Data }>;

/**
 * Merge pages, with their questions as one lot: one that one side has put on another page is still the one that the
 * other side has changed. Undefined where questions share a name.
 */
export function mergePages(lists: Three<Data[]>, merging: Merging): Data[] | undefined {
  const asked = mapThree(lists, questionsIn);
  const { base, ours, theirs } = asked;
  if (!base || !ours || !theirs) return undefined;
  const shells = mergeItems(mapThree(lists, withoutQuestions), ["form", "pages"], merging);
  if (!shells) return undefined;
  const pages = new Map(shells.map((page) => [idOf(page), page]));
  const three = { base, ours, theirs };
  const placed = new Map<string, Map<string, Data>>();
  for (const id of new Set([...ours.keys(), ...theirs.keys(), ...base.keys()])) {
    const one = settled(id, three, merging);
    const page = one && home(id, one.page, { pages, lists, three, merging });
    if (page === undefined || !one) continue;
    placed.set(page, (placed.get(page) ?? new Map()).set(id, one.question));
  }
  return [...pages.values()].map((page) =>
    isFields(page) ? withQuestions(page, lists, placed.get(idOf(page)) ?? new Map()) : page,
  );
}

/** A question as both have it, and the page that it goes to; undefined where it is gone. */
function settled(id: string, three: Three<Asked>, merging: Merging) {
  const page = (three.ours.get(id) ?? three.theirs.get(id) ?? three.base.get(id))?.page ?? "";
  const steps = ["form", "pages", page, "questions", id];
  const question = merging.merge(
    mapThree(three, (asked) => asked.get(id)?.question),
    steps,
  );
  if (question === undefined) return undefined;
  const pages = mapThree(three, (asked) => asked.get(id)?.page);
  return { question, page: placeOf(pages, steps, merging) };
}

function placeOf(pages: Three<string | undefined>, steps: readonly string[], merging: Merging) {
  const { base, ours, theirs } = pages;
  if (ours === undefined || theirs === undefined) return ours ?? theirs ?? "";
  if (merging.isLocked(steps) || ours === base) return theirs;
  const isTold = merging.conflicts.some((one) => one.steps.join("/") === steps.join("/"));
  if (ours !== theirs && theirs !== base && !isTold) {
    merging.conflicts.push({ ...pages, steps, about: "place" });
  }
  return ours;
}

interface Ground {
  /** The pages that there will be; one that we have comes back where something of ours stands on it. */
  readonly pages: Map<string, Data>;
  readonly lists: Three<Data[]>;
  readonly three: Three<Asked>;
  readonly merging: Merging;
}

/** The page that a question can stand on: where its page is gone, that is in dispute, and what is ours stays. */
function home(id: string, page: string, { pages, lists, three, merging }: Ground) {
  if (pages.has(page)) return page;
  const there = mapThree(lists, (list) => list.find((one) => idOf(one) === page));
  const isTold = merging.conflicts.some(({ steps }) => steps.includes(id) || steps[2] === page);
  if (!isTold) {
    merging.conflicts.push({ ...there, steps: ["form", "pages", page], about: "part" });
  }
  if (there.ours !== undefined) {
    const [shell = there.ours] = withoutQuestions([there.ours]);
    pages.set(page, shell);
    return page;
  }
  const own = three.ours.get(id)?.page;
  return own !== undefined && pages.has(own) ? own : undefined;
}

function withQuestions(page: Fields, lists: Three<Data[]>, placed: Map<string, Data>): Fields {
  const orders = mapThree(lists, (list) => {
    const same = list.find((one) => idOf(one) === idOf(page));
    return same === undefined ? [] : listIn(same, "questions").map(idOf);
  });
  const { names } = mergeOrder(orders, new Set(placed.keys()));
  const lost = [...placed.keys()].filter((name) => !names.includes(name));
  return { ...page, questions: [...names, ...lost].flatMap((name) => placed.get(name) ?? []) };
}

function withoutQuestions(list: readonly Data[]): Data[] {
  return list.map((page) => (isFields(page) ? { ...page, questions: [] } : page));
}

function questionsIn(list: readonly Data[]): Asked | undefined {
  const found = list.flatMap((page) =>
    listIn(page, "questions").map(
      (question) => [idOf(question), { page: idOf(page), question }] as const,
    ),
  );
  const asked = new Map(found);
  const pages = new Set(list.map(idOf));
  return asked.size === found.length && pages.size === list.length ? asked : undefined;
}
