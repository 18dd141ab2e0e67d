import type { Council, Look } from "../environment.ts";
import { Linked } from "../words/linked.tsx";
import { PlainPage } from "./plain-page.tsx";

/** Say that a code opens nothing any more. */
export function AssistOverPage({ council, look }: { council: Council; look: Look }) {
  const { title, text } = council.words.frame.assistOver;
  return (
    <PlainPage look={look} title={title} speech={council}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Linked text={text} to={{ staff: council.at.staff }} />
      </p>
    </PlainPage>
  );
}
