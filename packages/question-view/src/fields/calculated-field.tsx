import { SummaryList } from "@guildhall/ui";
import { wordsHere } from "../words/speech.ts";
import { Text } from "../words/text.tsx";
import type { AnyQuestion, FieldProps } from "./field-props.ts";

/** Say a value that follows from the answers before it. It is read like any text, since nobody can change it here. */
export function CalculatedField(props: FieldProps<Extract<AnyQuestion, { type: "calculated" }>>) {
  const { question, name, filling } = props;
  const { notYetKnown } = wordsHere().questions;
  const said = filling.calculated.get(question.id) ?? [];
  return (
    <>
      <SummaryList
        attributes={{ id: name }}
        rows={[{ key: <Text>{question.label}</Text>, value: said.join(" ") || notYetKnown }]}
      />
      {question.hint && (
        <p class="govuk-hint">
          <Text>{question.hint}</Text>
        </p>
      )}
    </>
  );
}
