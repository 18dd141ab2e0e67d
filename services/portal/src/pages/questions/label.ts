import type { ItemQuestion, Question } from "@guildhall/contract";
import { fieldWords } from "./field-words.ts";

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
  const isMarked = label.toLowerCase().endsWith(fieldWords.optional);
  return {
    content: required || isMarked ? label : `${label} ${fieldWords.optional}`,
    classes: `govuk-${kind}--${heading ? "l" : "s"}`,
    isPageHeading: heading,
  };
}
