import { DateInput } from "@guildhall/ui";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { faultOf, shownIn } from "./filling.ts";
import { labelFor } from "./label.ts";

const units = ["day", "month", "year"] as const;

/** Ask for a date in three fields, and mark the parts of it that are missing. */
export function DateField(props: FieldProps<Extract<AnyQuestion, { type: "date" }>>) {
  const { question, name, filling, heading, placed } = props;
  const fault = faultOf(filling, name);
  const blamed = fault?.parts.length ? fault.parts : undefined;
  return (
    <DateInput
      id={name}
      namePrefix={name}
      fieldset={{
        legend: labelFor(question, {
          heading,
          required: placed.asked.required,
          kind: "fieldset__legend",
        }),
      }}
      hint={question.hint}
      errorMessage={fault?.sentence}
      items={units.map((unit) => ({
        name: unit,
        value: shownIn(filling, `${name}-${unit}`),
        error: blamed?.includes(unit),
        autocomplete: filling.autocomplete.get(`${name}-${unit}`),
      }))}
    />
  );
}
