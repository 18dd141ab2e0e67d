import type { SectionProgress } from "@guildhall/forms";
import { BackLink, Button, TaskList, type TaskStatus } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { Progress } from "../journey/progress.ts";
import { Column, CouncilPage } from "./council-page.tsx";

interface TasksPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: { readonly id: string; readonly title: string };
  readonly progress: Progress;
}

/** Show the parts of a long form and how far each has got: each can be done when it suits. */
export function TasksPage({ council, look, service, progress }: TasksPageProps) {
  const { at } = council;
  const { sections, unfinished } = progress;
  const done = sections.filter(({ state }) => state === "completed").length;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={service.title}
      service={{ name: service.title, href: at.service(service.id) }}
      beforeContent={<BackLink href={at.service(service.id)} />}
    >
      <Column>
        <h1 class="govuk-heading-xl">{service.title}</h1>
        <p class="govuk-body">
          You have completed {done} of {sections.length} parts. You can do them in any order.
        </p>
        <TaskList
          idPrefix="parts"
          items={sections.map((one) => ({
            title: one.section.title,
            hint: one.section.hint,
            href: one.page && at.page(service.id, one.page.id),
            status: statuses[one.state],
          }))}
        />
        {!unfinished && <Button href={at.check(service.id)}>Check your answers and send</Button>}
        <SaveLink href={at.save(service.id)} />
      </Column>
    </CouncilPage>
  );
}

/** The way to keep a form for later, on a page where nothing is typed. */
export function SaveLink({ href }: { href: string }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        Save and come back later
      </a>
    </p>
  );
}

const statuses: Record<SectionProgress["state"], TaskStatus> = {
  completed: { content: "Completed" },
  "in-progress": { tag: { content: "In progress", classes: "govuk-tag--light-blue" } },
  "not-started": { tag: { content: "Not yet started", classes: "govuk-tag--blue" } },
  "cannot-start-yet": {
    content: "Cannot start yet",
    classes: "govuk-task-list__status--cannot-start-yet",
  },
};
