import type { Child } from "hono/jsx";
import { componentWordsHere } from "../component-words.ts";
import { type Common, join, type Optional } from "../parts.ts";

export type BackLinkProps = Common & Optional<{ href: string; children: Child }>;

export function BackLink({ href, classes, attributes, children }: BackLinkProps) {
  const words = componentWordsHere();
  return (
    <a href={href || "#"} class={join("govuk-back-link", classes)} {...attributes}>
      {children || words.back}
    </a>
  );
}
