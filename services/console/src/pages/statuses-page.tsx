import type { StatusCoverage } from "@guildhall/contract";
import { Details, InsetText, sayTime, Tag, WarningText } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { ScrollTable } from "./scroll-table.tsx";
import { StatusFilters, type StatusOffice, StatusOffices } from "./status-filters.tsx";
import {
  groupsOf,
  isUnmapped,
  rowsFor,
  type StatusGroup,
  type StatusMeaning,
  type StatusSearch,
} from "./status-groups.ts";

export interface StatusesPageProps extends Frame {
  /** Those with something to explain come first. */
  readonly connectors: readonly StatusOffice[];
  readonly connector: string | undefined;
  readonly search: StatusSearch;
  readonly statuses: readonly StatusCoverage[];
}

/** What each status of a back office means to citizens, and how often it comes. */
export function StatusesPage(props: StatusesPageProps) {
  const { office, connectors, connector, search, statuses } = props;
  const title = "Statuses";
  const chosen = connectors.find(({ id }) => id === connector);
  const filters = { at: office.at, connectors, connector, services: servicesOf(statuses), search };
  return (
    <OfficePage {...props} title={title} current="statuses">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        What the statuses of a back office mean to citizens: those it is known to have, and all that
        came from it in the last 90 days.
      </p>
      <StatusOffices {...filters} />
      {chosen && (
        <>
          <h2 class="govuk-heading-m">{chosen.name}</h2>
          <p class="govuk-body">
            <a class="govuk-link" href={office.at.drift(chosen.id)}>
              See whether it still takes what is sent to it
            </a>
          </p>
        </>
      )}
      <Unmapped count={chosen?.unmapped ?? 0} />
      {statuses.length === 0 ? (
        <InsetText>
          Nothing is known of its statuses, and none has come. Those that it has can be named in its
          connector, as <code class="console-code">knownStatuses</code>.
        </InsetText>
      ) : (
        <>
          <StatusFilters {...filters} />
          <Statuses groups={groupsOf(rowsFor(search, statuses))} />
        </>
      )}
    </OfficePage>
  );
}

function servicesOf(statuses: readonly StatusCoverage[]) {
  return [...new Map(statuses.map((one) => [one.service, one.serviceTitle]))]
    .map(([id, title]) => ({ id, title }))
    .toSorted((one, other) => one.title.localeCompare(other.title, "en-GB"));
}

function Unmapped({ count }: { count: number }) {
  if (count === 0) return null;
  const which = count === 1 ? "One status means" : `${count} statuses mean`;
  return (
    <WarningText>
      {which} nothing here yet. Add a row for each to the status table of the service or of the
      connector; the cases that stand at it follow by themselves.
    </WarningText>
  );
}

function Statuses({ groups }: { groups: readonly StatusGroup[] }) {
  if (groups.length === 0) return <p class="govuk-body">None fits.</p>;
  const most = Math.max(...groups.map(({ count }) => count), 1);
  return (
    <ScrollTable
      label="Statuses"
      head={["Status", "What the citizen reads", "Came"]}
      rows={groups.map((group) => [
        <Code {...group} />,
        <Meanings meanings={group.meanings} />,
        <Came group={group} most={most} />,
      ])}
    />
  );
}

/** What people call it comes first; the code is for whoever has to look it up. */
function Code({ external, text }: StatusGroup) {
  const code = <code class="console-code">{external}</code>;
  if (text === undefined || text === external) return code;
  return (
    <>
      {text}
      <span class="console-under">{code}</span>
    </>
  );
}

/** What it means for most services; the rest, and which they are, are behind it. */
function Meanings({ meanings }: { meanings: readonly StatusMeaning[] }) {
  const [first, ...others] = meanings;
  if (!first) return null;
  const alone = others.length === 0 && first.services.length === 1;
  const all = meanings.flatMap(({ services }) => services).length;
  return (
    <>
      <Meaning {...first} />
      {alone ? (
        <span class="console-under">{first.services[0]}</span>
      ) : (
        <Details
          classes="govuk-!-margin-bottom-0"
          summary={
            others.length === 0 ? `${all} services` : `${first.services.length} of ${all} services`
          }
        >
          {meanings.map((one) => (
            <>
              <p class="govuk-body-s govuk-!-margin-bottom-1">
                <Meaning {...one} />
              </p>
              <ul class="govuk-list govuk-list--bullet govuk-body-s">
                {one.services.map((service) => (
                  <li>{service}</li>
                ))}
              </ul>
            </>
          ))}
        </Details>
      )}
    </>
  );
}

const ends = { completed: "ends it", closed: "closes it", referred: "refers it" } as const;

function Meaning({ state, stage, ends: end }: StatusMeaning) {
  if (state === "unmapped") return <Tag classes="govuk-tag--red">Nobody has said</Tag>;
  if (state === "silent") return <Tag classes="govuk-tag--grey">Nothing to the citizen</Tag>;
  return (
    <>
      {stage}
      {end !== undefined && `, and ${ends[end]}`}
    </>
  );
}

const width = 100;
const number = new Intl.NumberFormat("en-GB");

/** How often a status came, as a bar beside the number; one that came once is still seen. */
function Came({ group, most }: { group: StatusGroup; most: number }) {
  const { count, lastSeenAt } = group;
  if (lastSeenAt === undefined) return <>Not in 90 days</>;
  const long = Math.max((count / most) * width, 2);
  const colour = isUnmapped(group) ? "failed" : "ok";
  return (
    <>
      {number.format(count)}
      <svg class="console-measure" viewBox={`0 0 ${width} 8`} aria-hidden="true">
        <rect class={`console-bar--${colour}`} width={long} height={8} />
      </svg>
      <span class="console-under">last {sayTime(lastSeenAt)}</span>
    </>
  );
}
