import type { Document, LedgerDelivery, Message, ProcessLedger } from "@guildhall/contract";
import { BackLink, sayTime } from "@guildhall/ui";
import { AskForMore } from "./ask-for-more.tsx";
import { Attempts } from "./attempts.tsx";
import { GotInTouch } from "./contact-page.tsx";
import { StateTag, sayOperation } from "./delivery-words.tsx";
import type { Frame } from "./frame.ts";
import { LedgerChart } from "./ledger-chart.tsx";
import { OfficePage } from "./office-page.tsx";
import { ScrollTable } from "./scroll-table.tsx";
import { SentFiles } from "./sent-files.tsx";

export interface LedgerPageProps extends Frame {
  readonly ledger: ProcessLedger;
  /** The files that came with it, for whoever may read them. */
  readonly files: readonly Document[];
}

/** All that was said to the outside of one request. */
export function LedgerPage(props: LedgerPageProps) {
  const { office, desk, ledger, files } = props;
  const title = `${ledger.reference}: ${ledger.serviceTitle}`;
  return (
    <OfficePage
      {...props}
      title={title}
      current="deliveries"
      beforeContent={<BackLink href={office.at.deliveries} />}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Received {sayTime(ledger.receivedAt)}</p>
      {desk.scopes.has("tasks:read") && (
        <p class="govuk-body">
          <a class="govuk-link" href={office.at.case(ledger.process)}>
            See all of this request
          </a>
        </p>
      )}
      {desk.scopes.has("notes:write") && <AskForMore office={office} process={ledger.process} />}
      {desk.scopes.has("notes:write") && <GotInTouch office={office} process={ledger.process} />}
      <SentFiles office={office} process={ledger.process} files={files} />
      <LedgerChart ledger={ledger} />
      {ledger.destinations.map((destination) => (
        <section>
          <h2 class="govuk-heading-m">
            To {destination.name}
            {destination.reference && `, where it is ${destination.reference}`}
          </h2>
          {destination.deliveries.map((delivery) => (
            <OneDelivery {...props} delivery={delivery} />
          ))}
        </section>
      ))}
      {ledger.destinations.length === 0 && (
        <p class="govuk-body">No back office is told of this request.</p>
      )}
      <h2 class="govuk-heading-m">What the resident was told</h2>
      <Told messages={ledger.messages} />
      {ledger.webhooks.length > 0 && <Webhooks ledger={ledger} />}
    </OfficePage>
  );
}

function OneDelivery({ office, delivery }: LedgerPageProps & { delivery: LedgerDelivery }) {
  return (
    <div class="console-lane">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={office.at.delivery(delivery.id)}>
          {sayOperation(delivery.operation)}, {sayTime(delivery.createdAt)}
        </a>
      </h3>
      <p class="govuk-body">
        <StateTag state={delivery.state} />
        {delivery.lastCodeText && ` ${delivery.lastCodeText}.`}
      </p>
      {delivery.history.length > 0 && <Attempts history={delivery.history} />}
    </div>
  );
}

/** What a resident was told, and what became of it. */
export function Told({ messages }: { messages: readonly Message[] }) {
  if (messages.length === 0) return <p class="govuk-body">They were not written to.</p>;
  return (
    <ScrollTable
      label="What the resident was told"
      named={false}
      head={["When", "What", "How", "State"]}
      rows={messages.map((message) => [
        sayTime(message.settledAt ?? message.at),
        messageWords[message.purpose] ?? message.purpose,
        channelWords[message.channel] ?? message.channel,
        message.fate ? fateWords[message.fate] : <StateTag state={message.state} />,
      ])}
    />
  );
}

const channelWords: Readonly<Record<string, string>> = {
  email: "Email",
  sms: "Text message",
};

/** What became of it since it was handed over, as its carrier says. */
const fateWords: Readonly<Record<NonNullable<Message["fate"]>, string>> = {
  sent: "Sent",
  received: "Received",
  bounced: "It came back: they have not been told this way",
};

const messageWords: Readonly<Record<string, string>> = {
  started: "We have your request",
  paid: "We have your payment",
  "payment-due": "Please pay",
  "note-added": "There is a note",
  "stage-changed": "It has moved on",
  completed: "It has ended",
  reopened: "It is taken up again",
  "information-asked": "We need one more thing",
  "information-due": "We still need one more thing",
  "information-over": "The time to answer is over",
};

function Webhooks({ ledger }: { ledger: ProcessLedger }) {
  return (
    <>
      <h2 class="govuk-heading-m">Who else was told</h2>
      <ScrollTable
        label="Who else was told"
        named={false}
        head={["When", "Event", "State"]}
        rows={ledger.webhooks.map((webhook) => [
          sayTime(webhook.createdAt),
          webhook.event,
          <StateTag state={webhook.state} />,
        ])}
      />
    </>
  );
}
