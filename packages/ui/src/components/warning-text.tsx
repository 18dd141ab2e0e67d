import type { Child } from "hono/jsx";
import { componentWordsHere } from "../component-words.ts";
import { type Common, join, type Optional } from "../parts.ts";

export type WarningTextProps = Common & Optional<{ iconFallbackText: string; children: Child }>;

export function WarningText(props: WarningTextProps) {
  const words = componentWordsHere();
  return (
    <div class={join("govuk-warning-text", props.classes)} {...props.attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{" "}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallbackText || words.warning}</span>{" "}
        {props.children}
      </strong>
    </div>
  );
}
