import type { Payment, PaymentStatus, PaymentSummary, Tracking } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import { Button, ContactUs, ErrorSummary, InsetText, SummaryList } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { wordsHere } from "../words/speech.tsx";
import { Column, CouncilPage } from "./council-page.tsx";

export interface PaymentPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly tracking: Tracking;
  /** As the provider has it; for whoever has the reference alone, what anyone may know. */
  readonly payment: (PaymentSummary | Payment) & {
    readonly status: Exclude<PaymentStatus, "paid">;
  };
  /** Whether the browser is being sent on to pay. */
  readonly leaving: boolean;
  /** Whether the payment could not be started just now. */
  readonly trouble: boolean;
}

/** Say how far a payment is that is not made, and offer to make it. */
export function PaymentPage(props: PaymentPageProps) {
  const { council, look, tracking, payment, leaving, trouble } = props;
  const words = council.words.payment;
  const { title, text } = leaving ? words.leaving : words.states[payment.status];
  const { reference } = tracking;
  return (
    <CouncilPage council={council} look={look} title={title} faults={trouble} current="track">
      <Column>
        {trouble && <ErrorSummary errorList={[{ content: words.trouble }]} />}
        <span class="govuk-caption-l">{tracking.serviceTitle}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{text}</p>
        <SummaryList
          rows={[
            { key: words.yourReference, value: reference },
            { key: words.for, value: payment.title },
            { key: words.amount, value: pounds(payment.amountPence) },
          ]}
        />
        <WayOn {...props} />
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.tracking(reference)}>
            {words.follow}
          </a>
        </p>
        {council.brand.contact && <ContactUs {...council.brand.contact} />}
      </Column>
    </CouncilPage>
  );
}

function WayOn({ council, tracking, payment }: PaymentPageProps) {
  const address = council.at.payment(tracking.reference);
  const words = council.words.payment;
  if (!tracking.complete) return <InsetText>{words.toPay(council.brand.name)}</InsetText>;
  if (payment.status === "submitted") return <Button href={address}>{words.checkAgain}</Button>;
  if ("nextUrl" in payment && payment.nextUrl !== undefined)
    return <Button href={payment.nextUrl}>{words.leaving.title}</Button>;
  return <PayForm address={address} again={payment.status !== "new"} />;
}

function PayForm({ address, again }: { address: string; again: boolean }) {
  const words = wordsHere().payment;
  return (
    <form method="post" action={address}>
      <Button preventDoubleClick>{again ? words.payAgain : words.leaving.title}</Button>
    </form>
  );
}
