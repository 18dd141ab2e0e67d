import { type Attributes, join, type Nothing, type Optional, partOf, present } from "../parts.ts";
import { Beside, describedBy, Field, type FieldProps } from "./field.tsx";

export type SelectItem = { content: string | number } & Optional<{
  value: string | number;
  selected: boolean;
  disabled: boolean;
  attributes: Attributes;
}>;

export type SelectProps = FieldProps & { items: readonly (SelectItem | Nothing)[] } & Optional<{
    /** The value of the option that is chosen. */
    value: string | number;
  }>;

export function Select(props: SelectProps) {
  const id = props.id || props.name;
  const failed = partOf(props.errorMessage) && "govuk-select--error";
  return (
    <Field {...props} id={id}>
      <Beside formGroup={props.formGroup}>
        <select
          class={join("govuk-select", props.classes, failed)}
          id={id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={describedBy(id, props, props.describedBy)}
          {...props.attributes}
        >
          {present(props.items).map((item) => (
            <option
              value={item.value}
              selected={isSelected(item, props.value)}
              disabled={item.disabled}
              {...item.attributes}
            >
              {item.content}
            </option>
          ))}
        </select>
      </Beside>
    </Field>
  );
}

function isSelected(item: SelectItem, value: string | number | undefined): boolean {
  if (item.selected !== undefined) return item.selected;
  return Boolean(value) && String(item.value ?? item.content) === String(value);
}
