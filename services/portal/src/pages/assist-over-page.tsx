import type { Council, Look } from "../environment.ts";
import { PlainPage } from "./plain-page.tsx";

/** Say that a code opens nothing any more. */
export function AssistOverPage({ council, look }: { council: Council; look: Look }) {
  const title = "This form cannot be opened from here any more";
  return (
    <PlainPage look={look} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        A form for a caller opens once, within a minute.{" "}
        <a class="govuk-link" href={council.at.staff}>
          Start it again from the staff pages
        </a>
        .
      </p>
    </PlainPage>
  );
}
