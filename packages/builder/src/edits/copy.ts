import type { Edit } from "@guildhall/contract";
import { freeName } from "@guildhall/forms";
import { putAt } from "../change-at.ts";
import { type Data, isFields, partOf } from "../data.ts";
import { idOf, listIn, referencesIn } from "../mentions/form-names.ts";
import { mentionsIn } from "../mentions/mentions.ts";
import { itemName, nameField } from "../names.ts";
import { stepsOf } from "../path.ts";
import { takenIn } from "../scope.ts";
import { mapWelsh, moved, welshPath } from "../welsh.ts";
import { nounOf } from "../words/part-words.ts";
import { type Item, itemAt } from "./find.ts";
import { isXml, refuseTaken } from "./items.ts";
import { Refusal } from "./refusal.ts";
import { renamedForm } from "./renamed-form.ts";

/**
 * Put a copy of an item behind it.
 *
 * What has to differ is named anew: the copy, and the questions of a page. Conditions that read what was copied are
 * copied too, so that the copy depends on itself and not on what it was copied from.
 */
export function copyItem(whole: Data, { at, name: wish }: Extract<Edit, { act: "copy" }>): Data {
  const item = itemAt(whole, at);
  const { list } = item;
  const name = nameOfCopy(whole, item, wish);
  const { part, conditions, questions } = copyOf(whole, item, name);
  const put = putAt(whole, list.way, list.items.toSpliced(item.at + 1, 0, part));
  return withWelsh(withConditions(put, conditions), welshMoves(item, name, questions));
}

export function withConditions(whole: Data, conditions: readonly Data[]): Data {
  const there = listIn(partOf(whole, "form"), "conditions");
  return conditions.length === 0
    ? whole
    : putAt(whole, ["form", "conditions"], [...there, ...conditions]);
}

/** What the copy is called; what has no name, or is an element of XML, stays as it is. */
function nameOfCopy(whole: Data, { list, value, path }: Item, wish: string | undefined) {
  const old = itemName(list.key, value);
  if (old === undefined) return undefined;
  if (wish !== undefined) {
    refuseTaken(whole, list, wish);
    return wish;
  }
  if (list.key !== "rows") return freeName(list.key, old, takenIn(whole, list.way));
  if (isXml(whole, list)) return undefined;
  throw new Refusal(path, `Say which target the copy of the ${nounOf(list.key)} is for.`);
}

interface Copy {
  readonly part: Data;
  readonly conditions: readonly Data[];
  readonly questions: ReadonlyMap<string, string>;
}

function copyOf(whole: Data, { list, value }: Item, name: string | undefined): Copy {
  const plain = { conditions: [], questions: new Map<string, string>() };
  if (!isFields(value) || name === undefined) return { part: value, ...plain };
  const named = { ...value, [nameField(list.key)]: name };
  if (list.key === "pages") {
    const copy = copied(whole, named, new Map());
    return { part: copy.page, ...copy };
  }
  const isOfForm = list.way.length === 4 && list.way[1] === "pages";
  if (list.key !== "questions" || !isOfForm) return { part: named, ...plain };
  const copy = copied(whole, { questions: [value] }, new Map([[idOf(value), name]]));
  return { part: listIn(copy.page, "questions")[0] ?? named, ...copy };
}

/** A page with other names in it, and the conditions that depended on what is in it. */
function copied(whole: Data, page: Data, known: ReadonlyMap<string, string>) {
  const there = new Map(
    listIn(partOf(whole, "form"), "conditions").map((condition) => [idOf(condition), condition]),
  );
  const used = new Set(mentionsIn({ form: { pages: [page] } }).map(({ mention }) => mention.name));
  for (const id of used) for (const other of referencesOf(there.get(id))) used.add(other);
  const asked = new Set(listIn(page, "questions").map(idOf));
  const conditions = [...there]
    .filter(([id]) => used.has(id) && depends(there, id, asked))
    .map(([, condition]) =>
      isFields(condition) ? { ...condition, name: `${condition.name} (copy)` } : condition,
    );
  const copy = renamedForm(whole, { pages: [page], conditions }, known);
  return { ...copy, page: copy.pages[0] ?? page };
}

function referencesOf(condition: Data | undefined): string[] {
  return referencesIn(partOf(condition, "when"));
}

/** Tell whether a condition reads one of these questions, by itself or by way of others. */
function depends(
  there: ReadonlyMap<string, Data>,
  id: string,
  questions: ReadonlySet<string>,
): boolean {
  const chain = new Set([id]);
  for (const name of chain) for (const other of referencesOf(there.get(name))) chain.add(other);
  const conditions = [...chain].flatMap((name) => there.get(name) ?? []);
  return mentionsIn({ form: { conditions } }).some(
    ({ mention }) => mention.of === "question" && questions.has(mention.name),
  );
}

/** Where the translations of the original's texts are for the copy: a page's questions have paths of their own. */
function welshMoves(
  { list, path }: Item,
  name: string | undefined,
  questions: ReadonlyMap<string, string>,
): [from: string, to: string][] {
  if (name === undefined) return [];
  const steps = stepsOf(path);
  const own: [string, string] = [welshPath(steps), welshPath([...steps.slice(0, -1), name])];
  const asked = [...questions].map(([from, to]): [string, string] => [
    `form.questions.${from}`,
    `form.questions.${to}`,
  ]);
  return list.key === "pages" ? [own, ...asked] : [own];
}

function withWelsh(whole: Data, moves: readonly (readonly [string, string])[]): Data {
  if (!isFields(whole) || !isFields(whole.welsh)) return whole;
  const copies = moves.map(([from, to]) => {
    const copy = mapWelsh(whole, (path) => moved(path, from, to));
    return isFields(copy) && isFields(copy.welsh) ? copy.welsh : {};
  });
  return { ...whole, welsh: Object.assign({}, whole.welsh, ...copies) };
}
