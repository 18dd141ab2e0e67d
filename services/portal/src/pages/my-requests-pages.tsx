import type { MyRequest, TenantSummary } from "@guildhall/contract";
import { Button, ErrorSummary, Input, Table } from "@guildhall/ui";
import { type Addresses, addressesBeside } from "../addresses.ts";
import type { Council, Look } from "../environment.ts";
import { sayDay } from "../words/dates.ts";
import { Linked } from "../words/linked.tsx";
import { Column, CouncilPage } from "./council-page.tsx";

interface Common {
  readonly council: Council;
  readonly look: Look;
}

const formId = "my-requests-form";

/** Ask where the link is to be sent. */
export function AskForMyRequestsPage(props: Common & { email: string; fault?: string }) {
  const { council, look, email, fault } = props;
  const words = council.words.myRequests;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={words.title}
      faults={fault !== undefined}
      form={formId}
      current="track"
    >
      <Column>
        {fault !== undefined && <ErrorSummary errorList={[{ href: "#email", content: fault }]} />}
        <h1 class="govuk-heading-l">{words.title}</h1>
        <p class="govuk-body">{words.lead}</p>
        <form id={formId} method="post" action={council.at.myRequests} novalidate>
          <Input
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            spellcheck={false}
            label={words.email}
            hint={words.hint}
            value={email}
            errorMessage={fault}
          />
          <Button preventDoubleClick>{words.send}</Button>
        </form>
      </Column>
    </CouncilPage>
  );
}

/** Say what happens now, which is the same for every address. */
export function MyRequestsAskedPage({ council, look }: Common) {
  const words = council.words.myRequests.asked;
  return (
    <CouncilPage council={council} look={look} title={words.title}>
      <Column>
        <h1 class="govuk-heading-l">{words.title}</h1>
        <p class="govuk-body">{words.sent}</p>
        <p class="govuk-body">{words.nothing}</p>
      </Column>
    </CouncilPage>
  );
}

/** Say that a link is over, or was never one, and where there is another. */
export function MyRequestsExpiredPage({ council, look }: Common) {
  const words = council.words.myRequests.expired;
  return (
    <CouncilPage council={council} look={look} title={words.title}>
      <Column>
        <h1 class="govuk-heading-l">{words.title}</h1>
        <p class="govuk-body">{words.text}</p>
        <Button href={council.at.myRequests}>{words.again}</Button>
      </Column>
    </CouncilPage>
  );
}

/** What one council has of somebody. */
export interface RequestsAt {
  readonly tenant: Pick<TenantSummary, "id" | "name">;
  readonly requests: readonly MyRequest[];
}

interface ListProps extends Common {
  readonly found: readonly RequestsAt[];
  readonly unasked: readonly RequestsAt["tenant"][];
}

/** As many as one council names. */
const mostNamed = 100;

/** Show what somebody has sent, council by council. */
export function MyRequestsPage({ council, look, found, unasked }: ListProps) {
  const words = council.words.myRequests.list;
  const isCut = found.some(({ requests }) => requests.length >= mostNamed);
  return (
    <CouncilPage council={council} look={look} title={words.title}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{found.length === 0 ? words.none : words.caption}</p>
      {isCut && <p class="govuk-body">{words.most}</p>}
      {found.map((one) => (
        <RequestsTable council={council} {...one} />
      ))}
      <Unasked council={council} unasked={unasked} />
      <p class="govuk-body">
        <Linked text={words.other} to={{ again: council.at.myRequests }} />
      </p>
      <p class="govuk-body">{words.until}</p>
    </CouncilPage>
  );
}

function RequestsTable({ council, tenant, requests }: RequestsAt & { council: Council }) {
  const words = council.words.myRequests.list;
  const at = addressesAt(council, tenant.id);
  return (
    <>
      <h2 class="govuk-heading-m">{tenant.name}</h2>
      <Table
        head={[{ content: words.request }, { content: words.where }]}
        rows={requests.map((request) => rowOf(council, at, request))}
      />
    </>
  );
}

function rowOf(council: Council, at: Addresses, request: MyRequest) {
  const { reference, serviceTitle, status, stage, trackingKey, receivedAt } = request;
  const lang = request.language === council.language ? undefined : request.language;
  const query = new URLSearchParams({ key: trackingKey });
  const words = council.words.myRequests.list;
  return [
    {
      content: (
        <>
          <a class="govuk-link" href={`${at.tracking(reference)}?${query}`}>
            {reference}
          </a>
          <br />
          <span lang={lang}>{serviceTitle}</span>
          <br />
          {words.sent(sayDay(receivedAt, council.language))}
        </>
      ),
    },
    {
      content: (
        <>
          <span lang={lang}>{stage}</span>
          {status !== "open" && (
            <>
              <br />
              {words.ended}
            </>
          )}
        </>
      ),
    },
  ];
}

/** Where the requests of a council are tracked: here, or at the platform's address, which leads on to its own domain. */
function addressesAt({ tenant, at, language }: Council, id: string): Addresses {
  return id === tenant.id ? at : addressesBeside(at, id, language);
}

function Unasked({ council, unasked }: Pick<ListProps, "council" | "unasked">) {
  if (unasked.length === 0) return null;
  return (
    <>
      <p class="govuk-body">{council.words.myRequests.list.unasked}</p>
      <ul class="govuk-list govuk-list--bullet">
        {unasked.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
    </>
  );
}
