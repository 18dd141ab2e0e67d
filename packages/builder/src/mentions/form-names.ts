import { type Data, isFields, partOf } from "../data.ts";

/** A question by its name, and the group that it is an item's of. */
export interface Answerer {
  readonly name: string;
  readonly group?: string;
}

/** What the names of questions mean in a form. */
export interface FormNames {
  /** The question that is meant by a name: an item's of these groups first, then the form's own, then any item's. */
  answererOf(name: string, groups: readonly string[]): Answerer;
  isItem(group: string, name: string): boolean;
  /** The groups whose items use a condition. */
  groupsUsing(condition: string): readonly string[];
}

/** Read the names of a form, so that what speaks of its questions can be understood. */
export function formNames(whole: Data): FormNames {
  const pages = listIn(partOf(whole, "form"), "pages");
  const questions = pages.flatMap((page) => listIn(page, "questions"));
  const own = new Set(questions.map(idOf));
  const groups = new Map(
    questions
      .filter((question) => Array.isArray(partOf(question, "questions")))
      .map((group) => [idOf(group), listIn(group, "questions")]),
  );
  const itemIds = new Map([...groups].map(([id, items]) => [id, new Set(items.map(idOf))]));
  const isItem = (group: string, name: string) => itemIds.get(group)?.has(name) ?? false;
  let referrers: Referrers | undefined;
  return {
    isItem,
    answererOf(name, near) {
      const around = own.has(name) ? near : [...near, ...groups.keys()];
      const group = around.find((one) => isItem(one, name));
      return group === undefined ? { name } : { name, group };
    },
    groupsUsing(condition) {
      if (groups.size === 0) return [];
      referrers ??= referrersIn(whole);
      const users = referring(referrers, condition);
      return [...groups].flatMap(([id, asked]) => (asked.some(uses(users)) ? [id] : []));
    },
  };
}

export function listIn(value: Data | undefined, key: string): Data[] {
  const list = partOf(value, key);
  return Array.isArray(list) ? list : [];
}

export function idOf(item: Data): string {
  return String(partOf(item, "id") ?? "");
}

function uses(conditions: ReadonlySet<string>) {
  return (item: Data) =>
    isFields(item) &&
    [item.when, item.requiredWhen].some((id) => typeof id === "string" && conditions.has(id));
}

/** The conditions that ask for a condition themselves, by its id. */
type Referrers = ReadonlyMap<string, readonly string[]>;

function referrersIn(whole: Data): Referrers {
  const found = new Map<string, string[]>();
  for (const one of listIn(partOf(whole, "form"), "conditions")) {
    for (const name of new Set(referencesIn(partOf(one, "when")))) {
      const known = found.get(name);
      if (known) known.push(idOf(one));
      else found.set(name, [idOf(one)]);
    }
  }
  return found;
}

/** A condition and all that ask whether it holds, by themselves or by way of others. */
function referring(referrers: Referrers, condition: string): Set<string> {
  const found = new Set([condition]);
  for (const name of found) for (const one of referrers.get(name) ?? []) found.add(one);
  return found;
}

/** The conditions that a rule asks for. */
export function referencesIn(logic: Data | undefined): string[] {
  if (Array.isArray(logic)) return logic.flatMap(referencesIn);
  if (!isFields(logic)) return [];
  return Object.entries(logic).flatMap(([operator, operands]) => {
    const [name] = [operands].flat();
    return operator === "condition" && typeof name === "string" ? [name] : referencesIn(operands);
  });
}
