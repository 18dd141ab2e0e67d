import type { SectionProgress } from "@guildhall/forms";
import { Text } from "@guildhall/question-view";
import { BackLink, Button, TaskList, type TaskStatus } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import type { Progress } from "../journey/progress.ts";
import { wordsHere } from "../words/speech.tsx";
import type { Words } from "../words/words.ts";
import { Column, CouncilPage } from "./council-page.tsx";

interface TasksPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: { readonly id: string; readonly title: string };
  readonly progress: Progress;
}

/** Show the parts of a long form and how far each has got: each can be done when it suits. */
export function TasksPage({ council, look, service, progress }: TasksPageProps) {
  const { at, words } = council;
  const { sections, unfinished } = progress;
  return (
    <CouncilPage
      council={council}
      look={look}
      title={service.title}
      service={{ name: service.title, href: at.service(service.id) }}
      beforeContent={<BackLink href={at.service(service.id)} />}
    >
      <Column>
        <h1 class="govuk-heading-xl">
          <Text>{service.title}</Text>
        </h1>
        <p class="govuk-body">{howFar(sections, words.tasks)}</p>
        <TaskList
          idPrefix="parts"
          items={sections.map((one) => ({
            title: <Text>{one.section.title}</Text>,
            hint: one.section.hint,
            href: one.page && at.page(service.id, one.page.id),
            status: statusOf(one.state, words.tasks),
          }))}
        />
        {!unfinished && <Button href={at.check(service.id)}>{words.tasks.checkAndSend}</Button>}
        <SaveLink href={at.save(service.id)} />
      </Column>
    </CouncilPage>
  );
}

/** The way to keep a form for later, on a page where nothing is typed. */
export function SaveLink({ href }: { href: string }) {
  const { frame } = wordsHere();
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        {frame.saveForLater}
      </a>
    </p>
  );
}

/** How many parts are done, and what order there is to them. */
function howFar(sections: readonly SectionProgress[], words: Words["tasks"]): string {
  const count = (state: SectionProgress["state"]) =>
    sections.filter((one) => one.state === state).length;
  const waiting = count("cannot-start-yet");
  const say = waiting === 0 ? words.anyOrder : waiting === 1 ? words.oneWaits : words.someWait;
  return say(count("completed"), sections.length);
}

const looks: Readonly<Partial<Record<SectionProgress["state"], string>>> = {
  "in-progress": "govuk-tag--light-blue",
  "not-started": "govuk-tag--blue",
};

function statusOf(state: SectionProgress["state"], words: Words["tasks"]): TaskStatus {
  const content = words.states[state];
  const classes = looks[state];
  if (classes !== undefined) return { tag: { content, classes } };
  return state === "completed"
    ? { content }
    : { content, classes: "govuk-task-list__status--cannot-start-yet" };
}
