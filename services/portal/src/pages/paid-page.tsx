import type { Payment, PaymentSummary, Service, Tracking } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import { Written } from "@guildhall/question-view";
import { Panel } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { wordsHere } from "../words/speech.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { KeepLink } from "./keep-link.tsx";

interface PaidPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly tracking: Tracking;
  readonly payment: PaymentSummary | Payment;
  readonly service: Pick<Service, "whatHappensNext"> | undefined;
  /** The link that opens everything, in the browser that sent the answers. */
  readonly link: string | undefined;
}

/** Say what was paid, by what reference, and what happens next. */
export function PaidPage({ council, look, tracking, payment, service, link }: PaidPageProps) {
  const { payment: words, sending } = council.words;
  const { title } = words.paid;
  return (
    <CouncilPage council={council} look={look} title={title} current="track">
      <Column>
        <Panel title={title}>
          {sending.reference}
          <br />
          <strong>{tracking.reference}</strong>
        </Panel>
        <p class="govuk-body govuk-!-margin-top-6">
          {words.paid.youPaid(pounds(payment.amountPence), payment.title)}
          <PaymentReference payment={payment} />
        </p>
        <p class="govuk-body">{words.paid.email}</p>
        <h2 class="govuk-heading-m">{sending.next}</h2>
        {service && <Written text={service.whatHappensNext} />}
        <p class="govuk-body">{tracking.targetText}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.tracking(tracking.reference)}>
            {words.follow}
          </a>
        </p>
        {link !== undefined && <KeepLink link={link} />}
      </Column>
    </CouncilPage>
  );
}

function PaymentReference({ payment }: Pick<PaidPageProps, "payment">) {
  const { paid } = wordsHere().payment;
  if (!("reference" in payment) || payment.reference === undefined) return null;
  return <>{paid.reference(payment.reference)}</>;
}
