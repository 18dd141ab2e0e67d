import { join, type Optional } from "../parts.ts";
import {
  type Choice,
  ChoiceOf,
  Choices,
  type ChoicesProps,
  choiceId,
  isDivider,
} from "./choices.tsx";
import { describedBy } from "./field.tsx";

export type Checkbox = Choice & Optional<{ name: string; behaviour: "exclusive" | string }>;
export type CheckboxesProps = ChoicesProps<Checkbox> &
  Optional<{ values: readonly (string | number)[]; describedBy: string }>;

/** Ask for any of a few; one with `behaviour: "exclusive"` clears the others. */
export function Checkboxes({ items, values, ...props }: CheckboxesProps) {
  const prefix = props.idPrefix || props.name;
  const given = props.fieldset?.describedBy || props.describedBy;
  // Without a fieldset to carry them, each box names the hint and the error message itself.
  const help = props.fieldset ? undefined : describedBy(prefix, props, given);
  return (
    <Choices {...props} kind="checkboxes" describedBy={given}>
      {items.map((item, index) => {
        if (!item) return undefined;
        if (isDivider(item)) return <div class="govuk-checkboxes__divider">{item.divider}</div>;
        return (
          <ChoiceOf
            kind="checkboxes"
            id={choiceId(prefix, item, index)}
            name={item.name || props.name}
            item={item}
            checked={isChecked(item, values)}
            describedBy={join(help)}
            behaviour={item.behaviour}
          />
        );
      })}
    </Choices>
  );
}

function isChecked(item: Choice, values: readonly (string | number)[] = []): boolean {
  return item.checked ?? values.map(String).includes(String(item.value));
}
