import { type AccessRequest, type GivenKey, scopeWords } from "@guildhall/contract";
import { BackLink, Button, Paragraphs, SummaryList, type SummaryRow } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { sayDay } from "../words/dates.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { ShownKey } from "./shown-key.tsx";

interface AccessRequestProps {
  readonly council: Council;
  readonly look: Look;
  readonly request: AccessRequest;
}

/** Say what has become of a request for access, and let a key that was approved be collected. */
export function AccessRequestPage({ council, look, request }: AccessRequestProps) {
  const title = titles[request.state];
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      beforeContent={<BackLink href={council.at.developers} />}
    >
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <News council={council} request={request} />
        <h2 class="govuk-heading-m">What you asked for</h2>
        <SummaryList rows={rowsOf(request)} />
      </Column>
    </CouncilPage>
  );
}

/** Show a live key, this once. */
export function KeyCollectedPage(props: Omit<AccessRequestProps, "request"> & { given: GivenKey }) {
  const { council, look, given } = props;
  const { key } = given;
  const title = "Your live key";
  return (
    <CouncilPage council={council} look={look} title={title}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        {key === undefined ? (
          <p class="govuk-body">
            This key was shown before, and cannot be shown again. If you did not get it, ask for
            access again.
          </p>
        ) : (
          <>
            <p class="govuk-body">
              It works until {sayDay(given.expiresAt)}. What you do with it is real: it reaches us
              and the people who use our services.
            </p>
            <ShownKey given={{ ...given, key }} />
          </>
        )}
      </Column>
    </CouncilPage>
  );
}

const titles: Record<AccessRequest["state"], string> = {
  "test-only": "You have a test key",
  waiting: "We are looking at your request",
  approved: "Your request was approved",
  refused: "Your request was not approved",
  collected: "You have your live key",
};

function News({ council, request }: Omit<AccessRequestProps, "look">) {
  const { state, granted, reason } = request;
  if (state === "approved" && granted) {
    return (
      <>
        <p class="govuk-body">
          Collect your key by {sayDay(granted.collectUntil)}. It is shown once, so have a safe place
          for it ready.
        </p>
        <p class="govuk-body">With it you can:</p>
        <Scopes scopes={granted.scopes} />
        <form method="post" action={council.at.accessRequest(request.id)}>
          <Button preventDoubleClick>Collect your key</Button>
        </form>
      </>
    );
  }
  if (state === "refused" && reason !== undefined) {
    return (
      <>
        <p class="govuk-body">We decided not to give you a live key, because:</p>
        <Paragraphs text={reason} />
        <p class="govuk-body">
          Your test key goes on working until it ends. You can{" "}
          <a class="govuk-link" href={council.at.access}>
            ask again
          </a>
          .
        </p>
      </>
    );
  }
  return <p class="govuk-body">{sentences[state]}</p>;
}

const sentences: Record<AccessRequest["state"], string> = {
  "test-only": "You asked for a test key only, so there is nothing to decide.",
  waiting: "We will write to you when we have decided. Until then use your test key.",
  approved: "You can collect your key.",
  refused: "We decided not to give you a live key.",
  collected: "It was shown when you collected it. If you have lost it, ask for access again.",
};

function Scopes({ scopes }: Pick<AccessRequest, "scopes">) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {scopes.map((scope) => (
        <li>{scopeWords[scope]}</li>
      ))}
    </ul>
  );
}

function rowsOf({ organisation, purpose, contact, scopes, askedAt }: AccessRequest): SummaryRow[] {
  return [
    { key: "Organisation", value: organisation },
    { key: "What for", value: <Paragraphs text={purpose} /> },
    { key: "To do what", value: <Scopes scopes={scopes} /> },
    { key: "Contact", value: `${contact.name}, ${contact.email}` },
    { key: "Asked on", value: sayDay(askedAt) },
  ];
}
