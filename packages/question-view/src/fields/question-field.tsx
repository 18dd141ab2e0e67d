import { CharacterCount, Input, Select } from "@guildhall/ui";
import type { Placed } from "../arrange.ts";
import { wordsHere } from "../words/speech.ts";
import { hintOf } from "../words/text.tsx";
import { AddressField } from "./address-field.tsx";
import { CalculatedField } from "./calculated-field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { DateField } from "./date-field.tsx";
import { DateRangeField } from "./date-range-field.tsx";
import { DeclarationField } from "./declaration-field.tsx";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { FilesField } from "./files-field.tsx";
import { type Filling, faultOf, shownIn } from "./filling.ts";
import { GroupField } from "./group-field.tsx";
import { inputLook } from "./input-look.ts";
import { labelFor } from "./label.tsx";
import { LocationField } from "./location-field.tsx";
import { BankField, OrganisationField } from "./parts-field.tsx";
import { typesAhead } from "./type-ahead.ts";

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

/** Ask a question of any kind, with what its choices bring up. */
function QuestionField(props: FieldProps) {
  const { question } = props;
  switch (question.type) {
    case "yes-no":
    case "radios":
    case "checkboxes":
      return <ChoiceField {...props} question={question} />;
    case "date":
      return <DateField {...props} question={question} />;
    case "date-range":
      return <DateRangeField {...props} question={question} />;
    case "address":
      return <AddressField {...props} question={question} />;
    case "location":
      return <LocationField {...props} question={question} />;
    case "group":
      return <GroupField {...props} question={question} />;
    case "calculated":
      return <CalculatedField {...props} question={question} />;
    case "files":
      return <FilesField {...props} question={question} />;
    default:
      return <PlainField {...props} question={question} />;
  }
}

type PlainQuestion = Exclude<
  AnyQuestion,
  { type: "group" | "files" | "calculated" | "address" | "location" }
>;

/** Ask for what is confirmed, written or picked from a list. */
function PlainField(props: FieldProps<PlainQuestion>) {
  const { question, filling, name } = props;
  switch (question.type) {
    case "declaration":
      return <DeclarationField {...props} question={question} />;
    case "organisation":
      return <OrganisationField {...props} question={question} />;
    case "bank-details":
      return <BankField {...props} question={question} />;
    case "long-text":
      return <CharacterCount {...basics(props)} maxlength={question.maxLength} threshold={75} />;
    case "select":
      return <SelectField {...props} question={question} />;
    default:
      return (
        <Input
          {...basics(props)}
          {...inputLook(question, wordsHere().questions)}
          value={
            question.type === "money" ? wholePence(shownIn(filling, name)) : shownIn(filling, name)
          }
          autocomplete={filling.autocomplete.get(name)}
        />
      );
  }
}

/** An amount that was saved comes back with both figures of its pence: 185.5 as 185.50. */
function wholePence(typed: string): string {
  return /^-?\d+\.\d$/.test(typed) ? `${typed}0` : typed;
}

function SelectField(props: FieldProps<Extract<AnyQuestion, { type: "select" }>>) {
  const { chooseOne, typeAhead } = wordsHere().questions;
  const items = props.question.options.map(({ value, label }) => ({ value, content: label }));
  return (
    <Select
      {...basics(props)}
      items={[{ value: "", content: chooseOne }, ...items]}
      attributes={
        typesAhead(props.question) ? { "data-type-ahead": JSON.stringify(typeAhead) } : {}
      }
    />
  );
}

function basics({ question, name, filling, heading, placed }: FieldProps) {
  return {
    name,
    label: labelFor(question, { heading, required: placed.asked.required, kind: "label" }),
    hint: hintOf(question.hint),
    errorMessage: faultOf(filling, name)?.sentence,
    value: shownIn(filling, name),
  };
}
