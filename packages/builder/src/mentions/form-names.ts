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
  const isItem = (group: string, name: string) =>
    groups.get(group)?.some((item) => idOf(item) === name) ?? false;
  return {
    isItem,
    answererOf(name, near) {
      const around = own.has(name) ? near : [...near, ...groups.keys()];
      const group = around.find((one) => isItem(one, name));
      return group === undefined ? { name } : { name, group };
    },
    groupsUsing(condition) {
      const users = referring(whole, condition);
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

/** A condition and all that ask whether it holds, by themselves or by way of others. */
function referring(whole: Data, condition: string): Set<string> {
  const found = new Set([condition]);
  const others = listIn(partOf(whole, "form"), "conditions");
  for (const name of found) {
    for (const one of others) {
      if (referencesIn(partOf(one, "when")).includes(name)) found.add(idOf(one));
    }
  }
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
