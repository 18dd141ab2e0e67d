import type { NamedCondition } from "@guildhall/contract";
import { Checkboxes, Input, Select, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { CalculationFields } from "./calculation/calculation-fields.tsx";
import type { Sources } from "./calculation/sources.ts";
import { mustWhen } from "./read-setting.ts";
import type { Setting } from "./settings.ts";

interface SettingFieldProps {
  readonly setting: Setting;
  readonly value: string;
  readonly faults: Faults;
  readonly conditions: readonly NamedCondition[];
  /** What a result can be worked out from. */
  readonly sources: Sources;
}

/** The field of one setting, whatever it is. */
export function SettingField(props: SettingFieldProps) {
  const { setting, value, faults, conditions } = props;
  const { field: name, label, hint } = setting;
  const help = { name, hint, errorMessage: faults[name] };
  const common = { ...help, label: { content: label, classes: "govuk-label--s" } };
  switch (setting.kind) {
    case "line":
      return <Input {...common} value={value} />;
    case "number":
      return <Input {...common} value={value} inputmode="decimal" classes="govuk-input--width-5" />;
    case "words":
      return <Textarea {...common} value={value} rows={2} />;
    case "options":
      return <Textarea {...common} value={value} rows={8} spellcheck={false} />;
    case "calculation":
      return <CalculationFields typed={value} sources={props.sources} fault={faults[name]} />;
    case "tick":
      return <Checkboxes {...help} items={[{ value: "yes", content: label }]} values={[value]} />;
    case "choice":
      return <Choice {...common} value={value} choices={setting.choices ?? []} />;
    case "must":
      return <Choice {...common} value={value} choices={mustChoices(conditions, value)} />;
    case "condition":
      return <Choice {...common} value={value} choices={whoChoices(conditions, value)} />;
  }
}

type ChoiceProps = Parameters<typeof Select>[0];
type Choices = readonly { readonly value: string; readonly label: string }[];

function Choice({ choices, ...common }: Omit<ChoiceProps, "items"> & { choices: Choices }) {
  const items = choices.map(({ value, label }) => ({ value, content: label }));
  return <Select {...common} items={items} />;
}

function mustChoices(conditions: readonly NamedCondition[], value: string): Choices {
  const some = conditions.map(({ id, name }) => ({
    value: mustWhen(id),
    label: `Only when: ${name}`,
  }));
  const fixed = [
    { value: "yes", label: "Yes" },
    { value: "no", label: "No, it can be left out" },
  ];
  return withGone([...fixed, ...some], value);
}

export function whoChoices(conditions: readonly NamedCondition[], value: string): Choices {
  const some = conditions.map(({ id, name }) => ({ value: id, label: `Only when: ${name}` }));
  return withGone([{ value: "", label: "Everyone" }, ...some], value);
}

/** What is chosen stays to be seen, also where there is no such condition any more. */
function withGone(choices: Choices, value: string): Choices {
  if (choices.some((choice) => choice.value === value)) return choices;
  return [...choices, { value, label: "A condition that is gone" }];
}
