import type { Task } from "@guildhall/contract";
import { InsetText } from "@guildhall/ui";
import type { Frame } from "../pages/frame.ts";

/** What each page of an act is told: the tasks that it is done to, and where whoever does it came from. */
export interface ActFrame extends Frame {
  readonly tasks: readonly Task[];
  readonly back: string;
  readonly once: string;
}

/** The tasks that were chosen. */
export function Tasks(props: ActFrame) {
  return (
    <InsetText>
      <ul class="govuk-list">
        {props.tasks.map((task) => (
          <li>
            <TaskName {...props} task={task} />
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

export function TaskName({ office, task }: Pick<ActFrame, "office"> & { task: Task | undefined }) {
  if (task === undefined) return <>A task</>;
  return (
    <>
      <a class="govuk-link" href={office.at.case(task.process)}>
        {task.reference}
      </a>
      , {task.title}
    </>
  );
}

export function sayTasks(count: number): string {
  return count === 1 ? "1 task" : `${count} tasks`;
}
