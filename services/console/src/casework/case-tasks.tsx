import type { Task } from "@guildhall/contract";
import { Button } from "@guildhall/ui";
import type { CasePageProps } from "./case-page.tsx";
import { Due, TaskState } from "./task-table.tsx";

type CaseTasksProps = CasePageProps & { readonly tasks: readonly Task[] };

/** What there is to do for a request, and doing it. */
export function CaseTasks(props: CaseTasksProps) {
  const { tasks } = props;
  return (
    <>
      <h2 class="govuk-heading-m">Tasks</h2>
      {tasks.length === 0 ? (
        <p class="govuk-body">Nothing has to be done for it by a person.</p>
      ) : (
        <ul class="govuk-list">
          {tasks.map((task) => (
            <One {...props} task={task} />
          ))}
        </ul>
      )}
    </>
  );
}

type OneProps = CaseTasksProps & { readonly task: Task };

function One(props: OneProps) {
  const { desk, task, now } = props;
  const isToDo = task.state === "open" || task.state === "in-progress";
  return (
    <li class="console-case-task">
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {task.title} <TaskState state={task.state} />
      </h3>
      <p class="govuk-body">
        {task.assignee?.name ?? "Nobody’s"}, {task.team ?? "no team"}
      </p>
      <p class="govuk-body">
        <Due task={task} now={now} />
      </p>
      {isToDo && desk.scopes.has("tasks:write") && <Acts {...props} />}
    </li>
  );
}

function Acts({ office, desk, of, task, once }: OneProps) {
  const at = office.at.case(of.process.id);
  const isMine = task.assignee?.id === desk.person.id;
  const named = <span class="govuk-visually-hidden">: {task.title}</span>;
  return (
    <div class="console-actions">
      {task.state === "open" && (
        <form method="post" action={`${at}/tasks/${task.id}/start`}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Start{named}
          </Button>
        </form>
      )}
      {!isMine && (
        <form method="post" action={`${at}/tasks/${task.id}/take`}>
          <input type="hidden" name="once" value={once} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Take it myself{named}
          </Button>
        </form>
      )}
      <form method="post" action={office.at.workOnTasks} class="console-actions--together">
        <input type="hidden" name="tasks" value={task.id} />
        <input type="hidden" name="back" value={at} />
        <Button name="act" value="assign" classes="govuk-button--secondary">
          {isMine ? "Hand over" : "Give to somebody"}
          {named}
        </Button>
        <Button name="act" value="complete" attributes={{ "data-shortcut": "c" }}>
          Complete{named}
        </Button>
      </form>
    </div>
  );
}
