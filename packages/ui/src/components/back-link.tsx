import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

export type BackLinkProps = Common & Optional<{ href: string; children: Child }>;

export function BackLink({ href, classes, attributes, children }: BackLinkProps) {
  return (
    <a href={href || "#"} class={join("govuk-back-link", classes)} {...attributes}>
      {children || "Back"}
    </a>
  );
}
