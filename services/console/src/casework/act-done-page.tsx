import type { BulkOutcome } from "@guildhall/contract";
import { WarningText } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { Column, OfficePage } from "../pages/office-page.tsx";
import { type ActFrame, sayTasks, TaskName } from "./chosen-tasks.tsx";
import { acts, type TypedAct } from "./read-act.ts";

export interface ActDonePageProps extends ActFrame {
  readonly typed: TypedAct;
  readonly children?: Child;
}

/** One thing is being done to tasks: how far it is, and in the end what became of each. */
export function ActDonePage(props: ActDonePageProps) {
  const { typed, tasks, back } = props;
  const title = `${acts[typed.act]}: ${sayTasks(tasks.length)}`;
  return (
    <OfficePage {...props} title={title} current="work">
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <div class="console-goes">{props.children}</div>
        <p class="govuk-body">
          <a class="govuk-link" href={back}>
            Go back to where you were
          </a>
        </p>
      </Column>
    </OfficePage>
  );
}

/** How far it is; only the last of these is shown, and none once there is a summary. */
export function SoFar({ done, of }: { done: number; of: number }) {
  const id = `so-far-${done}`;
  return (
    <div class="console-so-far">
      <label class="govuk-body" for={id}>
        {done} of {sayTasks(of)}
      </label>
      <progress id={id} class="console-progress" max={of} value={done} />
    </div>
  );
}

export interface OutcomeProps extends ActFrame {
  readonly outcome: BulkOutcome["data"];
}

/** Say of each task what became of it; what is missing in the outcome was not begun. */
export function Outcome(props: OutcomeProps) {
  const { outcome, tasks } = props;
  const refused = outcome.filter(({ code }) => code !== undefined);
  const done = outcome.filter(({ code }) => code === undefined);
  const left = tasks.filter(({ id }) => !outcome.some(({ task }) => task === id));
  return (
    <div>
      <h2 class="govuk-heading-m">
        {done.length === tasks.length
          ? `${sayTasks(done.length)} done`
          : `${done.length} of ${sayTasks(tasks.length)} done`}
      </h2>
      {left.length > 0 && (
        <WarningText>
          Something went wrong on our side before all of them were done. Go back and choose the rest
          again.
        </WarningText>
      )}
      <Listed {...props} title="What was not begun" those={left.map(({ id }) => ({ task: id }))} />
      <Listed {...props} title="What could not be done, and why" those={refused} />
      <Listed {...props} title="What was done" those={done} />
    </div>
  );
}

const reasons: Readonly<Record<string, string>> = {
  "invalid-transition": "It was completed or taken back meanwhile.",
  "process-closed": "The request has ended.",
  "request-invalid": "Whoever you chose does no tasks here.",
  "not-found": "It is not there any more.",
  "scope-missing": "This is not part of your role.",
};

interface ListedProps extends OutcomeProps {
  readonly title: string;
  readonly those: BulkOutcome["data"];
}

function Listed(props: ListedProps) {
  const { tasks, title, those } = props;
  if (those.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {those.map(({ task, code }) => (
          <li>
            <TaskName {...props} task={tasks.find(({ id }) => id === task)} />
            {code !== undefined &&
              `: ${reasons[code] ?? "It was refused. Open it to see how it stands."}`}
          </li>
        ))}
      </ul>
    </>
  );
}
