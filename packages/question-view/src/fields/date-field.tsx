import { DateInput } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { wordsHere } from "../words/speech.ts";
import type { QuestionWords } from "../words/words.ts";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { type Filling, faultOf, shownIn } from "./filling.ts";
import { labelFor } from "./label.tsx";

function exact({ day, month, year }: QuestionWords["questions"]) {
  return { day, month, year };
}

function approximate({ dayIfKnown, monthIfKnown, year }: QuestionWords["questions"]) {
  return { day: dayIfKnown, month: monthIfKnown, year };
}

/** Ask for a date in three fields, or for as much of it as is known, and mark the parts of it that are missing. */
export function DateField(props: FieldProps<Extract<AnyQuestion, { type: "date" }>>) {
  const { question, name, filling, heading, placed } = props;
  const { required } = placed.asked;
  const words = wordsHere().questions;
  const hints = [question.hint, question.approximate && words.approximate];
  return (
    <DateParts
      name={name}
      filling={filling}
      legend={labelFor(question, { heading, required, kind: "fieldset__legend" })}
      hint={hints.filter(Boolean).join(" ")}
      labels={question.approximate ? approximate(words) : exact(words)}
    />
  );
}

/** The three fields of one date under its legend. */
export function DateParts(props: {
  name: string;
  filling: Filling;
  legend: { content: Child; classes: string; isPageHeading?: boolean };
  hint?: string;
  labels?: ReturnType<typeof exact>;
}) {
  const words = wordsHere().questions;
  const { name, filling, legend, hint, labels = exact(words) } = props;
  const fault = faultOf(filling, name);
  const blamed = fault?.parts.length ? fault.parts : undefined;
  return (
    <DateInput
      id={name}
      namePrefix={name}
      fieldset={{ legend }}
      hint={hint}
      errorMessage={fault?.sentence}
      items={Object.entries(labels).map(([unit, label]) => ({
        name: unit,
        label,
        value: shownIn(filling, `${name}-${unit}`),
        error: blamed?.includes(unit),
        autocomplete: filling.autocomplete.get(`${name}-${unit}`),
      }))}
    />
  );
}
