import { type AskedAccess, type KeyScope, scopeWords } from "@guildhall/contract";
import { InsetText, Panel } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { sayDay } from "../words/dates.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { ShownKey } from "./shown-key.tsx";

interface AccessGivenProps {
  readonly council: Council;
  readonly look: Look;
  readonly asked: AskedAccess;
  /** Where the request is followed, with what opens it. */
  readonly link: string;
}

/** Give the test key and the link that follows the request, both this once. */
export function AccessGivenPage({ council, look, asked, link }: AccessGivenProps) {
  const { request, testKey } = asked;
  const waits = request.state === "waiting";
  const title = waits ? "We have your request" : "Your test key";
  const { key } = testKey;
  const withheld = request.scopes.filter((scope) => !testKey.scopes.includes(scope));
  return (
    <CouncilPage council={council} look={look} title={title}>
      <Column>
        {waits ? (
          <Panel title={title}>You can use a test key now</Panel>
        ) : (
          <h1 class="govuk-heading-l">{title}</h1>
        )}
        <h2 class="govuk-heading-m govuk-!-margin-top-6">
          {waits ? "Your test key" : "How to use it"}
        </h2>
        <p class="govuk-body">
          It works until {sayDay(testKey.expiresAt)} with a copy of our services. Nothing that you
          do with it reaches real people or systems. All who have a test key use the same copy, so
          do not send it anything about real people. With it you can:
        </p>
        <Scopes scopes={testKey.scopes} />
        {withheld.length > 0 && (
          <>
            <p class="govuk-body">Only a live key lets you:</p>
            <Scopes scopes={withheld} />
          </>
        )}
        {key !== undefined && <ShownKey given={{ ...testKey, key }} />}
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.docs.guides}>
            Go on with the guides
          </a>
        </p>
        {waits && <Next link={link} />}
      </Column>
    </CouncilPage>
  );
}

function Next({ link }: { link: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        We look at your request and write to you when we have decided. Then come back here to
        collect your live key.
      </p>
      <InsetText>
        <p class="govuk-body">
          Keep this link. You need it to collect your key, and it is not in our email. Whoever has
          it can collect the key, so give it to nobody else.
        </p>
        <p class="govuk-body govuk-!-margin-bottom-0">
          <a class="govuk-link" href={link}>
            {link}
          </a>
        </p>
      </InsetText>
    </>
  );
}

function Scopes({ scopes }: { scopes: readonly KeyScope[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {scopes.map((scope) => (
        <li>{inSentence(scopeWords[scope])}</li>
      ))}
    </ul>
  );
}

function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
