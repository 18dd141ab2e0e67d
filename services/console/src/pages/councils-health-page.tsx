import type { TenantHealth } from "@guildhall/contract";
import { InsetText, sayTime, Tag } from "@guildhall/ui";
import { BarLines } from "./bar-lines.tsx";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { ScrollTable } from "./scroll-table.tsx";

export interface CouncilsHealthPageProps extends Frame {
  readonly tenants: readonly TenantHealth[];
}

const number = new Intl.NumberFormat("en-GB");

/** How it goes with each organisation that the platform is run for: those first that somebody has to look at. */
export function CouncilsHealthPage(props: CouncilsHealthPageProps) {
  const title = "Councils’ health";
  const tenants = props.tenants.toSorted((one, other) => troubles(other) - troubles(one));
  const waiting = tenants.filter((tenant) => waitingOf(tenant) > 0);
  return (
    <OfficePage {...props} title={title} current="councilsHealth">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Counts and states, as each was when it was last looked at. What citizens wrote is for each
        council alone.
      </p>
      {waiting.length === 0 ? (
        <InsetText>Nothing waits for a person at any of them.</InsetText>
      ) : (
        <section class="console-scroll" aria-label="Picture: what waits" tabindex={0}>
          <BarLines
            left={220}
            label="Deliveries that wait for a person at each organisation, drawn full, and alarms that nobody looks after, drawn empty. The same stands below as a table."
            lines={waiting.map((tenant) => ({
              label: tenant.name,
              said: `${tenant.name}: ${waitingOf(tenant)} wait for a person, ${tenant.seen?.alarms ?? 0} alarms`,
              full: waitingOf(tenant),
              empty: tenant.seen?.alarms ?? 0,
            }))}
          />
        </section>
      )}
      <ScrollTable
        label={title}
        head={["Who", "State", "Held", "Refused", "Given up", "Owed", "Oldest was due", "Alarms"]}
        numeric={[2, 3, 4, 5, 7]}
        rows={tenants.map((tenant) => [tenant.name, <State {...tenant} />, ...cells(tenant)])}
      />
    </OfficePage>
  );
}

function State({ seen }: TenantHealth) {
  if (!seen) return <Tag classes="govuk-tag--grey">Not looked at yet</Tag>;
  const said = `${seen.stopped} of ${seen.connectors} connectors paused`;
  return (
    <>
      {seen.stopped > 0 ? (
        <Tag classes="govuk-tag--red">{said}</Tag>
      ) : (
        <Tag classes="govuk-tag--green">All connectors in use</Tag>
      )}
      <span class="console-under">{sayTime(seen.at)}</span>
    </>
  );
}

function cells({ seen }: TenantHealth): string[] {
  if (!seen) return ["", "", "", "", "", ""];
  const { held, refused, dead, owed, oldestDueAt, alarms } = seen;
  const counts = [held, refused, dead, owed].map((count) => number.format(count));
  return [...counts, oldestDueAt ? sayTime(oldestDueAt) : "–", number.format(alarms)];
}

function waitingOf({ seen }: TenantHealth): number {
  return seen ? seen.held + seen.refused + seen.dead : 0;
}

function troubles(tenant: TenantHealth): number {
  const { stopped = 0, alarms = 0 } = tenant.seen ?? {};
  return stopped + alarms + waitingOf(tenant);
}
