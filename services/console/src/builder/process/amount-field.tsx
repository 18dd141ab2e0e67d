import type { DraftDefinition } from "@guildhall/contract";
import { Fieldset, Input, Select } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { questionsIn } from "../questions/held.ts";
import type { StepFieldProps } from "./step-field.tsx";

/** What something costs: the same for everybody, or by the option that answers a question. */
export function AmountField({ frame, field, typed, faults = {} }: StepFieldProps) {
  const by = typed.get("amountBy") ?? "";
  const { definition } = frame.draft;
  return (
    <Fieldset legend={{ content: field.label, classes: "govuk-fieldset__legend--s" }}>
      <Select
        name="amountBy"
        label="Is it the same for everybody?"
        hint="Where it goes by a question, save once to be asked each price."
        items={[
          { value: "", content: "Yes, everybody pays the same" },
          ...pricedBy(definition).map(({ id, label }) => ({
            value: id,
            content: `No, it goes by “${label}”`,
          })),
        ]}
        value={by}
        errorMessage={faults.amountBy}
      />
      {by === "" ? (
        <Pounds name="amount" label="Amount" typed={typed} faults={faults} />
      ) : (
        optionsOf(definition, by).map(({ value, label }) => (
          <Pounds name={`amount-${value}`} label={label} typed={typed} faults={faults} />
        ))
      )}
    </Fieldset>
  );
}

type PoundsProps = Pick<StepFieldProps, "typed"> & {
  readonly name: string;
  readonly label: string;
  readonly faults: Faults;
};

function Pounds({ name, label, typed, faults }: PoundsProps) {
  return (
    <Input
      name={name}
      label={label}
      prefix={{ content: "£" }}
      classes="govuk-input--width-5"
      inputmode="decimal"
      value={typed.get(name) ?? ""}
      errorMessage={faults[name]}
    />
  );
}

/** The questions that a price can go by: one of several options answers them. */
export function pricedBy(definition: DraftDefinition) {
  return questionsIn(definition)
    .filter(({ group }) => !group)
    .map(({ question }) => question)
    .filter(({ type }) => type === "radios" || type === "select");
}

export function optionsOf(definition: DraftDefinition, id: string) {
  const question = pricedBy(definition).find((one) => one.id === id);
  return question && "options" in question ? question.options : [];
}
