import type { Document, Tracking } from "@guildhall/contract";
import { ContactUs, InsetText, SummaryList, sayTime, Tag, Timeline } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { Column, CouncilPage } from "./council-page.tsx";

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

/** Tell where a report stands, what was done and by whom, and what comes next. */
export function TrackingPage({ council, look, tracking }: TrackingProps) {
  const { stage, status, serviceTitle, reference } = tracking;
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
          <Tag classes={tones[status]}>{stage.title}</Tag>
        </p>
        {stage.text && <p class="govuk-body">{stage.text}</p>}
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

function Facts({ tracking }: Pick<TrackingProps, "tracking">) {
  const { status, delivery, respondBy, receivedAt, targetText } = tracking;
  const open = status === "open";
  return (
    <SummaryList
      rows={[
        { key: "Received", value: sayTime(receivedAt) },
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
      that you kept when you sent the report. If you have neither, contact {council.brand.name} and
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
