import type { Child } from "hono/jsx";
import { type Common, join, type Optional, partOf, type Slot } from "../parts.ts";
import { Tag } from "./tag.tsx";

export type PhaseBannerProps = Common & { tag: Slot } & Optional<{ children: Child }>;

/** Say that a service is still being tried out, and where to tell us what is wrong with it. */
export function PhaseBanner({ tag, classes, attributes, children }: PhaseBannerProps) {
  const phase = partOf(tag);
  return (
    <div class={join("govuk-phase-banner govuk-width-container", classes)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag classes={join("govuk-phase-banner__content__tag", phase?.classes)}>
          {phase?.content}
        </Tag>{" "}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
