import type { Payment, PaymentSummary, Service, Tracking } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import { Panel, Paragraphs } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
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
  const title = "We have your payment";
  return (
    <CouncilPage council={council} look={look} title={title} current="track">
      <Column>
        <Panel title={title}>
          Your reference number
          <br />
          <strong>{tracking.reference}</strong>
        </Panel>
        <p class="govuk-body govuk-!-margin-top-6">
          You paid {pounds(payment.amountPence)} for “{payment.title}”.
          <PaymentReference payment={payment} />
        </p>
        <p class="govuk-body">
          If you gave us your email address, we are sending this to it as well.
        </p>
        <h2 class="govuk-heading-m">What happens next</h2>
        {service && <Paragraphs text={service.whatHappensNext} />}
        <p class="govuk-body">{tracking.targetText}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.tracking(tracking.reference)}>
            Follow your request
          </a>
        </p>
        {link !== undefined && <KeepLink link={link} />}
      </Column>
    </CouncilPage>
  );
}

function PaymentReference({ payment }: Pick<PaidPageProps, "payment">) {
  if (!("reference" in payment) || payment.reference === undefined) return null;
  return <> The payment reference is {payment.reference}.</>;
}
