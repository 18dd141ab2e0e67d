import { Button, Select, Tag } from "@guildhall/ui";
import type { Addresses } from "../addresses.ts";
import type { StatusSearch } from "./status-groups.ts";

/** A back office, and how many of its statuses are known and unexplained. */
export interface StatusOffice {
  readonly id: string;
  readonly name: string;
  readonly statuses: number;
  readonly unmapped: number;
}

export interface StatusFiltersProps {
  readonly at: Addresses;
  readonly connectors: readonly StatusOffice[];
  readonly connector: string | undefined;
  readonly services: readonly { readonly id: string; readonly title: string }[];
  readonly search: StatusSearch;
}

/** Each back office with how it stands, to choose one. */
export function StatusOffices({ at, connectors, connector }: StatusFiltersProps) {
  if (connectors.length < 2) return null;
  return (
    <ul class="console-cards">
      {connectors.map(({ id, name, statuses, unmapped }) => (
        <li>
          <p class="govuk-body govuk-!-font-weight-bold">
            <a
              class="govuk-link"
              href={at.statusesOf({ connector: id })}
              aria-current={id === connector ? "page" : undefined}
            >
              {name} ({id})
            </a>
          </p>
          <p class="govuk-body-s">
            {sayStatuses(statuses)}
            {id === connector && ", shown below"}
          </p>
          {unmapped > 0 && <Tag classes="govuk-tag--red">{unmapped} without a meaning</Tag>}
        </li>
      ))}
    </ul>
  );
}

function sayStatuses(count: number): string {
  if (count === 0) return "No status is known";
  return count === 1 ? "1 status" : `${count} statuses`;
}

const shows = [
  { value: "", content: "All" },
  { value: "unmapped", content: "Without a meaning" },
  { value: "came", content: "Came in 90 days" },
];

/** What of one back office is looked for. */
export function StatusFilters({ at, connector, services, search }: StatusFiltersProps) {
  return (
    <form method="get" action={at.statuses} class="console-filters">
      <input type="hidden" name="connector" value={connector} />
      <Select name="show" label="Statuses" items={shows} value={search.show} />
      <Select
        name="service"
        label="Service"
        items={[
          { value: "", content: "All services" },
          ...services.map(({ id, title }) => ({ value: id, content: title })),
        ]}
        value={search.service}
      />
      <Button classes="govuk-button--secondary">Show</Button>
    </form>
  );
}
