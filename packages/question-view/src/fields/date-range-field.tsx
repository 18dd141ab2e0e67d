import { wordsHere } from "../words/speech.ts";
import { DateParts } from "./date-field.tsx";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { PartsGroup } from "./parts-group.tsx";

/** Ask for the first day and the last, each a date with a fault of its own. */
export function DateRangeField(props: FieldProps<Extract<AnyQuestion, { type: "date-range" }>>) {
  const { name, filling } = props;
  const { start, end } = wordsHere().questions;
  const ends = [
    { part: "from", content: start },
    { part: "to", content: end },
  ];
  return (
    <PartsGroup {...props}>
      {ends.map(({ part, content }) => (
        <DateParts
          name={`${name}-${part}`}
          filling={filling}
          legend={{ content, classes: "govuk-fieldset__legend--s portal-part" }}
        />
      ))}
    </PartsGroup>
  );
}
