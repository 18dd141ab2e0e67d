import { DateInput } from "@guildhall/ui";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { fieldWords } from "./field-words.ts";
import { type Filling, faultOf, shownIn } from "./filling.ts";
import { labelFor } from "./label.ts";

const exact = { day: fieldWords.day, month: fieldWords.month, year: fieldWords.year };
const approximate = { ...exact, day: fieldWords.dayIfKnown, month: fieldWords.monthIfKnown };

/** Ask for a date in three fields, or for as much of it as is known, and mark the parts of it that are missing. */
export function DateField(props: FieldProps<Extract<AnyQuestion, { type: "date" }>>) {
  const { question, name, filling, heading, placed } = props;
  const { required } = placed.asked;
  const hints = [question.hint, question.approximate && fieldWords.approximate];
  return (
    <DateParts
      name={name}
      filling={filling}
      legend={labelFor(question, { heading, required, kind: "fieldset__legend" })}
      hint={hints.filter(Boolean).join(" ")}
      labels={question.approximate ? approximate : exact}
    />
  );
}

/** The three fields of one date under its legend. */
export function DateParts(props: {
  name: string;
  filling: Filling;
  legend: { content: string; classes: string; isPageHeading?: boolean };
  hint?: string;
  labels?: typeof exact | typeof approximate;
}) {
  const { name, filling, legend, hint, labels = exact } = props;
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
