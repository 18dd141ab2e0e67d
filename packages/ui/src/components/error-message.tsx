import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

export type ErrorMessageProps = Common &
  Optional<{
    id: string;
    /** Said before the message to those who do not see its colour; false for none. */
    visuallyHiddenText: string | false;
    children: Child;
  }>;

export function ErrorMessage(props: ErrorMessageProps) {
  const prefix = props.visuallyHiddenText ?? "Error";
  return (
    <p id={props.id} class={join("govuk-error-message", props.classes)} {...props.attributes}>
      {prefix && <span class="govuk-visually-hidden">{prefix}:</span>} {props.children}
    </p>
  );
}
