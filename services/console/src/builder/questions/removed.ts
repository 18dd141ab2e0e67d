import { type Fields, fieldOf } from "@guildhall/ui";
import type { Context } from "hono";
import type { ConsoleEnv } from "../../environment.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { answerRemoved } from "../ground/removed-page.tsx";
import { settings } from "./settings.ts";

type Names = Iterable<readonly [field: string, name: string]>;

/** Say that a page or question is gone, and give back the texts of its form: each field with what it is called. */
export function removedMeanwhile(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  { fields, names }: { fields: Fields; names: Names },
): Response | Promise<Response> {
  const entered = [...names].map(([field, name]) => [name, fieldOf(fields, field) ?? ""] as const);
  const list = { words: "Questions", href: frame.here.questions };
  return answerRemoved(c, frame, { entered, list });
}

const typedKinds: ReadonlySet<string> = new Set(["line", "words", "number", "options"]);

/** What the fields are called in which the texts of a question are typed, whatever its kind. */
export function namesOfTexts(fields: Fields): Names {
  const own = Object.values(settings)
    .flat()
    .filter(({ kind }) => typedKinds.has(kind))
    .map(({ field, label }) => [field, label.replace(/ \(.*\)$/, "")] as const);
  const welsh = own.map(([field, name]) => [`welsh-${field}`, `${name} in Welsh`] as const);
  const options = [...fields.keys()].flatMap((field) => {
    const value = /^welsh-option-(.*)$/.exec(field)?.[1];
    return value === undefined ? [] : [[field, `Option “${value}” in Welsh`] as const];
  });
  return [...own, ["first", "The first question of each"], ...welsh, ...options];
}
