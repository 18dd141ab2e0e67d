import type { Document, Tracking } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import { Button, ContactUs, InsetText, SummaryList, sayTime, Tag, Timeline } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { sayWeekday } from "../words/dates.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { SentFiles } from "./sent-files.tsx";

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
  const words = council.words.tracking;
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
            {unpaid ? words.notPaid : stage.title}
          </Tag>
        </p>
        {unpaid ? <Pay council={council} tracking={tracking} /> : <StageText stage={stage} />}
        <Facts council={council} tracking={tracking} />
        {!tracking.complete && <Reduced council={council} />}
        <h2 class="govuk-heading-m">{words.happened}</h2>
        <Timeline
          lang={council.language}
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
  const { words } = council;
  const { text } = words.payment.states[payment.status];
  const address = council.at.payment(reference);
  return (
    <>
      <p class="govuk-body">{text}</p>
      {payment.status === "submitted" ? (
        <Button href={address}>{words.tracking.seePayment}</Button>
      ) : (
        <form method="post" action={address}>
          <Button preventDoubleClick>{words.tracking.pay(pounds(payment.amountPence))}</Button>
        </form>
      )}
    </>
  );
}

function Facts({ council, tracking }: Pick<TrackingProps, "council" | "tracking">) {
  const { language } = council;
  const words = council.words.tracking;
  const { status, delivery, respondBy, receivedAt, targetText, payment } = tracking;
  const open = status === "open";
  return (
    <SummaryList
      rows={[
        { key: words.received, value: sayTime(receivedAt, language) },
        payment?.status === "paid" && {
          key: words.paid,
          value: words.paidFor(pounds(payment.amountPence), payment.title),
        },
        open && { key: words.whereNow, value: delivery.text },
        open && { key: words.expect, value: targetText },
        open &&
          respondBy !== undefined && {
            key: words.respondBy,
            value: sayWeekday(respondBy, language),
          },
      ]}
    />
  );
}

function Reduced({ council }: Pick<TrackingProps, "council">) {
  return <InsetText>{council.words.tracking.reduced(council.brand.name)}</InsetText>;
}

function Documents(props: { council: Council; reference: string; documents: readonly Document[] }) {
  const { council, reference, documents } = props;
  const words = council.words.tracking;
  const form = documents.find(({ kind }) => kind === "form");
  const files = documents.filter(({ kind }) => kind === "evidence");
  if (!form) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.documents}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={council.at.document(reference, form.id)}>
          {words.whatYouSent}
        </a>
      </p>
      <SentFiles council={council} reference={reference} files={files} />
    </>
  );
}
