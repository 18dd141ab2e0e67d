import type { Delivery, DeliveryGroup, DeliveryReplay } from "@guildhall/contract";
import { Button, Input, InsetText, Select, sayTime } from "@guildhall/ui";
import { number, StateTag, sayCount, sayOperation, stateItems } from "./delivery-words.tsx";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { More, ScrollTable } from "./scroll-table.tsx";

/** What is looked for, as the address of the page has it. */
export interface DeliverySearch {
  readonly state: string;
  readonly connector: string;
  readonly code: string;
}

export interface DeliveriesPageProps extends Frame {
  readonly groups: readonly DeliveryGroup[];
  readonly search: DeliverySearch;
  readonly deliveries: readonly Delivery[];
  /** The latest, however they went. */
  readonly replays: readonly DeliveryReplay[];
  readonly more: string | undefined;
}

/** What is owed to back offices: first what waits for a person, by what is wrong, and then each delivery. */
export function DeliveriesPage(props: DeliveriesPageProps) {
  const title = "Deliveries";
  return (
    <OfficePage {...props} title={title} current="deliveries">
      <h1 class="govuk-heading-l">{title}</h1>
      <h2 class="govuk-heading-m">What waits for you</h2>
      {props.groups.length === 0 ? (
        <InsetText>
          Nothing waits for you. What could not be sent yet is tried again by itself.
        </InsetText>
      ) : (
        <ul class="console-cards">
          {props.groups.map((group) => (
            <Group {...props} group={group} />
          ))}
        </ul>
      )}
      {props.replays.length > 0 && <Replays {...props} />}
      <h2 class="govuk-heading-m">Each delivery</h2>
      <Filters {...props} />
      <DeliveryList {...props} />
      <More href={props.more} />
    </OfficePage>
  );
}

function Group({ office, desk, group }: DeliveriesPageProps & { group: DeliveryGroup }) {
  const { connector, connectorName, code, state, count } = group;
  const those = { connector, state, ...(code === undefined ? {} : { code }) };
  const mends = desk.scopes.has("deliveries:write");
  return (
    <li>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{group.codeText}</h3>
      <StateTag state={state} />
      <p class="govuk-body-s">
        {number.format(count)} to {connectorName}, the first {sayTime(group.oldestAt)}
      </p>
      <p class="govuk-body-s">{group.advice}</p>
      <p class="govuk-body-s">
        <a class="govuk-link" href={office.at.deliveriesOf(those)}>
          See {count === 1 ? "it" : `all ${number.format(count)}`}
          <span class="govuk-visually-hidden">: {group.codeText}</span>
        </a>
      </p>
      {mends && (
        <p class="govuk-body-s">
          <a class="govuk-link" href={office.at.newReplay(those)}>
            See what would be sent now, and replay
            <span class="govuk-visually-hidden">: {group.codeText}</span>
          </a>
        </p>
      )}
    </li>
  );
}

function Replays({ office, replays }: DeliveriesPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Sent again lately</h2>
      <ScrollTable
        label="Sent again lately"
        named={false}
        head={["When", "By", "How many"]}
        numeric={[2]}
        rows={replays.map((replay) => [
          <a class="govuk-link" href={office.at.replay(replay.id)}>
            {sayTime(replay.at)}
          </a>,
          replay.by,
          number.format(replay.replayed),
        ])}
      />
    </>
  );
}

function Filters({ office, search }: DeliveriesPageProps) {
  return (
    <form method="get" action={office.at.deliveries} class="console-filters">
      <Select
        name="state"
        label="State"
        items={[{ value: "", content: "Any" }, ...stateItems]}
        value={search.state}
      />
      <Input name="connector" label="Connector" value={search.connector} spellcheck={false} />
      <Input name="code" label="Code" value={search.code} spellcheck={false} />
      <Button classes="govuk-button--secondary">Search</Button>
    </form>
  );
}

function DeliveryList({ office, deliveries, more }: DeliveriesPageProps) {
  if (deliveries.length === 0)
    return more === undefined ? (
      <p class="govuk-body">No delivery fits.</p>
    ) : (
      <p class="govuk-body">None of the newest fits.</p>
    );
  return (
    <>
      <p class="govuk-body">{sayCount(deliveries.length)}, the newest first.</p>
      <ScrollTable
        label="Each delivery"
        named={false}
        head={["Request", "State", "What", "Why"]}
        rows={deliveries.map((one) => [
          <>
            <a class="govuk-link" href={office.at.delivery(one.id)}>
              {one.processReference ?? one.id}
            </a>
            <span class="console-under">{sayTime(one.createdAt)}</span>
          </>,
          <StateTag state={one.state} />,
          `${sayOperation(one.operation)} to ${one.connector}`,
          one.lastCodeText ?? "",
        ])}
      />
    </>
  );
}
