import { DateParts } from "./date-field.tsx";
import type { AnyQuestion, FieldProps } from "./field-props.ts";
import { fieldWords } from "./field-words.ts";
import { PartsGroup } from "./parts-group.tsx";

const ends = [
  { part: "from", content: fieldWords.start },
  { part: "to", content: fieldWords.end },
];

/** Ask for the first day and the last, each a date with a fault of its own. */
export function DateRangeField(props: FieldProps<Extract<AnyQuestion, { type: "date-range" }>>) {
  const { name, filling } = props;
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
