import type { Document, Service } from "@guildhall/contract";
import { Text, Written } from "@guildhall/question-view";
import { Panel } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { Receipt } from "../session/session.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { KeepCopy } from "./keep-copy.tsx";
import { KeepLink } from "./keep-link.tsx";
import { SentFiles } from "./sent-files.tsx";

interface ConfirmationProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: Service;
  readonly receipt: Receipt;
  /** The files that came with it. */
  readonly files: readonly Document[];
}

/** Say that the request is received, by what reference, and what happens next. */
export function ConfirmationPage({ council, look, service, receipt, files }: ConfirmationProps) {
  const { at } = council;
  const words = council.words.sending;
  const tracking = at.tracking(receipt.reference);
  const link = `${council.origin}${tracking}?key=${receipt.trackingKey}`;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={words.received}
      service={{ name: service.title, href: at.service(service.id) }}
    >
      <Column>
        <Panel title={words.received}>
          {words.reference}
          <br />
          <strong>{receipt.reference}</strong>
        </Panel>
        <p class="govuk-body govuk-!-margin-top-6">
          {service.contact.email === undefined ? words.writeDown : words.emailed}
        </p>
        <h2 class="govuk-heading-m">{words.next}</h2>
        <Written text={service.whatHappensNext} />
        <p class="govuk-body">
          <Text>{service.target.text}</Text>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={tracking}>
            {words.follow}
          </a>
        </p>
        <KeepLink link={link} />
        <KeepCopy council={council} reference={receipt.reference} />
        <SentFiles council={council} reference={receipt.reference} files={files} />
        <p class="govuk-body">
          <a class="govuk-link" href={at.home}>
            {words.another}
          </a>
        </p>
      </Column>
    </CouncilPage>
  );
}
