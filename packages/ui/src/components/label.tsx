import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

export type LabelProps = Common &
  Optional<{
    for: string;
    /** Makes it the page's only `h1`: for a page that asks one question. */
    isPageHeading: boolean;
    children: Child;
  }>;

export function Label(props: LabelProps) {
  if (!props.children) return null;
  const label = (
    <label class={join("govuk-label", props.classes)} {...props.attributes} for={props.for}>
      {props.children}
    </label>
  );
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
