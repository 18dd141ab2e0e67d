import type { Task } from "@guildhall/contract";
import { Button, sayTime, Tag } from "@guildhall/ui";
import { workAddress } from "./read-work.ts";
import { sayDue } from "./say-due.ts";
import type { WorkPageProps } from "./work-page.tsx";

/** Tasks in a table, each a card where the screen is narrow; some can be chosen, and one thing done to them. */
export function TaskTable(props: WorkPageProps) {
  const { office, desk, search, tasks } = props;
  const acts = desk.scopes.has("tasks:write");
  const back = workAddress(office.at.work, search, {});
  const next = search.sort === "due" ? "newest" : "due";
  return (
    <form method="post" action={office.at.workOnTasks} novalidate>
      <input type="hidden" name="back" value={back} />
      <table class="govuk-table console-stack">
        <caption class="govuk-table__caption govuk-visually-hidden">Tasks</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {acts && (
              <th scope="col" class="govuk-table__header">
                <span class="govuk-visually-hidden">Choose</span>
              </th>
            )}
            <th scope="col" class="govuk-table__header">
              Task
            </th>
            <th
              scope="col"
              class="govuk-table__header"
              aria-sort={search.sort === "due" ? "ascending" : "none"}
            >
              <a class="govuk-link" href={workAddress(office.at.work, search, { sort: next })}>
                Due
                <span class="govuk-visually-hidden">
                  {search.sort === "due"
                    ? ", soonest first: show the newest first"
                    : ": show the soonest first"}
                </span>
              </a>
            </th>
            <th scope="col" class="govuk-table__header">
              Whose
            </th>
            <th scope="col" class="govuk-table__header">
              State
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {tasks.map((task) => (
            <Row {...props} task={task} acts={acts} />
          ))}
        </tbody>
      </table>
      {acts && <Acts {...props} />}
    </form>
  );
}

type RowProps = WorkPageProps & { readonly task: Task; readonly acts: boolean };

function Row({ office, task, acts, now }: RowProps) {
  const { id, process, reference, serviceTitle, title, team = "No team", assignee } = task;
  return (
    <tr class="govuk-table__row" data-row>
      {acts && (
        <td class="govuk-table__cell">
          <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id={id}
                name="tasks"
                value={id}
              />
              <label class="govuk-label govuk-checkboxes__label" for={id}>
                <span class="govuk-visually-hidden">
                  Choose {title}, {reference}
                </span>
              </label>
            </div>
          </div>
        </td>
      )}
      <td class="govuk-table__cell">
        <a class="govuk-link" href={office.at.case(process)}>
          {title}
          <span class="govuk-visually-hidden">, {reference}</span>
        </a>
        <span class="console-under">
          {reference}: {serviceTitle}
        </span>
      </td>
      <td class="govuk-table__cell">
        <Due task={task} now={now} />
      </td>
      <td class="govuk-table__cell">
        {assignee?.name ?? "Nobody’s"}
        <span class="console-under">{team}</span>
      </td>
      <td class="govuk-table__cell">
        <TaskState state={task.state} />
      </td>
    </tr>
  );
}

export function Due({ task, now }: { task: Task; now: Date }) {
  const { dueAt, state, completedAt } = task;
  if (completedAt !== undefined) return <>Done {sayTime(completedAt)}</>;
  if (dueAt === undefined || state === "cancelled") return <>No day</>;
  const words = sayDue(dueAt, now);
  return (
    <>
      {words.includes("late") ? <strong>{sentence(words)}</strong> : sentence(words)}
      <span class="console-under">{sayTime(dueAt)}</span>
    </>
  );
}

function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const stateWords = {
  open: ["Not started", "govuk-tag--grey"],
  "in-progress": ["Started", "govuk-tag--blue"],
  completed: ["Completed", "govuk-tag--green"],
  cancelled: ["Cancelled", "govuk-tag--grey"],
} as const;

export function TaskState({ state }: Pick<Task, "state">) {
  const [words, tone] = stateWords[state];
  return <Tag classes={tone}>{words}</Tag>;
}

function Acts({ desk }: WorkPageProps) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">With those you chose</legend>
      <div class="console-actions">
        <Button name="act" value="assign">
          Give to somebody
        </Button>
        <Button name="act" value="complete" classes="govuk-button--secondary">
          Complete
        </Button>
        {desk.scopes.has("notes:write") && (
          <Button name="act" value="note" classes="govuk-button--secondary">
            Add a note
          </Button>
        )}
      </div>
    </fieldset>
  );
}
