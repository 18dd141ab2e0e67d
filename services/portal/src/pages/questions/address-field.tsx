import { Fieldset, Hint, Input } from "@guildhall/ui";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { faultOf, shownIn } from "./filling.ts";
import { labelFor } from "./label.ts";

const parts = [
  { part: "line1", label: "Address line 1" },
  { part: "line2", label: "Address line 2 (optional)" },
  { part: "town", label: "Town or city", classes: "govuk-!-width-two-thirds" },
  { part: "postcode", label: "Postcode (optional)", classes: "govuk-input--width-10" },
] as const;

/** Ask for an address, line by line. */
export function AddressField(props: FieldProps<Extract<AnyQuestion, { type: "address" }>>) {
  const { question, name, filling, heading, placed } = props;
  const { required } = placed.asked;
  const hint = question.hint === undefined ? undefined : `${name}-hint`;
  return (
    <Fieldset
      legend={labelFor(question, { heading, required, kind: "fieldset__legend" })}
      {...(hint ? { describedBy: hint } : {})}
    >
      {hint && <Hint id={hint}>{question.hint}</Hint>}
      {parts.map(({ part, label, ...look }) => (
        <Input
          name={`${name}-${part}`}
          label={label}
          value={shownIn(filling, `${name}-${part}`)}
          errorMessage={faultOf(filling, `${name}-${part}`)?.sentence}
          autocomplete={filling.autocomplete.get(`${name}-${part}`)}
          {...look}
        />
      ))}
    </Fieldset>
  );
}
