import type { Data, Fields } from "../data.ts";
import { isFields } from "../data.ts";
import type { Way } from "../locate.ts";
import type { Answerer, FormNames } from "./form-names.ts";

/** One place where a part of a service is spoken of by its name. */
export type Mention =
  | ({ readonly of: "question" } & Answerer)
  /** An option of that question. */
  | { readonly of: "option"; readonly name: string; readonly question: Answerer }
  | { readonly of: "condition" | "section" | "stage" | "mapping"; readonly name: string };

/** What becomes of a mention: the name that takes its place. */
export type Change = (mention: Mention, at: Way) => string;

/** Where the walk through a service is, and what the names there mean. */
export interface Walk {
  readonly change: Change;
  readonly names: FormNames;
  readonly at: Way;
  /** The groups whose items answer here before the form's own questions. */
  readonly groups: readonly string[];
}

/** Changes the mentions in one part of a service. */
export type Part = (value: Data, walk: Walk) => Data;

export function into(walk: Walk, step: string | number): Walk {
  return { ...walk, at: [...walk.at, step] };
}

export function fields(parts: Readonly<Record<string, Part>>): Part {
  return (value, walk) => {
    if (!isFields(value)) return value;
    const changed: Fields = { ...value };
    for (const [name, part] of Object.entries(parts)) {
      const inner = value[name];
      if (inner !== undefined) changed[name] = part(inner, into(walk, name));
    }
    return changed;
  };
}

export function items(part: Part): Part {
  return (value, walk) =>
    Array.isArray(value) ? value.map((item, at) => part(item, into(walk, at))) : value;
}

export function named(of: "condition" | "section" | "stage" | "mapping"): Part {
  return (value, { change, at }) =>
    typeof value === "string" ? change({ of, name: value }, at) : value;
}

/** A question by its name, or what answers it in part: `home.postcode`, `noiseDates.from`. */
export const answer: Part = (value, { change, names, at, groups }) => {
  if (typeof value !== "string") return value;
  const [head = "", part, ...rest] = value.split(".");
  const found = names.answererOf(head, groups);
  const name = change({ of: "question", ...found }, at);
  if (part === undefined) return name;
  const isItem = found.group === undefined && names.isItem(head, part);
  const inner = isItem ? change({ of: "question", name: part, group: head }, at) : part;
  return [name, inner, ...rest].join(".");
};
