import type { Optional } from "../parts.ts";
import {
  type Choice,
  ChoiceOf,
  Choices,
  type ChoicesProps,
  choiceId,
  isDivider,
} from "./choices.tsx";

export type RadiosProps = ChoicesProps<Choice> & Optional<{ value: string | number }>;

/** Ask for one of a few. A choice may show a further field while it is chosen. */
export function Radios({ items, value, ...props }: RadiosProps) {
  const prefix = props.idPrefix || props.name;
  return (
    <Choices {...props} kind="radios" describedBy={props.fieldset?.describedBy}>
      {items.map((item, index) => {
        if (!item) return undefined;
        if (isDivider(item)) return <div class="govuk-radios__divider">{item.divider}</div>;
        return (
          <ChoiceOf
            kind="radios"
            id={choiceId(prefix, item, index)}
            name={props.name}
            item={item}
            checked={isChecked(item, value)}
          />
        );
      })}
    </Choices>
  );
}

function isChecked(item: Choice, value: string | number | undefined): boolean {
  return item.checked ?? (Boolean(value) && String(item.value) === String(value));
}
