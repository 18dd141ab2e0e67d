import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

export type HintProps = Common & Optional<{ id: string; children: Child }>;

export function Hint({ id, classes, attributes, children }: HintProps) {
  return (
    <div id={id} class={join("govuk-hint", classes)} {...attributes}>
      {children}
    </div>
  );
}
