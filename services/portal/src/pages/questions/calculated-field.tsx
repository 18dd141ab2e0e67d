import { SummaryList } from "@guildhall/ui";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { fieldWords } from "./field-words.ts";

/** Say a value that follows from the answers before it. It is read like any text, since nobody can change it here. */
export function CalculatedField(props: FieldProps<Extract<AnyQuestion, { type: "calculated" }>>) {
  const { question, name, filling } = props;
  const said = filling.calculated.get(question.id) ?? [];
  return (
    <>
      <SummaryList
        attributes={{ id: name }}
        rows={[{ key: question.label, value: said.join(" ") || fieldWords.notYetKnown }]}
      />
      {question.hint && <p class="govuk-hint">{question.hint}</p>}
    </>
  );
}
