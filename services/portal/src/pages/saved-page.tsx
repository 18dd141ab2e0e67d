import type { Service } from "@guildhall/contract";
import { Button, Panel } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { sayDay } from "../words/dates.ts";
import { Column, CouncilPage } from "./council-page.tsx";

interface SavedPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: Service;
  readonly expiresAt: string;
  /** Where the form goes on. */
  readonly next: string;
}

/** Say that a form is kept, until when, and how to come back to it. */
export function SavedPage({ council, look, service, expiresAt, next }: SavedPageProps) {
  const { at } = council;
  const words = council.words.saving.saved;
  const { title } = words;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      service={{ name: service.title, href: at.service(service.id) }}
    >
      <Column>
        <Panel title={title}>
          {words.until}
          <br />
          <strong>{sayDay(expiresAt, council.language)}</strong>
        </Panel>
        <p class="govuk-body govuk-!-margin-top-6">{words.sent}</p>
        <p class="govuk-body">{words.unsent}</p>
        <Button href={next}>{words.continue}</Button>
        <p class="govuk-body">
          <a class="govuk-link" href={`${at.save(service.id)}?again=yes`}>
            {words.again}
          </a>
        </p>
        <h2 class="govuk-heading-m">{words.shared}</h2>
        <p class="govuk-body">{words.remove}</p>
        <form method="post" action={at.save(service.id)}>
          <Button classes="govuk-button--secondary" name="forget" value="yes" preventDoubleClick>
            {words.removeButton}
          </Button>
        </form>
      </Column>
    </CouncilPage>
  );
}
