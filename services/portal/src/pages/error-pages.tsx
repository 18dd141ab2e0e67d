import { ErrorPage, errorPages } from "@guildhall/ui";
import type { Look } from "../environment.ts";
import { PlainPage } from "./plain-page.tsx";

/**
 * Say that there is no such page, the same whatever it is that there is not.
 *
 * It has no council's name, so that it does not tell a wrong reference from a wrong council.
 */
export function NotFoundPage({ look }: { look: Look }) {
  return (
    <PlainPage look={look} title={errorPages["not-found"].title}>
      <ErrorPage kind="not-found" startHref="/" />
    </PlainPage>
  );
}

export function FaultPage({ look, kind }: { look: Look; kind: "problem" | "unavailable" }) {
  return (
    <PlainPage look={look} title={errorPages[kind].title}>
      <ErrorPage kind={kind} />
    </PlainPage>
  );
}

/** A request that no page of ours makes, or one larger than they make. */
export function RefusedPage({ look, title, text }: { look: Look; title: string; text: string }) {
  return (
    <PlainPage look={look} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
    </PlainPage>
  );
}
