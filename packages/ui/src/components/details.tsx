import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

export type DetailsProps = Common & { summary: Child } & Optional<{
    id: string;
    open: boolean;
    children: Child;
  }>;

export function Details({ id, summary, open, classes, attributes, children }: DetailsProps) {
  return (
    <details id={id} class={join("govuk-details", classes)} {...attributes} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
