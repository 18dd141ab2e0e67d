import type { Service } from "@guildhall/contract";
import { Panel, Paragraphs } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { Receipt } from "../session/session.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { KeepLink } from "./keep-link.tsx";

interface ConfirmationProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: Service;
  readonly receipt: Receipt;
}

/** Say that the request is received, by what reference, and what happens next. */
export function ConfirmationPage({ council, look, service, receipt }: ConfirmationProps) {
  const { at } = council;
  const tracking = at.tracking(receipt.reference);
  const link = `${council.origin}${tracking}?key=${receipt.trackingKey}`;
  return (
    <CouncilPage
      council={council}
      look={look}
      title="We have your request"
      service={{ name: service.title, href: at.service(service.id) }}
    >
      <Column>
        <Panel title="We have your request">
          Your reference number
          <br />
          <strong>{receipt.reference}</strong>
        </Panel>
        <p class="govuk-body govuk-!-margin-top-6">
          {service.contact.email === undefined
            ? "Write the reference number down, or keep this page's link."
            : "If you gave us your email address, we are sending this reference number to it."}
        </p>
        <h2 class="govuk-heading-m">What happens next</h2>
        <Paragraphs text={service.whatHappensNext} />
        <p class="govuk-body">{service.target.text}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={tracking}>
            Follow your request
          </a>
        </p>
        <KeepLink link={link} />
        <p class="govuk-body">
          <a class="govuk-link" href={at.home}>
            Find another service
          </a>
        </p>
      </Column>
    </CouncilPage>
  );
}
