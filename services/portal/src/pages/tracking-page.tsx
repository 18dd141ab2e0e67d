import type { Document, Tracking } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import {
  Button,
  ContactUs,
  InsetText,
  NotificationBanner,
  SummaryList,
  sayTime,
  Tag,
  Timeline,
} from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { sayWeekday } from "../words/dates.ts";
import { Column, CouncilPage } from "./council-page.tsx";
import { EndedRequest } from "./ended-request.tsx";
import { KeepCopy } from "./keep-copy.tsx";
import { OneMoreThing } from "./one-more-thing.tsx";
import { SentFiles } from "./sent-files.tsx";
import { AddHere, Destinations, LivePart, Stages, WhatIsNext } from "./tracking-parts.tsx";

interface TrackingProps {
  readonly council: Council;
  readonly look: Look;
  readonly tracking: Tracking;
  /** Whether something was added to it just now. */
  readonly added?: boolean;
}

const tones = {
  open: "govuk-tag--blue",
  completed: "govuk-tag--green",
  closed: "govuk-tag--grey",
  referred: "govuk-tag--grey",
} as const;

/** Tell where a request stands, what was done and by whom, and what comes next. */
export function TrackingPage({ council, look, tracking, added = false }: TrackingProps) {
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
        {added && <Added council={council} />}
        <span class="govuk-caption-l">{reference}</span>
        <h1 class="govuk-heading-l">{serviceTitle}</h1>
        <p class="govuk-visually-hidden" role="status" data-live-said></p>
        <LivePart council={council} tracking={tracking}>
          <p class="govuk-body-l" data-live-stage>
            <Tag classes={unpaid ? "govuk-tag--yellow" : tones[status]}>
              {unpaid ? words.notPaid : (tracking.ending?.title ?? stage.title)}
            </Tag>
          </p>
          <OneMoreThing council={council} tracking={tracking} />
          {unpaid && <Pay council={council} tracking={tracking} />}
          {!unpaid && !tracking.ending && <StageText stage={stage} />}
          <EndedRequest council={council} tracking={tracking} />
          {!unpaid && <WhatIsNext council={council} tracking={tracking} />}
          <Stages council={council} tracking={tracking} />
          <Facts council={council} tracking={tracking} />
          <Destinations council={council} tracking={tracking} />
          {!tracking.complete && <Reduced council={council} />}
          <AddHere council={council} tracking={tracking} />
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
        </LivePart>
        <script type="module" src={look.assets.live}></script>
        {council.brand.contact && <ContactUs {...council.brand.contact} />}
      </Column>
    </CouncilPage>
  );
}

function Added({ council }: Pick<TrackingProps, "council">) {
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">{council.words.adding.added}</p>
    </NotificationBanner>
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
  const { status, next, respondBy, receivedAt, targetText, payment } = tracking;
  const open = status === "open";
  const whereNow = open ? whereItIs(tracking) : undefined;
  return (
    <SummaryList
      rows={[
        { key: words.received, value: sayTime(receivedAt, language) },
        payment?.status === "paid" && {
          key: words.paid,
          value: words.paidFor(pounds(payment.amountPence), payment.title),
        },
        whereNow !== undefined && { key: words.whereNow, value: whereNow },
        open && { key: words.expect, value: targetText },
        open &&
          respondBy !== undefined &&
          next?.by !== respondBy && {
            key: words.respondBy,
            value: sayWeekday(respondBy, language),
          },
      ]}
    />
  );
}

/** Where its report is, unless its stage or the list of the places that it goes to says so already. */
function whereItIs({ delivery, destinations = [], documents, stage }: Tracking) {
  if (destinations.length > 1) return undefined;
  // Files that came with it may wait to be checked, and no stage says that.
  const hasFiles = documents.some(({ kind }) => kind === "evidence");
  if (delivery.state === "received" && stage.text && !hasFiles) return undefined;
  return delivery.text;
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
      <KeepCopy council={council} reference={reference} />
      <SentFiles council={council} reference={reference} files={files} />
    </>
  );
}
