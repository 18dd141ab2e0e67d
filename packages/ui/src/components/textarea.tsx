import { join, type Optional, partOf } from "../parts.ts";
import { Beside, describedBy, Field, type FieldProps } from "./field.tsx";

export type TextareaProps = FieldProps &
  Optional<{ value: string; rows: number | string; spellcheck: boolean; autocomplete: string }>;

export function Textarea(props: TextareaProps) {
  const id = props.id || props.name;
  const failed = partOf(props.errorMessage) && "govuk-textarea--error";
  return (
    <Field {...props} id={id}>
      <Beside formGroup={props.formGroup}>
        <textarea
          class={join("govuk-textarea", failed, props.classes)}
          id={id}
          name={props.name}
          rows={Number(props.rows) || 5}
          spellcheck={props.spellcheck}
          disabled={props.disabled}
          aria-describedby={describedBy(id, props, props.describedBy)}
          autocomplete={props.autocomplete || undefined}
          {...props.attributes}
        >
          {keepFirstLine(props.value)}
        </textarea>
      </Beside>
    </Field>
  );
}

/** HTML drops a newline right after `<textarea>`; one more keeps the one that the citizen typed. */
function keepFirstLine(value: string | undefined): string | undefined {
  return value?.startsWith("\n") ? `\n${value}` : value;
}
