import type { Service } from "@guildhall/contract";
import { Button, Panel } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { sayDay } from "./say-day.ts";

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
  const title = "Your form is saved";
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      service={{ name: service.title, href: at.service(service.id) }}
    >
      <Column>
        <Panel title={title}>
          We keep it until
          <br />
          <strong>{sayDay(expiresAt)}</strong>
        </Panel>
        <p class="govuk-body govuk-!-margin-top-6">
          We have sent you a link by email. Open it to go on, on any device. We then ask for what
          you chose to remember. If you change your form, we keep it longer.
        </p>
        <p class="govuk-body">
          You have not sent your request yet. We do nothing until you send it.
        </p>
        <Button href={next}>Continue your form now</Button>
        <p class="govuk-body">
          <a class="govuk-link" href={`${at.save(service.id)}?again=yes`}>
            Send a new link, or to another address
          </a>
        </p>
        <h2 class="govuk-heading-m">If others use this device</h2>
        <p class="govuk-body">Remove the form from it. You can still open it with your link.</p>
        <form method="post" action={at.save(service.id)}>
          <Button classes="govuk-button--secondary" name="forget" value="yes" preventDoubleClick>
            Remove the form from this device
          </Button>
        </form>
      </Column>
    </CouncilPage>
  );
}
