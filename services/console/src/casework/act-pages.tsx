import type { Colleague } from "@guildhall/contract";
import { BackLink, Button, Radios, Select, Textarea } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../pages/fault-summary.tsx";
import type { Faults } from "../pages/frame.ts";
import { Column, OfficePage } from "../pages/office-page.tsx";
import { AsCitizenReads } from "./as-citizen-reads.tsx";
import { type ActFrame, sayTasks, Tasks } from "./chosen-tasks.tsx";
import { acts, type TypedAct } from "./read-act.ts";

export interface ActPageProps extends ActFrame {
  readonly typed: TypedAct;
  readonly colleagues: readonly Colleague[];
  /** The names of teams that are in use. */
  readonly teams: readonly string[];
  readonly faults: Faults;
}

/** Say what exactly is done to the tasks that were chosen. */
export function ActPage(props: ActPageProps) {
  const { office, tasks, typed, faults, back } = props;
  const title = `${acts[typed.act]}: ${sayTasks(tasks.length)}`;
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="work"
      beforeContent={<BackLink href={back} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <Tasks {...props} />
        <form method="post" action={office.at.workOnTasks} novalidate>
          <Kept {...props} />
          {fields[typed.act](props)}
          <div class="console-actions">
            <Button name="go" value="on" preventDoubleClick>
              {buttons[typed.act]}
            </Button>
            <a class="govuk-link govuk-body" href={back}>
              Cancel
            </a>
          </div>
        </form>
      </Column>
    </OfficePage>
  );
}

const buttons = { assign: "Give", complete: "Continue", note: "Continue" } as const;

const fields = { assign: Assign, complete: Complete, note: NoteFields };

function Assign({ desk, colleagues, teams, typed, faults }: ActPageProps) {
  const others = colleagues.filter(({ id }) => id !== desk.person.id);
  return (
    <>
      <Select
        name="assignee"
        label="Who is it for?"
        items={[
          { value: "", content: "Choose" },
          { value: desk.person.id, content: `Me (${desk.person.name})` },
          { value: "nobody", content: "Nobody: hand it back" },
          ...others.map(({ id, name }) => ({ value: id, content: name })),
        ]}
        value={typed.assignee}
        errorMessage={faults.assignee}
      />
      <Select
        name="team"
        label="Which team is it for? (optional)"
        hint="For another team, leave out who: one of theirs takes it"
        items={[
          { value: "", content: "The team that it is with now" },
          ...teams.map((team) => ({ value: team, content: team })),
        ]}
        value={typed.team}
      />
      <Words label="What should they know? (optional)" typed={typed} faults={faults}>
        It becomes a note that the resident does not see.
      </Words>
    </>
  );
}

function Complete({ typed, faults }: ActPageProps) {
  return (
    <>
      <Radios
        name="outcome"
        fieldset={{ legend: "How did it end?" }}
        items={[
          { value: "completed", content: "It is done" },
          { value: "closed", content: "Closed without action" },
          { value: "referred", content: "It is for somebody else to deal with" },
        ]}
        value={typed.outcome}
        errorMessage={faults.outcome}
      />
      <Words label="Words to the resident (optional)" typed={typed} faults={faults}>
        You see what they will read before it is sent.
      </Words>
    </>
  );
}

function NoteFields({ typed, faults }: ActPageProps) {
  return (
    <>
      <Words label="Note" typed={typed} faults={faults}>
        {undefined}
      </Words>
      <WhoReads visible={typed.visible} />
    </>
  );
}

export function WhoReads({ visible }: { visible: boolean }) {
  return (
    <Radios
      name="visible"
      fieldset={{ legend: "Who reads it?" }}
      items={[
        { value: "no", content: "Colleagues only" },
        {
          value: "yes",
          content: "The resident too",
          hint: "They are written to. You see what they will read before it is sent.",
        },
      ]}
      value={visible ? "yes" : "no"}
    />
  );
}

interface WordsProps extends Pick<ActPageProps, "typed" | "faults"> {
  readonly label: string;
  readonly children: string | undefined;
}

function Words({ label, typed, faults, children }: WordsProps) {
  return (
    <Textarea
      name="words"
      label={label}
      hint={children}
      value={typed.words}
      errorMessage={faults.words}
    />
  );
}

export interface ActLookPageProps extends ActFrame {
  readonly typed: TypedAct;
  readonly words: string;
}

/** Show what residents will read, before anything is sent. */
export function ActLookPage(props: ActLookPageProps) {
  const { office, desk, typed, words, back } = props;
  const title = "Check what they will read";
  return (
    <OfficePage {...props} title={title} current="work" beforeContent={<BackLink href={back} />}>
      <Column>
        <h1 class="govuk-heading-l">{title}</h1>
        <Tasks {...props} />
        <p class="govuk-body">
          Residents are written to where they left an email address or a mobile number.
        </p>
        <AsCitizenReads author={desk.person.name} words={words} />
        <form method="post" action={office.at.workOnTasks}>
          <Kept {...props} />
          <input type="hidden" name="assignee" value={typed.assignee} />
          <input type="hidden" name="team" value={typed.team} />
          <input type="hidden" name="outcome" value={typed.outcome} />
          <input type="hidden" name="words" value={typed.words} />
          <input type="hidden" name="visible" value={typed.visible ? "yes" : "no"} />
          <div class="govuk-button-group">
            <Button name="go" value="send" preventDoubleClick>
              {typed.act === "note" ? "Send the note" : "Complete, and tell them"}
            </Button>
            <Button classes="govuk-button--secondary" name="go" value="change">
              Change it
            </Button>
          </div>
        </form>
      </Column>
    </OfficePage>
  );
}

function Kept({ tasks, back, once, typed }: ActFrame & { typed: TypedAct }) {
  return (
    <>
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="act" value={typed.act} />
      {tasks.map(({ id }) => (
        <input type="hidden" name="tasks" value={id} />
      ))}
    </>
  );
}
