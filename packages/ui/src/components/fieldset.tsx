import type { Child } from "hono/jsx";
import { type Common, join, type Optional, partOf, type Slot } from "../parts.ts";

export type Legend = Slot<{ isPageHeading: boolean }>;
export type FieldsetProps = Common &
  Optional<{ legend: Legend; describedBy: string; role: string; children: Child }>;

export function Fieldset(props: FieldsetProps) {
  return (
    <fieldset
      class={join("govuk-fieldset", props.classes)}
      role={props.role || undefined}
      aria-describedby={props.describedBy || undefined}
      {...props.attributes}
    >
      <LegendOf legend={props.legend} />
      {props.children}
    </fieldset>
  );
}

function LegendOf(props: { legend: Legend }) {
  const legend = partOf(props.legend);
  if (!legend?.content) return null;
  return (
    <legend class={join("govuk-fieldset__legend", legend.classes)}>
      {legend.isPageHeading ? (
        <h1 class="govuk-fieldset__heading">{legend.content}</h1>
      ) : (
        legend.content
      )}
    </legend>
  );
}
