import type { Child } from "hono/jsx";
import { type Common, join, type Optional, partOf, type Slot } from "../parts.ts";
import { Beside, describedBy, Field, type FieldProps } from "./field.tsx";

type InputMode = "none" | "text" | "tel" | "url" | "email" | "numeric" | "decimal" | "search";

export type InputProps = FieldProps &
  Optional<{
    type: string;
    value: string | number;
    inputmode: InputMode;
    autocomplete: string;
    autocapitalize: "off" | "none" | "on" | "sentences" | "words" | "characters";
    pattern: string;
    spellcheck: boolean;
    /** Shown at the control's side, as `£` or `metres`; said nowhere, so the label must say it too. */
    prefix: Slot;
    suffix: Slot;
    inputWrapper: Common;
  }>;

export function Input(props: InputProps) {
  const id = props.id || props.name;
  return (
    <Field {...props} id={id}>
      <Wrapped {...props}>
        <input
          class={join(
            "govuk-input",
            props.classes,
            partOf(props.errorMessage) && "govuk-input--error",
          )}
          id={id}
          name={props.name}
          type={props.type || "text"}
          spellcheck={props.spellcheck}
          value={props.value}
          disabled={props.disabled}
          aria-describedby={describedBy(id, props, props.describedBy)}
          autocomplete={props.autocomplete}
          autocapitalize={props.autocapitalize}
          pattern={props.pattern}
          inputmode={props.inputmode}
          {...props.attributes}
        />
      </Wrapped>
    </Field>
  );
}

function Wrapped(props: InputProps & { children?: Child }) {
  const { prefix, suffix, formGroup, inputWrapper } = props;
  const beside = [partOf(prefix)?.content, partOf(suffix)?.content];
  if (![...beside, formGroup?.before, formGroup?.after].some(Boolean)) return <>{props.children}</>;
  return (
    <div class={join("govuk-input__wrapper", inputWrapper?.classes)} {...inputWrapper?.attributes}>
      <Beside formGroup={formGroup}>
        <Affix side="prefix" words={prefix} />
        {props.children}
        <Affix side="suffix" words={suffix} />
      </Beside>
    </div>
  );
}

function Affix({ side, words }: { side: "prefix" | "suffix"; words: Slot }) {
  const affix = partOf(words);
  if (!affix?.content) return null;
  return (
    <div
      class={join(`govuk-input__${side}`, affix.classes)}
      aria-hidden="true"
      {...affix.attributes}
    >
      {affix.content}
    </div>
  );
}
