import { Check, Select, TextArea, TextLine } from "../../pages/parts.tsx";
import { When } from "../../pages/when.tsx";
import type { ActionsProps } from "./actions-props.ts";
import { CompleteForms } from "./complete-forms.tsx";

/** What an officer can do to an item. */
export function Actions(props: ActionsProps) {
  return (
    <>
      <StatusForm {...props} />
      <NoteForm {...props} />
      <FlagsForm {...props} />
      {props.view.closed ? null : <QuestionForm {...props} />}
      {props.view.canBook ? <VisitForm {...props} /> : null}
      <CompleteForms {...props} />
    </>
  );
}

function StatusForm({ view, wrongs, typed }: ActionsProps) {
  const reaches = "The citizen is told when it means something new to them.";
  return (
    <form class="panel" method="post" action={`${view.href}/status`} aria-labelledby="change">
      <h2 id="change">{view.closed ? "Reopen" : "Change status"}</h2>
      <Select
        id="status"
        name="status"
        label="New status"
        hint={reaches}
        choices={view.open}
        chosen={typed.status ?? view.statusId}
        wrongs={wrongs}
      />
      <button type="submit">Change status</button>
    </form>
  );
}

function NoteForm({ view, wrongs, typed }: ActionsProps) {
  return (
    <form class="panel" method="post" action={`${view.href}/notes`} aria-labelledby="add">
      <h2 id="add">Add a note</h2>
      <TextArea id="contents" name="contents" label="Note" typed={typed.contents} wrongs={wrongs} />
      <Check
        id="visible"
        name="visible"
        label="The citizen is to read it: they get it by email, word for word"
        checked={typed.visible === "yes"}
      />
      <button type="submit">Add note</button>
    </form>
  );
}

function FlagsForm({ view }: ActionsProps) {
  if (view.flags.length === 0) return null;
  return (
    <form class="panel" method="post" action={`${view.href}/flags`} aria-labelledby="ticks">
      <h2 id="ticks">Ticks</h2>
      {view.flags.map(({ code, name, isSet }) => (
        <Check id={code} name={code} label={name} checked={isSet} />
      ))}
      <button type="submit">Save the ticks</button>
    </form>
  );
}

function QuestionForm({ view, wrongs, typed }: ActionsProps) {
  return (
    <form class="panel" method="post" action={`${view.href}/questions`} aria-labelledby="ask">
      <h2 id="ask">Ask the citizen</h2>
      <TextArea
        id="question"
        name="question"
        label="Question"
        hint="They get it by email, with a page to answer on, with photos if they like. The answer comes back here."
        typed={typed.question}
        wrongs={wrongs}
      />
      <button type="submit">Send the question</button>
    </form>
  );
}

function VisitForm({ view, wrongs, typed }: ActionsProps) {
  const isFirst = Object.keys(typed).length === 0;
  return (
    <form class="panel" method="post" action={`${view.href}/visits`} aria-labelledby="book">
      <h2 id="book">Book a visit</h2>
      <When wrongs={wrongs} typed={typed} />
      <TextLine
        id="officer"
        name="officer"
        label="Who will visit"
        hint="For officers: the citizen is not told who."
        typed={typed.officer}
        wrongs={wrongs}
      />
      <Check
        id="tells"
        name="tells"
        label="Tell the citizen the day and time"
        checked={isFirst || typed.tells === "yes"}
      />
      <button type="submit">Book the visit</button>
    </form>
  );
}
