import type { Child } from "hono/jsx";
import { type Common, join, type Optional, type Part, partOf, type Slot } from "../parts.ts";
import { ErrorMessage } from "./error-message.tsx";
import { Hint } from "./hint.tsx";
import { Label } from "./label.tsx";

/** What may be said of the element around a field: classes, attributes, and what stands beside the control. */
export type FormGroup = Part<{ before: Child; after: Child }>;

export type Help = Optional<{
  hint: Slot;
  errorMessage: Slot<{ visuallyHiddenText: string | false }>;
}>;

/** What every field with one control has in common. */
export type FieldProps = Common & { name: string } & Help &
  Optional<{
    /** The name, where it is left out. */
    id: string;
    label: Slot<{ isPageHeading: boolean }>;
    describedBy: string;
    disabled: boolean;
    formGroup: FormGroup;
  }>;

/** Name the hint and the error message that belong to a control, for its `aria-describedby`. */
export function describedBy(id: string, help: Help, given?: string): string | undefined {
  const hint = partOf(help.hint) && `${id}-hint`;
  const error = partOf(help.errorMessage) && `${id}-error`;
  return join(given, hint, error) || undefined;
}

/** A label, a hint and an error message above the control that they are about. */
export function Field(props: Omit<FieldProps, "name"> & { id: string; children?: Child }) {
  const { content, ...label } = partOf(props.label) ?? {};
  return (
    <Group formGroup={props.formGroup} failed={Boolean(partOf(props.errorMessage))}>
      <Label {...label} for={props.id}>
        {content}
      </Label>
      <HelpOf id={props.id} hint={props.hint} errorMessage={props.errorMessage} />
      {props.children}
    </Group>
  );
}

export function Group(props: {
  formGroup: FormGroup | undefined;
  failed: boolean;
  children?: Child;
}) {
  const failed = props.failed && "govuk-form-group--error";
  return (
    <div
      class={join("govuk-form-group", failed, props.formGroup?.classes)}
      {...props.formGroup?.attributes}
    >
      {props.children}
    </div>
  );
}

/** The hint and the error message, under the ids that `describedBy` names. */
export function HelpOf(props: { id: string } & Help) {
  const hint = partOf(props.hint);
  const error = partOf(props.errorMessage);
  return (
    <>
      {hint && (
        <Hint id={`${props.id}-hint`} classes={hint.classes} attributes={hint.attributes}>
          {hint.content}
        </Hint>
      )}
      {error && (
        <ErrorMessage
          id={`${props.id}-error`}
          classes={error.classes}
          attributes={error.attributes}
          visuallyHiddenText={error.visuallyHiddenText}
        >
          {error.content}
        </ErrorMessage>
      )}
    </>
  );
}

/** A control between what stands before and after it. */
export function Beside(props: { formGroup: FormGroup | undefined; children?: Child }) {
  return (
    <>
      {props.formGroup?.before}
      {props.children}
      {props.formGroup?.after}
    </>
  );
}
