import type { ServiceDefinition } from "@guildhall/contract";
import { isRecord } from "./sheet.ts";

/** A text of a service that citizens read, and the path by which its translation is kept. */
export interface ServiceText {
  readonly path: string;
  readonly text: string;
}

/** What becomes of a text. */
type Change = (text: string, path: string) => string;
/** Changes the texts in one part of a service. */
type Part = (value: unknown, path: string, change: Change) => unknown;

/** List every text of a service that can be translated. */
export function textsOf(service: ServiceDefinition): ServiceText[] {
  const texts: ServiceText[] = [];
  mapTexts(service, (text, path) => {
    texts.push({ path, text });
    return text;
  });
  return texts;
}

/** Change every text that can be translated, and nothing else: not a rule, an id, nor a text without letters. */
export function mapTexts(service: ServiceDefinition, change: Change): ServiceDefinition {
  // Each part gives back what it was given but for texts, so the shape stays.
  return whole(service, "", change) as ServiceDefinition;
}

const words: Part = (value, path, change) =>
  typeof value === "string" && /\p{L}/u.test(value) ? change(value, path) : value;

function fields(parts: Readonly<Record<string, Part>>): Part {
  return (value, path, change) => {
    if (!isRecord(value)) return value;
    const changed = Object.entries(parts)
      .filter(([name]) => Object.hasOwn(value, name))
      .map(([name, part]) => [name, part(value[name], under(path, name), change)]);
    return { ...value, ...Object.fromEntries(changed) };
  };
}

function record(part: Part): Part {
  return (value, path, change) =>
    isRecord(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, one]) => [name, part(one, under(path, name), change)]),
        )
      : value;
}

/** Items of a list by their names; with `at` they have one path, whatever they lie in. */
function items(part: Part, { by = "id", at }: { by?: string; at?: string } = {}): Part {
  return (value, path, change) =>
    Array.isArray(value)
      ? value.map((item) =>
          isRecord(item) ? part(item, under(at ?? path, String(item[by])), change) : item,
        )
      : value;
}

function under(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** What is paid for is read by whoever pays, and what a step tells by whoever is told; a task's title by staff alone. */
const stepTexts: Readonly<Record<string, Part>> = {
  payment: fields({ title: words }),
  message: fields({ subject: words, text: words, sms: words }),
  letter: fields({ subject: words, text: words }),
};
const step: Part = (value, path, change) => {
  const kind = isRecord(value) ? String(value.kind) : "";
  return Object.hasOwn(stepTexts, kind) ? (stepTexts[kind]?.(value, path, change) ?? value) : value;
};

const asked = {
  label: words,
  hint: words,
  statement: words,
  unit: words,
  fileLabel: words,
  itemName: words,
  errors: record(words),
  options: items(fields({ label: words, hint: words }), { by: "value" }),
};
const question = fields({ ...asked, questions: items(fields(asked)) });

const whole = fields({
  title: words,
  summary: words,
  category: words,
  introduction: words,
  urgent: words,
  form: fields({
    sections: items(fields({ title: words, hint: words })),
    pages: items(
      fields({ title: words, text: words, questions: items(question, { at: "form.questions" }) }),
    ),
  }),
  stages: items(fields({ title: words, text: words })),
  steps: items(step),
  target: fields({ text: words }),
  whatHappensNext: words,
  messages: record(fields({ subject: words, text: words, sms: words })),
  retention: fields({ lawfulBasis: words }),
});
