import type { Question } from "@guildhall/contract";
import { type Fields, partsOf } from "@guildhall/forms";
import {
  Checkboxes,
  DateInput,
  ErrorMessage,
  Fieldset,
  Input,
  Radios,
  Select,
  Textarea,
} from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";

type Item = Extract<Question, { type: "group" }>["questions"][number];

export interface SimpleFieldProps {
  readonly question: Question | Item;
  readonly name: string;
  readonly fields: Fields;
  readonly faults: Faults;
}

/** Ask one of a form's questions in the simplest way that can hold its answer. */
export function SimpleField(props: SimpleFieldProps) {
  switch (props.question.type) {
    case "files":
      return (
        <p class="govuk-hint">“{props.question.label}” asks for files. They are left out here.</p>
      );
    case "calculated":
      return null;
    case "group":
      return <Group {...props} group={props.question} />;
    case "date":
      return <DateField {...props} legend={props.question.label} />;
    case "date-range":
      return (
        <>
          <DateField
            {...props}
            name={`${props.name}-from`}
            legend={`${props.question.label}: from`}
          />
          <DateField {...props} name={`${props.name}-to`} legend={`${props.question.label}: to`} />
        </>
      );
    case "address":
    case "location":
    case "organisation":
    case "bank-details":
      return <Parts {...props} />;
    default:
      return <OneField {...props} />;
  }
}

function OneField({ question, name, fields, faults }: SimpleFieldProps) {
  const value = fields.get(name)?.[0] ?? "";
  const common = { name, errorMessage: faults[name] };
  const fieldset = { legend: { content: question.label, classes: "govuk-fieldset__legend--s" } };
  const label = { content: question.label, classes: "govuk-label--s" };
  switch (question.type) {
    case "yes-no":
      return <Radios {...common} fieldset={fieldset} items={yesNo} value={value} />;
    case "radios":
      return <Radios {...common} fieldset={fieldset} items={choices(question)} value={value} />;
    case "select": {
      const items = [{ value: "", content: "None" }, ...choices(question)];
      return <Select {...common} label={label} items={items} value={value} />;
    }
    case "checkboxes":
      return (
        <Checkboxes
          {...common}
          fieldset={fieldset}
          items={choices(question)}
          values={fields.get(name)}
        />
      );
    case "declaration": {
      const items = [{ value: "yes", content: question.statement }];
      return <Checkboxes {...common} fieldset={fieldset} items={items} values={fields.get(name)} />;
    }
    case "long-text":
      return <Textarea {...common} label={label} rows={3} value={value} />;
    default:
      return <Input {...common} label={label} value={value} autocomplete="off" />;
  }
}

const yesNo = [
  { value: "yes", content: "Yes" },
  { value: "no", content: "No" },
];

function choices({ options }: { options: readonly { value: string; label: string }[] }) {
  return options.map(({ value, label }) => ({ value, content: label }));
}

function DateField(props: SimpleFieldProps & { legend: string }) {
  const { name, fields, faults, legend } = props;
  const units = ["day", "month", "year"].map((unit) => `${name}-${unit}`);
  return (
    <DateInput
      id={name}
      namePrefix={name}
      fieldset={{ legend: { content: legend, classes: "govuk-fieldset__legend--s" } }}
      errorMessage={faults[name]}
      values={Object.fromEntries(units.map((unit) => [unit, fields.get(unit)?.[0]]))}
    />
  );
}

const partWords: Readonly<Record<string, string>> = {
  line1: "Address line 1",
  line2: "Address line 2 (optional)",
  town: "Town or city",
  postcode: "Postcode",
  uprn: "Property number (UPRN, optional)",
  easting: "Easting (optional)",
  northing: "Northing (optional)",
  latitude: "Latitude",
  longitude: "Longitude",
  description: "Where it is, in words",
  name: "Name",
  number: "Number (optional)",
  accountName: "Name on the account",
  sortCode: "Sort code",
  accountNumber: "Account number",
  rollNumber: "Roll number (optional)",
};

function Parts({ question, name, fields, faults }: SimpleFieldProps) {
  return (
    <Fieldset legend={{ content: question.label, classes: "govuk-fieldset__legend--s" }}>
      {partsOf(question.type).map((part) => {
        const field = `${name}-${part}`;
        return (
          <Input
            name={field}
            label={partWords[part] ?? part}
            value={fields.get(field)?.[0] ?? ""}
            errorMessage={faults[field]}
            classes="govuk-!-width-two-thirds"
            autocomplete="off"
          />
        );
      })}
    </Fieldset>
  );
}

/** What is there already, and room for one more. */
function Group(props: SimpleFieldProps & { group: Extract<Question, { type: "group" }> }) {
  const { group, name, fields, faults } = props;
  const indexes = [...fields.keys()].flatMap((field) => {
    const [, index] = field.startsWith(`${name}-`) ? field.split("-") : [];
    return index === undefined ? [] : [Number(index)];
  });
  const given = indexes.length === 0 ? 0 : Math.max(...indexes) + 1;
  const count = Math.min(Math.max(given, group.min, 1) + 1, group.max);
  return (
    <div id={name} tabindex={-1}>
      {faults[name] && <ErrorMessage>{faults[name]}</ErrorMessage>}
      {Array.from({ length: count }, (_, index) => (
        <Fieldset
          legend={{
            content: `${group.label}: ${group.itemName} ${index + 1}`,
            classes: "govuk-fieldset__legend--s",
          }}
        >
          {group.questions.map((question) => (
            <SimpleField
              question={question}
              name={`${name}-${index}-${question.id}`}
              fields={fields}
              faults={faults}
            />
          ))}
        </Fieldset>
      ))}
    </div>
  );
}
