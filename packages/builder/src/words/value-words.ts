import { type Data, partOf } from "../data.ts";
import { idOf, listIn } from "../mentions/form-names.ts";
import { questionTitle } from "./question-title.ts";
import { quoted } from "./quoted.ts";
import { sourceWords } from "./source-words.ts";

/** Say what a field holds: the label of a question that it names, a text in quotation marks; undefined where words would not help. */
export function valueWords(whole: Data, steps: readonly string[], value: Data): string | undefined {
  const field = steps.at(-1) ?? "";
  if (steps[0] === "welsh") return textOf(partOf(value, "text"));
  if (steps[0] === "contact" || field === "location") return questionTitle(whole, String(value));
  if (field === "from") return sourceWords(whole, value);
  if (field === "section") return titleIn(listIn(partOf(whole, "form"), "sections"), value);
  if (field === "stage") return titleIn(listIn(whole, "stages"), value);
  if (typeof value === "boolean") return value ? "“yes”" : "“no”";
  return textOf(value);
}

function textOf(value: Data | undefined): string | undefined {
  if (typeof value === "number") return value.toLocaleString("en-GB");
  return typeof value === "string" ? quoted(value) : undefined;
}

function titleIn(items: readonly Data[], id: Data): string {
  const title = partOf(items.find((item) => idOf(item) === id) ?? null, "title");
  return quoted(String(title ?? id));
}
