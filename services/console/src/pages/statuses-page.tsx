import type { StatusCoverage } from "@guildhall/contract";
import { Button, Details, InsetText, Select, sayTime, Tag, WarningText } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { ScrollTable } from "./scroll-table.tsx";
import { groupsOf, type StatusGroup } from "./status-groups.ts";

export interface StatusesPageProps extends Frame {
  readonly connectors: readonly { readonly id: string; readonly name: string }[];
  readonly connector: string | undefined;
  readonly statuses: readonly StatusCoverage[];
}

/** What each status of a back office means to citizens, and how often it comes. */
export function StatusesPage(props: StatusesPageProps) {
  const title = "Statuses";
  const groups = groupsOf(props.statuses);
  return (
    <OfficePage {...props} title={title} current="statuses">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        What the statuses of a back office mean to citizens: those it is known to have, and all that
        came from it in the last 90 days.
      </p>
      <Choose {...props} />
      {props.connector !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={props.office.at.drift(props.connector)}>
            See whether it still takes what is sent to it
          </a>
        </p>
      )}
      <Unmapped groups={groups} />
      <Statuses groups={groups} />
    </OfficePage>
  );
}

function Choose({ office, connectors, connector }: StatusesPageProps) {
  if (connectors.length < 2) return null;
  return (
    <form method="get" action={office.at.statuses} class="console-filters">
      <Select
        name="connector"
        label="Back office"
        items={connectors.map(({ id, name }) => ({ value: id, content: `${name} (${id})` }))}
        value={connector ?? ""}
      />
      <Button classes="govuk-button--secondary">Show</Button>
    </form>
  );
}

function Unmapped({ groups }: { groups: readonly StatusGroup[] }) {
  const codes = new Set(
    groups.filter(({ state }) => state === "unmapped").map(({ external }) => external),
  );
  if (codes.size === 0) return null;
  const which = codes.size === 1 ? "One status means" : `${codes.size} statuses mean`;
  return (
    <WarningText>
      {which} nothing here yet. Add a row for each to the status table of the service or of the
      connector; the cases that stand at it follow by themselves.
    </WarningText>
  );
}

function Statuses({ groups }: { groups: readonly StatusGroup[] }) {
  if (groups.length === 0)
    return (
      <InsetText>
        Nothing is known of its statuses, and none has come. Those that it has can be named in its
        connector, as `knownStatuses`.
      </InsetText>
    );
  const most = Math.max(...groups.map(({ count }) => count), 1);
  return (
    <ScrollTable
      label="Statuses"
      head={["Status", "Means", "Services", "Came", "Last"]}
      rows={groups.map((group) => [
        <Code {...group} />,
        <Meaning {...group} />,
        <Services {...group} />,
        <Came count={group.count} most={most} state={group.state} />,
        group.lastSeenAt === undefined ? "Not in 90 days" : sayTime(group.lastSeenAt),
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

const ends = { completed: "ends it", closed: "closes it", referred: "refers it" } as const;

function Meaning({ state, stage, ends: end }: StatusGroup) {
  if (state === "unmapped") return <Tag classes="govuk-tag--red">Nobody has said</Tag>;
  if (state === "silent") return <Tag classes="govuk-tag--grey">Nothing to the citizen</Tag>;
  return (
    <>
      {stage}
      {end !== undefined && <span class="console-under">and {ends[end]}</span>}
    </>
  );
}

function Services({ services }: StatusGroup) {
  if (services.length === 1) return <>{services[0]}</>;
  return (
    <Details summary={`${services.length} services`}>
      <ul class="govuk-list govuk-list--bullet">
        {services.map((service) => (
          <li>{service}</li>
        ))}
      </ul>
    </Details>
  );
}

const width = 100;
const number = new Intl.NumberFormat("en-GB");

/** How often a status came, as a bar beside the number; one that came once is still seen. */
function Came({ count, most, state }: Pick<StatusGroup, "count" | "state"> & { most: number }) {
  const long = count === 0 ? 0 : Math.max((count / most) * width, 2);
  const colour = state === "unmapped" ? "failed" : "ok";
  return (
    <>
      {number.format(count)}
      <svg class="console-measure" viewBox={`0 0 ${width} 8`} aria-hidden="true">
        <rect class={`console-bar--${colour}`} width={long} height={8} />
      </svg>
    </>
  );
}
