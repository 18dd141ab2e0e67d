import type { InputProps } from "@guildhall/ui";
import type { QuestionWords } from "../words/words.ts";
import type { AnyQuestion } from "./field-props.ts";

type Look = Omit<InputProps, "name" | "label">;
type QuestionOf<T extends AnyQuestion["type"]> = Extract<AnyQuestion, { type: T }>;

/** How a field of one line looks, and which keys a phone offers for it. */
export function inputLook(question: AnyQuestion, words: QuestionWords["questions"]): Look {
  switch (question.type) {
    case "email":
      return { type: "email", spellcheck: false, autocapitalize: "none" };
    case "phone":
      return { type: "tel", classes: "govuk-input--width-20" };
    case "name":
      return { spellcheck: false };
    case "time":
      return { classes: "govuk-input--width-5", spellcheck: false };
    case "number":
      return numberLook(question);
    case "money":
      return moneyLook(question, words);
    case "vehicle-registration":
      return { classes: "govuk-input--width-10", spellcheck: false, autocapitalize: "characters" };
    case "text":
      return question.width && question.width !== "full"
        ? { classes: `govuk-input--width-${question.width}` }
        : {};
    default:
      return {};
  }
}

function numberLook({ unit, decimals, min, max }: QuestionOf<"number">): Look {
  return {
    classes: widthFor(max),
    // A phone's keys for numbers have no minus.
    inputmode: min !== undefined && min < 0 ? "text" : decimals > 0 ? "decimal" : "numeric",
    spellcheck: false,
    ...(unit === "£" ? { prefix: unit } : { suffix: unit }),
  };
}

function moneyLook(
  { hint, max }: QuestionOf<"money">,
  { money }: QuestionWords["questions"],
): Look {
  return {
    classes: widthFor(max ?? 999_999),
    inputmode: "decimal",
    spellcheck: false,
    prefix: "£",
    // The sign is not read out, so the hint says what is counted.
    hint: hint ?? money,
  };
}

function widthFor(max = 0): string {
  return max > 99_999 ? "govuk-input--width-10" : "govuk-input--width-5";
}
