import type { Child } from "hono/jsx";
import { componentWordsHere } from "../component-words.ts";
import { type Common, join, type Optional } from "../parts.ts";

export type ErrorMessageProps = Common &
  Optional<{
    id: string;
    /** Said before the message to those who do not see its colour; false for none. */
    visuallyHiddenText: string | false;
    children: Child;
  }>;

export function ErrorMessage(props: ErrorMessageProps) {
  const words = componentWordsHere();
  const prefix = props.visuallyHiddenText ?? words.error;
  return (
    <p id={props.id} class={join("govuk-error-message", props.classes)} {...props.attributes}>
      {prefix && <span class="govuk-visually-hidden">{prefix}:</span>} {props.children}
    </p>
  );
}
