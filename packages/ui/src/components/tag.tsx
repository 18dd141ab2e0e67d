import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

export type TagProps = Common & Optional<{ children: Child }>;

export function Tag({ classes, attributes, children }: TagProps) {
  return (
    <strong class={join("govuk-tag", classes)} {...attributes}>
      {children}
    </strong>
  );
}
