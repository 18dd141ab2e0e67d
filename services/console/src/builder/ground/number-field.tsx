import { Input, type InputProps } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { type Entered, Was } from "./part-fields.tsx";

export interface NumberFieldProps extends Pick<InputProps, "label" | "hint" | "suffix"> {
  readonly field: string;
  /** What the service says; undefined where it says nothing yet. */
  readonly kept: number | undefined;
  readonly entered: Entered;
  readonly faults: Faults;
}

/** A whole number of something that a service says. */
export function NumberField({ field, kept, entered, faults, ...input }: NumberFieldProps) {
  const said = kept === undefined ? "" : String(kept);
  return (
    <>
      <Was field={field} value={entered.was(field, said)} />
      <Input
        {...input}
        name={field}
        inputmode="numeric"
        classes="govuk-input--width-5"
        value={entered.now(field, said)}
        errorMessage={faults[field]}
      />
    </>
  );
}
