import type { DeliveryContents, DeliveryDetail, Document } from "@guildhall/contract";
import {
  BackLink,
  Button,
  Details,
  Input,
  Radios,
  SummaryList,
  sayTime,
  Textarea,
} from "@guildhall/ui";
import { Attempts, ShownDocument } from "./attempts.tsx";
import { isStuck, StateTag, sayOperation } from "./delivery-words.tsx";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Faults, Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { SentFiles } from "./sent-files.tsx";

export interface DeliveryPageProps extends Frame {
  readonly delivery: DeliveryDetail;
  /** The files of its request, for whoever may read them. */
  readonly files: readonly Document[];
  readonly once: string;
  readonly faults: Faults;
  /** The whole, where it was asked for with a reason. */
  readonly contents?: DeliveryContents | undefined;
}

/** One delivery: how it stands, what can be done about it, and all that was tried. */
export function DeliveryPage(props: DeliveryPageProps) {
  const { office, delivery, files, faults, contents } = props;
  const title = `${sayOperation(delivery.operation)} to ${delivery.connectorName}`;
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="deliveries"
      beforeContent={<BackLink href={office.at.deliveries} />}
    >
      <FaultSummary faults={faults} />
      <h1 class="govuk-heading-l">{title}</h1>
      <StateTag state={delivery.state} />
      <SummaryList classes="govuk-!-margin-top-4" rows={rowsOf(props)} />
      <WhatToDo {...props} />
      <h2 class="govuk-heading-m">What was tried</h2>
      <Attempts history={contents?.history ?? delivery.history} />
      <ShownDocument
        document={contents?.document ?? delivery.document}
        summary="What every attempt sends"
      />
      {!contents && <ReadWhole {...props} />}
      <SentFiles office={office} process={delivery.process} files={files} />
    </OfficePage>
  );
}

function rowsOf({ office, desk, delivery }: DeliveryPageProps) {
  const { processReference, serviceTitle, reference, lastCodeText, faults = [] } = delivery;
  return [
    {
      key: "Request",
      value: (
        <a class="govuk-link" href={office.at.ledger(delivery.process)}>
          {processReference}: {serviceTitle}
        </a>
      ),
    },
    desk.scopes.has("tasks:read") && {
      key: "Case",
      value: (
        <a class="govuk-link" href={office.at.case(delivery.process)}>
          See all of this request
        </a>
      ),
    },
    reference !== undefined && { key: "Their reference", value: reference },
    delivery.nextAt !== undefined && { key: "Tried next", value: sayTime(delivery.nextAt) },
    lastCodeText !== undefined && {
      key: "Why",
      value: (
        <>
          {lastCodeText} <code class="console-code">{delivery.lastCode}</code>
        </>
      ),
    },
    faults.length > 0 && {
      key: "Rows at fault",
      value: (
        <ul class="govuk-list govuk-list--bullet">
          {faults.map(({ target, sentence }) => (
            <li>
              <code class="console-code">{target}</code>: {sentence}
            </li>
          ))}
        </ul>
      ),
    },
    delivery.writtenBy !== undefined && {
      key: "Written by",
      value: `Version ${delivery.writtenBy} of the service`,
    },
  ];
}

function WhatToDo(props: DeliveryPageProps) {
  const { delivery, desk } = props;
  const mends = desk.scopes.has("deliveries:write");
  const waits = delivery.state === "pending";
  if (!delivery.advice && !waits) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What to do</h2>
      <p class="govuk-body">{delivery.advice ?? "Nothing: it is sent by itself."}</p>
      {mends && waits && <SendNow {...props} />}
      {mends && isStuck(delivery.state) && <Mend {...props} />}
    </>
  );
}

/** For whoever knows that the back office is there again, and does not want to wait for the next try. */
function SendNow({ office, delivery, once }: DeliveryPageProps) {
  return (
    <form method="post" action={`${office.at.delivery(delivery.id)}/hasten`}>
      <input type="hidden" name="once" value={once} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Send it now
      </Button>
    </form>
  );
}

function Mend(props: DeliveryPageProps) {
  const { office, delivery, once } = props;
  const at = office.at.delivery(delivery.id);
  return (
    <>
      <div class="console-actions">
        <form method="post" action={`${at}/retry`}>
          <input type="hidden" name="once" value={once} />
          <Button preventDoubleClick>Send it again as it was</Button>
        </form>
        {delivery.operation === "create" && (
          <Button
            href={office.at.newReplay({ ids: delivery.id })}
            classes="govuk-button--secondary"
          >
            See what would be sent now
          </Button>
        )}
      </div>
      <Handled {...props} />
      <HandOver {...props} />
    </>
  );
}

function Handled({ office, delivery, once, faults }: DeliveryPageProps) {
  return (
    <Details summary="I have dealt with it in another way" open={faults.reason !== undefined}>
      <form method="post" action={`${office.at.delivery(delivery.id)}/handled`} novalidate>
        <input type="hidden" name="once" value={once} />
        <Textarea
          name="reason"
          label="What was done"
          hint="It becomes a note that only staff see"
          errorMessage={faults.reason}
        />
        <Input name="reference" label="Their reference, where there is one (optional)" />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Mark it as dealt with
        </Button>
      </form>
    </Details>
  );
}

function HandOver({ office, delivery, once, faults }: DeliveryPageProps) {
  const isOpen = faults.team !== undefined || faults.words !== undefined;
  return (
    <Details summary="Give it to a team" open={isOpen}>
      <form method="post" action={`${office.at.delivery(delivery.id)}/hand-over`} novalidate>
        <input type="hidden" name="once" value={once} />
        <Input name="team" label="Team" errorMessage={faults.team} />
        <Textarea name="words" label="What they are to do" errorMessage={faults.words} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Make it their task
        </Button>
      </form>
    </Details>
  );
}

/** Why somebody reads the whole: the audit trail keeps it. */
export const readingReasons = {
  "find-a-fault": "To find out what is wrong",
  "ask-the-back-office": "To ask the back office about it",
  "answer-the-citizen": "To answer the resident",
} as const;

function ReadWhole({ office, desk, delivery, faults }: DeliveryPageProps) {
  if (!desk.scopes.has("processes:read")) return null;
  return (
    <Details summary="Read the whole, unhidden" open={faults.why !== undefined}>
      <form method="post" action={`${office.at.delivery(delivery.id)}/contents`} novalidate>
        <Radios
          name="why"
          fieldset={{ legend: { content: "Why do you need it?" } }}
          hint="The audit trail keeps who read it, when and why"
          items={Object.entries(readingReasons).map(([value, content]) => ({ value, content }))}
          value=""
          errorMessage={faults.why}
        />
        <Button classes="govuk-button--secondary">Show the whole</Button>
      </form>
    </Details>
  );
}
