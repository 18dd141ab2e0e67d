import { Checkboxes } from "@guildhall/ui";
import { hintOf, Text } from "../words/text.tsx";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { faultOf } from "./filling.ts";
import { labelFor } from "./label.tsx";

/** Ask to confirm a sentence by ticking the one box beside it. */
export function DeclarationField(props: FieldProps<Extract<AnyQuestion, { type: "declaration" }>>) {
  const { question, name, filling, heading, placed } = props;
  const { required } = placed.asked;
  return (
    <Checkboxes
      name={name}
      fieldset={{ legend: labelFor(question, { heading, required, kind: "fieldset__legend" }) }}
      hint={hintOf(question.hint)}
      errorMessage={faultOf(filling, name)?.sentence}
      items={[{ value: "yes", content: <Text>{question.statement}</Text> }]}
      values={filling.fields.get(name)}
    />
  );
}
