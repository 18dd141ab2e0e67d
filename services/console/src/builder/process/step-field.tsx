import type { DraftDefinition, StepField } from "@guildhall/contract";
import { Input, Select, Textarea } from "@guildhall/ui";
import { AmountField } from "./amount-field.tsx";
import { inputFor } from "./read-step.ts";
import type { StepPageProps } from "./step-page.tsx";

export type StepFieldProps = StepPageProps & { readonly field: StepField };

/** The field of a step, whatever its kind asks for. */
export function StepFieldView(props: StepFieldProps) {
  const { field, typed, faults = {} } = props;
  const { type, required } = field;
  const name = inputFor(field.name);
  const common = {
    name,
    label: {
      content: required || type === "condition" ? field.label : `${field.label} (optional)`,
      classes: "govuk-label--s",
    },
    hint: hintOf(props),
    errorMessage: faults[name],
  };
  const value = typed.get(field.name) ?? "";
  switch (type) {
    case "amount":
      return <AmountField {...props} />;
    case "long-text":
      return <Textarea {...common} value={value} rows={8} />;
    case "whole-number":
      return <Input {...common} value={value} inputmode="numeric" classes="govuk-input--width-3" />;
    case "text":
      return <Input {...common} value={value} />;
    default:
      return <Select {...common} value={value} items={withGone(choicesOf(props), value)} />;
  }
}

/** A field that counts only with another says with which: where no script runs, all of them are there. */
function hintOf({ field: { hint, onlyIf }, kind }: StepFieldProps): string | undefined {
  const other = kind.fields.find(({ name }) => name === onlyIf?.field);
  if (!onlyIf || !other) return hint;
  const names = (other.choices ?? [])
    .filter(({ value }) => onlyIf.is.includes(value))
    .map(({ label }) => `“${label}”`);
  const when = `Only if you chose ${names.join(" or ")}.`;
  return hint === undefined ? when : `${when} ${hint}`;
}

interface Item {
  readonly value: string;
  readonly content: string;
}

function choicesOf(props: StepFieldProps): Item[] {
  const { field, frame, conditions, connectors } = props;
  const { definition } = frame.draft;
  if (field.type === "condition")
    return [none("Always"), ...conditions.map(({ id, name }) => item(id, `Only if: ${name}`))];
  const offered = {
    stage: definition.stages.map(({ id, title }) => item(id, title)),
    mapping: mappingsOf(definition, connectors),
    connector: connectors
      .filter(({ kind }) => field.connectorKind === undefined || kind === field.connectorKind)
      .map(({ id, name }) => item(id, name)),
    choice: (field.choices ?? []).map(({ value, label }) => item(value, label)),
  }[field.type as "stage" | "mapping" | "connector" | "choice"];
  const first = field.type === "choice" && !field.required ? [] : [none("Choose")];
  return [...first, ...(offered ?? [])];
}

function mappingsOf(
  { mappings = [] }: DraftDefinition,
  connectors: StepPageProps["connectors"],
): Item[] {
  return mappings.map(({ id, connector }) => {
    const name = connectors.find((one) => one.id === connector)?.name ?? connector;
    return item(id, `${name}: ${id}`);
  });
}

function none(content: string): Item {
  return item("", content);
}

function item(value: string, content: string): Item {
  return { value, content };
}

/** What is chosen stays to be seen, also where there is no such thing any more. */
function withGone(items: readonly Item[], value: string): Item[] {
  const isThere = value === "" || items.some((one) => one.value === value);
  return isThere ? [...items] : [...items, item(value, `“${value}”, which is gone`)];
}
