import { ErrorPage } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import type { Council, Look } from "../environment.ts";
import type { Speech } from "../words/speech.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { PlainPage } from "./plain-page.tsx";

interface ErrorProps {
  readonly look: Look;
  /** Whose pages were being read, as far as that is known. */
  readonly council: Council | undefined;
  readonly speech: Speech;
}

/**
 * Say that there is no such page, the same whatever it is that a council does not have.
 *
 * So it does not tell a reference that is nobody's from one that is another's.
 */
export function NotFoundPage(props: ErrorProps) {
  const { council, speech } = props;
  return (
    <Framed {...props} title={speech.words.components.errors["not-found"].title}>
      <ErrorPage
        kind="not-found"
        startHref={council?.at.home ?? "/"}
        contact={council?.brand.contact}
      />
    </Framed>
  );
}

export function FaultPage(props: ErrorProps & { kind: "problem" | "unavailable" }) {
  const { council, kind, speech } = props;
  return (
    <Framed {...props} title={speech.words.components.errors[kind].title}>
      <ErrorPage kind={kind} contact={council?.brand.contact} />
    </Framed>
  );
}

/** A request that no page of ours makes, or one larger than they make. */
export function RefusedPage(props: ErrorProps & { title: string; text: string }) {
  const { title, text } = props;
  return (
    <Framed {...props}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
    </Framed>
  );
}

/** What went wrong at a council wears its brand. */
function Framed({
  council,
  look,
  speech,
  title,
  children,
}: ErrorProps & { title: string; children?: Child }) {
  if (!council) {
    return (
      <PlainPage look={look} title={title} speech={speech}>
        {children}
      </PlainPage>
    );
  }
  return (
    <CouncilPage council={council} look={look} title={title} asksFeedback={false}>
      <Column>{children}</Column>
    </CouncilPage>
  );
}
