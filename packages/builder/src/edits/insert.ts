import type { Edit } from "@guildhall/contract";
import { freeName } from "@guildhall/forms";
import { putAt } from "../change-at.ts";
import { type Data, type Fields, isFields, partOf } from "../data.ts";
import { idOf, listIn } from "../mentions/form-names.ts";
import type { Pattern } from "../patterns/pattern.ts";
import { patterns } from "../patterns/patterns.ts";
import { takenIn } from "../scope.ts";
import { withConditions } from "./copy.ts";
import { type List, listAt, placeAfter } from "./find.ts";
import { Refusal } from "./refusal.ts";
import { renamedForm } from "./renamed-form.ts";

/**
 * Put the pages or questions of a pattern into a form, named so that nothing there has their names.
 *
 * What the pattern knows of its questions, such as which of them is the e-mail address, the service knows too where it
 * knew nothing of the kind.
 */
export function insertPattern(
  whole: Data,
  { pattern: id, to, after }: Extract<Edit, { act: "insert" }>,
): Data {
  const pattern = patterns.find((one) => one.id === id);
  if (!pattern) throw new Refusal(to, `There is no pattern “${id}”.`);
  const list = listAt(whole, to);
  const { pages, conditions, questions } = renamedForm(whole, formOf(pattern));
  const added = addedTo(list, pages, whole);
  const put = putAt(whole, list.way, list.items.toSpliced(placeAfter(list, after), 0, ...added));
  return withDetails(withConditions(put, conditions), pattern, questions);
}

function formOf({ pages, conditions }: Pattern): { pages: Data[]; conditions: Data[] } {
  // Pages and conditions are JSON.
  return {
    pages: [...pages] as unknown as Data[],
    conditions: [...conditions] as unknown as Data[],
  };
}

function addedTo({ key, path, items }: List, pages: readonly Data[], whole: Data): Data[] {
  if (key === "questions") return pages.flatMap((page) => listIn(page, "questions"));
  if (key !== "pages") {
    throw new Refusal(path, "A pattern goes into a list of pages or of questions.");
  }
  const taken = takenIn(whole, ["form", "pages"]);
  const section = partOf(items.at(-1), "section");
  return pages.map((page) => {
    const id = freeName("pages", idOf(page), taken);
    taken.add(id);
    return { ...(page as Fields), id, ...(section === undefined ? {} : { section }) };
  });
}

function withDetails(whole: Data, pattern: Pattern, names: ReadonlyMap<string, string>): Data {
  if (!isFields(whole)) return whole;
  const known = isFields(whole.contact) ? whole.contact : {};
  const contact = Object.entries(pattern.contact).flatMap(([part, question]) =>
    question === undefined ? [] : [[part, names.get(question) ?? question] as const],
  );
  const location = pattern.location && (names.get(pattern.location) ?? pattern.location);
  return {
    ...whole,
    contact: { ...Object.fromEntries(contact), ...known },
    ...(location && whole.location === undefined ? { location } : {}),
  };
}
