import type { Document, Tracking } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import { Button, ContactUs, InsetText, SummaryList, sayTime, Tag, Timeline } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { paymentWords } from "./payment-words.ts";

interface TrackingProps {
  readonly council: Council;
  readonly look: Look;
  readonly tracking: Tracking;
}

const tones = {
  open: "govuk-tag--blue",
  completed: "govuk-tag--green",
  closed: "govuk-tag--grey",
  referred: "govuk-tag--grey",
} as const;

/** Tell where a request stands, what was done and by whom, and what comes next. */
export function TrackingPage({ council, look, tracking }: TrackingProps) {
  const { stage, status, serviceTitle, reference } = tracking;
  const unpaid = tracking.delivery.state === "awaiting-payment" && status === "open";
  return (
    <CouncilPage
      council={council}
      look={look}
      title={`${serviceTitle}: ${reference}`}
      current="track"
    >
      <Column>
        <span class="govuk-caption-l">{reference}</span>
        <h1 class="govuk-heading-l">{serviceTitle}</h1>
        <p class="govuk-body-l">
          <Tag classes={unpaid ? "govuk-tag--yellow" : tones[status]}>
            {unpaid ? "Not paid yet" : stage.title}
          </Tag>
        </p>
        {unpaid ? <Pay council={council} tracking={tracking} /> : <StageText stage={stage} />}
        <Facts tracking={tracking} />
        {!tracking.complete && <Reduced council={council} />}
        <h2 class="govuk-heading-m">What has happened</h2>
        <Timeline
          entries={tracking.timeline.map(({ at, title, text, author }) => ({
            at,
            title,
            text,
            by: author,
          }))}
        />
        <Documents council={council} reference={reference} documents={tracking.documents} />
        {council.brand.contact && <ContactUs {...council.brand.contact} />}
      </Column>
    </CouncilPage>
  );
}

function StageText({ stage }: Pick<Tracking, "stage">) {
  return stage.text ? <p class="govuk-body">{stage.text}</p> : null;
}

/** What has to be paid before anything is done, and the way there. */
function Pay({ council, tracking }: Pick<TrackingProps, "council" | "tracking">) {
  const { payment, reference } = tracking;
  if (!payment || payment.status === "paid") return null;
  const { text } = paymentWords[payment.status];
  const address = council.at.payment(reference);
  return (
    <>
      <p class="govuk-body">{text}</p>
      {payment.status === "submitted" ? (
        <Button href={address}>See your payment</Button>
      ) : (
        <form method="post" action={address}>
          <Button preventDoubleClick>Pay {pounds(payment.amountPence)}</Button>
        </form>
      )}
    </>
  );
}

function Facts({ tracking }: Pick<TrackingProps, "tracking">) {
  const { status, delivery, respondBy, receivedAt, targetText, payment } = tracking;
  const open = status === "open";
  return (
    <SummaryList
      rows={[
        { key: "Received", value: sayTime(receivedAt) },
        payment?.status === "paid" && {
          key: "Paid",
          value: `${pounds(payment.amountPence)} for “${payment.title}”`,
        },
        open && { key: "Where it is now", value: delivery.text },
        open && { key: "What to expect", value: targetText },
        open && respondBy !== undefined && { key: "We answer by", value: sayDay(respondBy) },
      ]}
    />
  );
}

function Reduced({ council }: Pick<TrackingProps, "council">) {
  return (
    <InsetText>
      To see notes and documents as well, open the link in the email that we sent you, or the one
      that you kept when you sent the request. If you have neither, contact {council.brand.name} and
      give the reference.
    </InsetText>
  );
}

function Documents(props: { council: Council; reference: string; documents: readonly Document[] }) {
  const { council, reference, documents } = props;
  if (documents.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Documents</h2>
      <ul class="govuk-list">
        {documents.map(({ id, kind, name }) => (
          <li>
            <a class="govuk-link" href={council.at.document(reference, id)}>
              {kind === "form" ? "What you sent us" : name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const ukDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

function sayDay(at: string): string {
  return ukDay.format(new Date(at)).replace(",", "");
}
