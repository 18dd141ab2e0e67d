import type { Colleague, Task } from "@guildhall/contract";
import { Button, Select } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../pages/fault-summary.tsx";
import type { Faults, Frame } from "../pages/frame.ts";
import { OfficePage } from "../pages/office-page.tsx";
import { More } from "../pages/scroll-table.tsx";
import { type Whose, type WorkSearch, whose, workAddress } from "./read-work.ts";
import { TaskTable } from "./task-table.tsx";

export interface WorkPageProps extends Frame {
  readonly search: WorkSearch;
  readonly tasks: readonly Task[];
  readonly teams: readonly string[];
  readonly myTeams: readonly string[];
  readonly colleagues: readonly Colleague[];
  readonly services: readonly { readonly id: string; readonly title: string }[];
  readonly more: string | undefined;
  /** Whether a team has more than is shown. */
  readonly isCut: boolean;
  readonly now: Date;
  readonly faults: Faults;
}

const title = "Work";

/** What is to be done: mine, my teams' or everybody's, the soonest due first. */
export function WorkPage(props: WorkPageProps) {
  const { office, search, tasks } = props;
  return (
    <OfficePage
      {...props}
      title={`${title}: ${whose[search.whose].toLowerCase()}`}
      faults={anyFault(props.faults)}
      current="work"
    >
      <FaultSummary faults={props.faults} />
      <h1 class="govuk-heading-l">{title}</h1>
      <nav aria-label="Whose work">
        <ul class="govuk-list console-choices">
          {Object.entries(whose).map(([value, words]) => (
            <li>
              <a
                class="govuk-link"
                href={workAddress(office.at.work, search, { whose: value as Whose })}
                aria-current={value === search.whose ? "page" : undefined}
              >
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filters {...props} />
      {props.isCut && (
        <p class="govuk-body">
          The first tasks of each of your teams. Choose a team to see all that it has.
        </p>
      )}
      {tasks.length === 0 && props.more === undefined ? (
        <Nothing {...props} />
      ) : (
        <TaskTable {...props} />
      )}
      <More href={props.more} />
    </OfficePage>
  );
}

const states = [
  { value: "", content: "To do" },
  { value: "open", content: "Not started" },
  { value: "in-progress", content: "Started" },
  { value: "completed", content: "Completed" },
  { value: "cancelled", content: "Cancelled" },
];

function Filters(props: WorkPageProps) {
  const { office, search, services, colleagues } = props;
  const teams = search.whose === "teams" ? props.myTeams : props.teams;
  return (
    <form method="get" action={office.at.work} class="console-filters" aria-label="Filter the work">
      <input type="hidden" name="whose" value={search.whose} />
      {search.sort === "newest" && <input type="hidden" name="sort" value="newest" />}
      <Select
        name="service"
        label="Service"
        items={[
          { value: "", content: "All services" },
          ...services.map(({ id, title: content }) => ({ value: id, content })),
        ]}
        value={search.service}
      />
      <Select
        name="team"
        label="Team"
        items={[
          { value: "", content: search.whose === "teams" ? "All my teams" : "All teams" },
          ...teams.map((team) => ({ value: team, content: team })),
        ]}
        value={search.team}
      />
      {search.whose !== "mine" && (
        <Select
          name="assignee"
          label="Whose"
          items={[
            { value: "", content: "Anybody’s" },
            { value: "nobody", content: "Nobody’s" },
            ...colleagues.map(({ id, name }) => ({ value: id, content: name })),
          ]}
          value={search.assignee}
        />
      )}
      <Select name="state" label="State" items={states} value={search.state} />
      <Select
        name="late"
        label="When"
        items={[
          { value: "", content: "Any time" },
          { value: "yes", content: "Late" },
        ]}
        value={search.late ? "yes" : ""}
      />
      <Button classes="govuk-button--secondary">Filter</Button>
    </form>
  );
}

/** What to do where there is nothing. */
function Nothing({ office, search, myTeams }: WorkPageProps) {
  const { service, team, assignee, state, late } = search;
  const isFiltered = late || [service, team, assignee, state].some((one) => one !== "");
  const to = (change: Partial<WorkSearch>) => workAddress(office.at.work, search, change);
  if (isFiltered)
    return (
      <p class="govuk-body">
        No task fits.{" "}
        <a class="govuk-link" href={`${office.at.work}?whose=${search.whose}`}>
          Clear the filters
        </a>{" "}
        to see all of them.
      </p>
    );
  if (search.whose === "mine")
    return (
      <p class="govuk-body">
        You have nothing to do.{" "}
        <a class="govuk-link" href={to({ whose: "all", assignee: "nobody" })}>
          See what is nobody’s yet
        </a>{" "}
        and take some of it.
      </p>
    );
  if (search.whose === "teams" && myTeams.length === 0)
    return (
      <p class="govuk-body">
        You are in no team yet. Ask an administrator to put you in one, under People.
      </p>
    );
  return (
    <p class="govuk-body">
      Nothing is to be done. New tasks come with the requests that need them.
    </p>
  );
}
