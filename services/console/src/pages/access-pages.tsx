import type { AccessRequest, AccessState } from "@guildhall/contract";
import { BackLink, Button, Paragraphs, SummaryList, Tag, Textarea } from "@guildhall/ui";
import { ConfirmPage } from "./confirm-page.tsx";
import { anyFault, FaultSummary } from "./fault-summary.tsx";
import type { Frame } from "./frame.ts";
import { Months } from "./months.tsx";
import { Networks } from "./networks.tsx";
import { Column, OfficePage } from "./office-page.tsx";
import { sayDay } from "./say-day.ts";
import { ScopeBoxes, ScopeList } from "./scope-list.tsx";
import { More, ScrollTable } from "./scroll-table.tsx";

const states: Record<AccessState, { text: string; colour: string }> = {
  waiting: { text: "Waiting for you", colour: "yellow" },
  approved: { text: "Approved", colour: "blue" },
  collected: { text: "Key collected", colour: "green" },
  refused: { text: "Refused", colour: "red" },
  "test-only": { text: "Test key only", colour: "grey" },
};

export type AccessListPageProps = Frame & {
  requests: readonly AccessRequest[];
  more: string | undefined;
};

/** Who has asked for access; what waits to be decided comes first. */
export function AccessListPage(props: AccessListPageProps) {
  const { office, requests } = props;
  const title = "Requests for access";
  const waitingFirst = requests.toSorted((a, b) => rank(a) - rank(b));
  return (
    <OfficePage {...props} title={title} current="access">
      <h1 class="govuk-heading-l">{title}</h1>
      {requests.length === 0 ? (
        <p class="govuk-body">
          Nobody has asked yet. Organisations ask on{" "}
          <a class="govuk-link" href={`/c/${office.tenant.id}/developers`}>
            your page for developers
          </a>
          .
        </p>
      ) : (
        <ScrollTable
          label={title}
          head={["Organisation", "Asked on", "For", "State"]}
          rows={waitingFirst.map((request) => [
            <a class="govuk-link" href={office.at.accessRequest(request.id)}>
              {request.organisation}
            </a>,
            sayDay(request.askedAt),
            kinds[request.kind],
            <StateTag state={request.state} />,
          ])}
        />
      )}
      <More href={props.more} />
    </OfficePage>
  );
}

const kinds = { vendor: "Its software", partner: "Its own services" };

function rank({ state }: AccessRequest): number {
  return state === "waiting" ? 0 : 1;
}

function StateTag({ state }: { state: AccessState }) {
  const { text, colour } = states[state];
  return <Tag classes={`govuk-tag--${colour}`}>{text}</Tag>;
}

/** What was entered to decide a request, and what is wrong with it. */
export interface Decision {
  readonly scopes?: readonly string[];
  readonly addresses?: string;
  readonly months?: string;
  readonly reason?: string;
  readonly faults: Readonly<Partial<Record<"scopes" | "addresses" | "months" | "reason", string>>>;
}

export type AccessRequestPageProps = Frame & {
  request: AccessRequest;
  decision: Decision;
  /** Names the forms, so that a second press decides once. */
  once: string;
};

/** One request: who asks, for what, and where it is still open, the forms that decide it. */
export function AccessRequestPage(props: AccessRequestPageProps) {
  const { office, desk, request, decision } = props;
  const decides = request.state === "waiting" && desk.scopes.has("keys:write");
  return (
    <OfficePage
      {...props}
      title={request.organisation}
      faults={anyFault(decision.faults)}
      current="access"
      beforeContent={<BackLink href={office.at.access} />}
    >
      <Column>
        <FaultSummary faults={decision.faults} />
        <h1 class="govuk-heading-l">{request.organisation}</h1>
        <StateTag state={request.state} />
        <SummaryList classes="govuk-!-margin-top-4" rows={rowsOf(request)} />
        {decides && <ApproveForm {...props} />}
        {decides && <RefuseForm {...props} />}
        {desk.scopes.has("keys:write") && (
          <p class="govuk-body">
            Is its test key used for something else?{" "}
            <a class="govuk-link" href={office.at.endTestKey(request.id)}>
              End the test key
            </a>
          </p>
        )}
      </Column>
    </OfficePage>
  );
}

/** Ask again before a test key is ended. */
export function EndTestKeyPage(props: Frame & { id: string; organisation: string; once: string }) {
  const { office, id, organisation } = props;
  return (
    <ConfirmPage
      {...props}
      area="access"
      title={`Do you want to end the test key of ${organisation}?`}
      action={office.at.endTestKey(id)}
      button="End the test key"
      back={office.at.accessRequest(id)}
    >
      <p class="govuk-body">
        It stops at once and cannot be given back. What becomes of the request does not change.
      </p>
    </ConfirmPage>
  );
}

function rowsOf(request: AccessRequest) {
  const { granted, reason, decidedBy, decidedAt } = request;
  return [
    { key: "Purpose", value: <Paragraphs text={request.purpose} /> },
    { key: "Asks to", value: <ScopeList scopes={request.scopes} /> },
    { key: "Contact", value: `${request.contact.name}, ${request.contact.email}` },
    { key: "Asked on", value: sayDay(request.askedAt) },
    granted && { key: "May", value: <ScopeList scopes={granted.scopes} /> },
    reason !== undefined && { key: "Refused because", value: <Paragraphs text={reason} /> },
    decidedAt !== undefined && {
      key: "Decided",
      value: `${sayDay(decidedAt)}${decidedBy === undefined ? "" : ` by ${decidedBy}`}`,
    },
  ];
}

function ApproveForm({ office, request, decision, once }: AccessRequestPageProps) {
  const { scopes = request.scopes, addresses = "", months = "12", faults } = decision;
  return (
    <form method="post" action={`${office.at.accessRequest(request.id)}/approve`} novalidate>
      <h2 class="govuk-heading-m">Approve</h2>
      <input type="hidden" name="once" value={once} />
      <ScopeBoxes
        offered={request.scopes}
        hint="Take away what its purpose does not need. Nothing can be added."
        values={scopes}
        fault={faults.scopes}
      />
      <Months value={months} fault={faults.months} />
      <Networks value={addresses} fault={faults.addresses} />
      <p class="govuk-body">
        We write to {request.contact.email} that the key can be collected. The key is not in the
        letter.
      </p>
      <Button preventDoubleClick>Approve</Button>
    </form>
  );
}

function RefuseForm({ office, request, decision, once }: AccessRequestPageProps) {
  return (
    <form method="post" action={`${office.at.accessRequest(request.id)}/refuse`} novalidate>
      <h2 class="govuk-heading-m">Refuse</h2>
      <input type="hidden" name="once" value={once} />
      <Textarea
        name="reason"
        id="reason"
        label="Why"
        hint="The applicant reads this"
        rows="3"
        value={decision.reason ?? ""}
        errorMessage={decision.faults.reason}
      />
      <Button classes="govuk-button--warning" preventDoubleClick>
        Refuse
      </Button>
    </form>
  );
}
