import type { Payment, PaymentStatus, PaymentSummary, Tracking } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import { Button, ContactUs, ErrorSummary, InsetText, SummaryList } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { paymentWords } from "./payment-words.ts";

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

const sorry = "We could not start the payment just now. No money was taken. Try again in a minute.";

/** Say how far a payment is that is not made, and offer to make it. */
export function PaymentPage(props: PaymentPageProps) {
  const { council, look, tracking, payment, leaving, trouble } = props;
  const { title, text } = leaving ? goingOn : paymentWords[payment.status];
  const { reference } = tracking;
  return (
    <CouncilPage council={council} look={look} title={title} faults={trouble} current="track">
      <Column>
        {trouble && <ErrorSummary errorList={[{ content: sorry }]} />}
        <span class="govuk-caption-l">{tracking.serviceTitle}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{text}</p>
        <SummaryList
          rows={[
            { key: "Your reference", value: reference },
            { key: "For", value: payment.title },
            { key: "Amount", value: pounds(payment.amountPence) },
          ]}
        />
        <WayOn {...props} />
        <p class="govuk-body">
          <a class="govuk-link" href={council.at.tracking(reference)}>
            Follow your request
          </a>
        </p>
        {council.brand.contact && <ContactUs {...council.brand.contact} />}
      </Column>
    </CouncilPage>
  );
}

const goingOn = {
  title: "Continue to payment",
  text: "We have your answers. You pay on the secure page of our payment provider, and come back here.",
};

function WayOn({ council, tracking, payment }: PaymentPageProps) {
  const address = council.at.payment(tracking.reference);
  if (!tracking.complete) {
    return (
      <InsetText>
        To pay, open the link in the email that we sent you, or the one that you kept when you sent
        your answers. If you have neither, contact {council.brand.name} and give the reference.
      </InsetText>
    );
  }
  if (payment.status === "submitted") return <Button href={address}>Check again</Button>;
  if ("nextUrl" in payment && payment.nextUrl !== undefined)
    return <Button href={payment.nextUrl}>Continue to payment</Button>;
  return <PayForm address={address} again={payment.status !== "new"} />;
}

function PayForm({ address, again }: { address: string; again: boolean }) {
  return (
    <form method="post" action={address}>
      <Button preventDoubleClick>{again ? "Try to pay again" : "Continue to payment"}</Button>
    </form>
  );
}
