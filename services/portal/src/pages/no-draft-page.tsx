import type { ReadBackRow } from "@guildhall/forms";
import { Button, errorPages } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { WhatYouTyped } from "./overtaken-pages.tsx";

interface NoDraftProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: { readonly id: string; readonly title: string };
}

/** Say that there are no answers any more, and that what was typed last is kept where it could be. */
export function ExpiredPage(props: NoDraftProps & { keptOn?: string | undefined }) {
  const { council, look, service, keptOn } = props;
  const { title } = errorPages.expired;
  return (
    <CouncilPage council={council} look={look} title={title} service={named(props)}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          We keep what you enter for 24 hours, in the browser that you began with. If your browser
          does not accept cookies, we cannot keep it from one page to the next.
        </p>
        <p class="govuk-body">
          If you saved your form to come back later, open the link in our email, or{" "}
          <a class="govuk-link" href={council.at.link(props.service.id)}>
            get a new link
          </a>
          .
        </p>
        {keptOn === undefined ? (
          <form method="post" action={council.at.service(service.id)}>
            <Button isStartButton>Start again</Button>
          </form>
        ) : (
          <>
            <p class="govuk-body">What you typed on the last page is kept.</p>
            <Button href={keptOn}>Start again</Button>
          </>
        )}
      </Column>
    </CouncilPage>
  );
}

interface SentPageProps extends NoDraftProps {
  readonly reference?: string | undefined;
  /** What was typed after it was sent. */
  readonly unsent?: { readonly rows: readonly ReadBackRow[]; readonly text: string } | undefined;
}

/** Say that the request went off already, and what did not go with it. */
export function SentPage(props: SentPageProps) {
  const { council, look, service, reference, unsent } = props;
  const title = "You have already sent this request";
  return (
    <CouncilPage council={council} look={look} title={title} service={named(props)}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          We have it, and you need do nothing. If you gave us your email address, the reference
          number is in the email that we sent to it.
        </p>
        <p class="govuk-body">
          {reference === undefined ? (
            <a class="govuk-link" href={council.at.track}>
              Track a request
            </a>
          ) : (
            <a class="govuk-link" href={council.at.confirmation(service.id)}>
              See your reference number
            </a>
          )}
        </p>
        {unsent && unsent.text !== "" && (
          <>
            <p class="govuk-body">
              If you changed something on the last page after that, the change was not sent. You can
              copy it below and tell us.
            </p>
            <WhatYouTyped {...unsent} />
          </>
        )}
        <form method="post" action={council.at.service(service.id)}>
          <Button classes="govuk-button--secondary" name="again" value="yes">
            Start a new request
          </Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

function named({ council, service }: NoDraftProps) {
  return { name: service.title, href: council.at.service(service.id) };
}
