import type { ItemQuestion, Question } from "@guildhall/contract";
import type { Child } from "hono/jsx";
import { speechHere } from "../words/speech.ts";
import { Text } from "../words/text.tsx";

interface LabelOptions {
  readonly heading?: boolean | undefined;
  readonly required: boolean;
  readonly kind: "label" | "fieldset__legend";
}

/** The words of a question: the heading of its page where it stands alone, and marked where it may be left out. */
export function labelFor(
  { label }: Pick<Question | ItemQuestion, "label">,
  { heading = false, required, kind }: LabelOptions,
) {
  return {
    content: required ? <Text>{label}</Text> : optional(label),
    classes: `govuk-${kind}--${heading ? "l" : "s"}`,
    isPageHeading: heading,
  };
}

function optional(label: string): Child {
  const { words, untranslated } = speechHere();
  const mark = words.questions.optional;
  // A label in English that is marked already would be marked twice.
  if (/\((?:optional|dewisol)\)$/i.test(label)) return <Text>{label}</Text>;
  if (!untranslated.has(label)) return `${label} ${mark}`;
  return (
    <>
      <Text>{label}</Text> {mark}
    </>
  );
}
