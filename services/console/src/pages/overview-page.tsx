import type { TeamWorkload, Workload } from "@guildhall/contract";
import { Button, InsetText } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { BarLines } from "./bar-lines.tsx";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { ScrollTable } from "./scroll-table.tsx";

export interface OverviewPageProps extends Frame {
  readonly workload: Workload;
  /** The name of one sending of each form. */
  readonly once: string;
}

const number = new Intl.NumberFormat("en-GB");

/** What is late, stuck, held and unowned, and who has how much to do. */
export function OverviewPage(props: OverviewPageProps) {
  const { workload } = props;
  const title = "Workload";
  return (
    <OfficePage {...props} title={title} current="overview">
      <h1 class="govuk-heading-l">{title}</h1>
      <Numbers {...props} />
      <h2 class="govuk-heading-m">By team</h2>
      {workload.teams.length === 0 ? (
        <InsetText>
          No task is to be done. New ones come with the requests that need them.
        </InsetText>
      ) : (
        <Teams {...props} />
      )}
    </OfficePage>
  );
}

function Numbers({ office, desk, workload }: OverviewPageProps) {
  const { processes, tasks, deliveries, alarms } = workload;
  const { at } = office;
  const seesDeliveries = desk.scopes.has("deliveries:read");
  const held = seesDeliveries ? at.deliveriesOf({ state: "held" }) : undefined;
  const stuck = seesDeliveries ? at.deliveriesOf({ state: "refused" }) : undefined;
  return (
    <ul class="console-cards">
      <Card
        count={processes.late}
        href={desk.scopes.has("processes:read") ? at.lateCases : undefined}
        name="late"
      >
        of {sayOf(processes.open, "open request", "open requests")}: past the day that an answer was
        promised by
      </Card>
      <Card count={tasks.overdue} href={at.workOf({ late: "yes" })} name="overdue">
        of {sayOf(tasks.open, "task", "tasks")}: past the day that it is due
      </Card>
      <Card count={tasks.unowned} href={at.workOf({ assignee: "nobody" })} name="unowned">
        of them: nobody’s yet
      </Card>
      <Card count={deliveries.stuck} href={stuck} name="stuck">
        deliveries were refused or given up
      </Card>
      <Card count={deliveries.held} href={held} name="held">
        deliveries may or may not have arrived
      </Card>
      <Card count={alarms} href={seesDeliveries ? at.alarms : undefined} name="alarms">
        that nobody looks after
      </Card>
    </ul>
  );
}

function sayOf(count: number, one: string, more: string): string {
  return `${number.format(count)} ${count === 1 ? one : more}`;
}

interface CardProps {
  readonly count: number;
  readonly href: string | undefined;
  readonly name: string;
  readonly children: Child;
}

/** A number that leads to what it counts, for whoever may see that. */
function Card({ count, href, name, children }: CardProps) {
  const said = `${number.format(count)} ${name}`;
  return (
    <li>
      <p class="govuk-heading-m govuk-!-margin-bottom-1">
        {href === undefined ? (
          said
        ) : (
          <a class="govuk-link" href={href}>
            {said}
          </a>
        )}
      </p>
      <p class="govuk-body-s">{children}</p>
    </li>
  );
}

function Teams(props: OverviewPageProps) {
  const { workload } = props;
  return (
    <>
      <p class="govuk-body">What is to do is drawn full, what is overdue is drawn empty.</p>
      <section class="console-scroll" aria-label="Picture: what each team has to do" tabindex={0}>
        <BarLines
          left={220}
          label="What each team has to do, and what of it is overdue. The same stands below in tables."
          lines={workload.teams.map(({ team = "No team", open, overdue }) => ({
            label: team,
            said: `${team}: ${number.format(open)} to do, ${number.format(overdue)} overdue`,
            full: open,
            empty: overdue,
          }))}
        />
      </section>
      {workload.teams.map((team) => (
        <Team {...props} of={team} />
      ))}
    </>
  );
}

function Team(props: OverviewPageProps & { of: TeamWorkload }) {
  const { office, desk, of } = props;
  const { team, open, overdue, unowned, people } = of;
  const name = team ?? "No team";
  const line = (
    whose: string,
    count: { readonly open: number; readonly overdue?: number },
    those: Readonly<Record<string, string>>,
  ) => lineOf(office.at, whose, count, { ...(team === undefined ? {} : { team }), ...those });
  const mayShare = team !== undefined && unowned > 0 && desk.scopes.has("tasks:write");
  return (
    <section>
      <h3 class="govuk-heading-s">{name}</h3>
      <ScrollTable
        label={`What ${name} has to do`}
        head={["Whose", "To do", "Overdue"]}
        numeric={[1, 2]}
        rows={[
          ...people.map((person) => line(person.name, person, { assignee: person.id })),
          line("Nobody’s", { open: unowned }, { assignee: "nobody" }),
          line("All", { open, overdue }, {}),
        ]}
      />
      {mayShare && (
        <form method="post" action={office.at.shareOut}>
          <input type="hidden" name="once" value={props.once} />
          <input type="hidden" name="team" value={team} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Share out what is nobody’s<span class="govuk-visually-hidden"> of {name}</span>
          </Button>
        </form>
      )}
    </section>
  );
}

/** Whose it is and how much, each number leading to what it counts. */
function lineOf(
  at: OverviewPageProps["office"]["at"],
  whose: string,
  { open, overdue }: { readonly open: number; readonly overdue?: number },
  those: Readonly<Record<string, string>>,
): Child[] {
  const link = (count: number, those: Readonly<Record<string, string>>, what: string) => (
    <a class="govuk-link" href={at.workOf(those)}>
      {number.format(count)}
      <span class="govuk-visually-hidden">
        {" "}
        {what}: {whose}
      </span>
    </a>
  );
  return [
    whose,
    link(open, those, "to do"),
    overdue === undefined ? "" : link(overdue, { ...those, late: "yes" }, "overdue"),
  ];
}
