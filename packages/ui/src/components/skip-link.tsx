import type { Child } from "hono/jsx";
import { type Common, join, type Optional } from "../parts.ts";

export type SkipLinkProps = Common & Optional<{ href: string; children: Child }>;

/** Let a keyboard pass over the header. */
export function SkipLink({ href, classes, attributes, children }: SkipLinkProps) {
  return (
    <a
      href={href || "#content"}
      class={join("govuk-skip-link", classes)}
      {...attributes}
      data-module="govuk-skip-link"
    >
      {children}
    </a>
  );
}
