import { Checkboxes, Radios } from "@guildhall/ui";
import { wordsHere } from "../words/speech.ts";
import { hintOf, Text } from "../words/text.tsx";
import type { QuestionWords } from "../words/words.ts";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { faultOf, shownIn } from "./filling.ts";
import { labelFor } from "./label.tsx";

type ChoiceQuestion = Extract<AnyQuestion, { type: "yes-no" | "radios" | "checkboxes" }>;

/** Ask for one of a few, or any of them. What a choice brings up stands under it. */
export function ChoiceField(props: FieldProps<ChoiceQuestion>) {
  const { question, name, filling, heading, placed } = props;
  const { required } = placed.asked;
  const common = {
    name,
    fieldset: { legend: labelFor(question, { heading, required, kind: "fieldset__legend" }) },
    hint: hintOf(question.hint),
    errorMessage: faultOf(filling, name)?.sentence,
    items: optionsOf(question, wordsHere().questions).map(({ value, label, hint }) => ({
      value,
      content: <Text>{label}</Text>,
      hint: hintOf(hint),
      conditional: conditional(props, value),
    })),
  };
  if (question.type === "checkboxes") {
    return <Checkboxes {...common} values={filling.fields.get(name)} />;
  }
  const inline = question.type === "yes-no" && placed.revealed.size === 0;
  return (
    <Radios
      {...common}
      classes={inline ? "govuk-radios--inline" : undefined}
      value={shownIn(filling, name)}
    />
  );
}

function conditional({ name, placed, ask }: FieldProps<ChoiceQuestion>, value: string) {
  const places = placed.revealed.get(value);
  if (!places) return undefined;
  return ask(places, name.slice(0, name.length - placed.asked.id.length));
}

function optionsOf(
  question: ChoiceQuestion,
  { yes, no }: QuestionWords["questions"],
): readonly { value: string; label: string; hint?: string | undefined }[] {
  if (question.type !== "yes-no") return question.options;
  return [
    { value: "yes", label: yes },
    { value: "no", label: no },
  ];
}
