import type { BulkOutcome } from "@guildhall/contract";
import { Column, OfficePage } from "../pages/office-page.tsx";
import { type ActFrame, sayTasks, TaskName } from "./chosen-tasks.tsx";

export interface ActDonePageProps extends ActFrame {
  readonly outcome: BulkOutcome["data"];
}

/** Say of each task what became of it. */
export function ActDonePage(props: ActDonePageProps) {
  const { outcome, back } = props;
  const refused = outcome.filter(({ code }) => code !== undefined);
  const done = outcome.length - refused.length;
  const title =
    refused.length === 0 ? `${sayTasks(done)} done` : `${done} of ${sayTasks(outcome.length)} done`;
  return (
    <OfficePage {...props} title={title} current="work">
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <Listed {...props} title="What could not be done, and why" those={refused} />
        <Listed
          {...props}
          title="What was done"
          those={outcome.filter(({ code }) => code === undefined)}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={back}>
            Go back to where you were
          </a>
        </p>
      </Column>
    </OfficePage>
  );
}

const reasons: Readonly<Record<string, string>> = {
  "invalid-transition": "It was completed or taken back meanwhile.",
  "process-closed": "The request has ended.",
  "request-invalid": "Whoever you chose does no tasks here.",
  "not-found": "It is not there any more.",
  "scope-missing": "This is not part of your role.",
};

interface ListedProps extends ActFrame {
  readonly title: string;
  readonly those: BulkOutcome["data"];
}

function Listed(props: ListedProps) {
  const { tasks, title, those } = props;
  if (those.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
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
