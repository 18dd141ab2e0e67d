import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

export type InsetTextProps = Common & Optional<{ id: string; children: Child }>;

export function InsetText({ id, classes, attributes, children }: InsetTextProps) {
  return (
    <div id={id} class={join("govuk-inset-text", classes)} {...attributes}>
      {children}
    </div>
  );
}
