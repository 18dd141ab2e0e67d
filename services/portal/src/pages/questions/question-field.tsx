import { CharacterCount, Input, Select } from "@guildhall/ui";
import type { Placed } from "../../journey/arrange.ts";
import { AddressField } from "./address-field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { DateField } from "./date-field.tsx";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { type Filling, faultOf, shownIn } from "./filling.ts";
import { GroupField } from "./group-field.tsx";
import { labelFor } from "./label.ts";

/** Ask questions in their order; `prefix` goes before the name of each. */
export function QuestionFields(props: {
  places: readonly Placed[];
  filling: Filling;
  prefix?: string;
  /** Whether the one question is the heading of its page. */
  heading?: boolean;
}) {
  const { places, filling, prefix = "", heading } = props;
  return (
    <>
      {places.map((placed) => (
        <QuestionField
          question={placed.asked.question}
          name={`${prefix}${placed.asked.id}`}
          filling={filling}
          heading={heading}
          placed={placed}
          ask={(inner, innerPrefix) => (
            <QuestionFields places={inner} filling={filling} prefix={innerPrefix} />
          )}
        />
      ))}
    </>
  );
}

/** Ask a question of any kind, with what its choices bring up. Files have a form of their own. */
function QuestionField(props: FieldProps) {
  const { question } = props;
  switch (question.type) {
    case "yes-no":
    case "radios":
    case "checkboxes":
      return <ChoiceField {...props} question={question} />;
    case "date":
      return <DateField {...props} question={question} />;
    case "address":
      return <AddressField {...props} question={question} />;
    case "group":
      return <GroupField {...props} question={question} />;
    case "long-text":
      return <CharacterCount {...basics(props)} maxlength={question.maxLength} threshold={75} />;
    case "select":
      return <SelectField {...props} question={question} />;
    case "files":
      return null;
    default:
      return (
        <Input {...basics(props)} {...inputFor(question)} autocomplete={autocompleteOf(props)} />
      );
  }
}

function SelectField(props: FieldProps<Extract<AnyQuestion, { type: "select" }>>) {
  const items = props.question.options.map(({ value, label }) => ({ value, content: label }));
  return <Select {...basics(props)} items={[{ value: "", content: "Choose one" }, ...items]} />;
}

function basics({ question, name, filling, heading, placed }: FieldProps) {
  return {
    name,
    label: labelFor(question, { heading, required: placed.asked.required, kind: "label" }),
    hint: question.hint,
    errorMessage: faultOf(filling, name)?.sentence,
    value: shownIn(filling, name),
  };
}

function autocompleteOf({ filling, name }: FieldProps): string | undefined {
  return filling.autocomplete.get(name);
}

function inputFor(question: AnyQuestion) {
  switch (question.type) {
    case "email":
      return { type: "email", spellcheck: false } as const;
    case "phone":
      return { type: "tel", classes: "govuk-input--width-20" } as const;
    case "name":
      return { spellcheck: false } as const;
    case "time":
      return { classes: "govuk-input--width-5" } as const;
    case "number":
      return numberInput(question);
    case "text":
      return question.width && question.width !== "full"
        ? { classes: `govuk-input--width-${question.width}` }
        : {};
    default:
      return {};
  }
}

function numberInput({ unit, decimals }: Extract<AnyQuestion, { type: "number" }>) {
  return {
    classes: "govuk-input--width-5",
    inputmode: decimals > 0 ? ("decimal" as const) : ("numeric" as const),
    ...(unit === "£" ? { prefix: unit } : { suffix: unit }),
  };
}
