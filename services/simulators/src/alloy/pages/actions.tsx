import { type Choice, Select, TextArea, type Wrong } from "../../pages/parts.tsx";
import type { Posted } from "../../pages/posted.ts";
import type { ItemView } from "../view.ts";

interface ActionsProps {
  readonly view: ItemView;
  readonly address: string;
  readonly wrongs: readonly Wrong[];
  readonly typed: Posted;
}

const outcomes: readonly Choice[] = [
  { value: "completed", text: "Completed: the work is done" },
  { value: "closed", text: "Closed without further action" },
  { value: "referred", text: "Referred to someone else" },
];

/** What an officer can do to an item. */
export function Actions(props: ActionsProps) {
  return (
    <div>
      <StatusForm {...props} />
      <NoteForm {...props} />
      <CompleteForm {...props} />
    </div>
  );
}

function StatusForm({ view, address, wrongs, typed }: ActionsProps) {
  const chosen = typed.status ?? view.statusId;
  return (
    <form class="panel" method="post" action={`${address}/status`} aria-labelledby="change">
      <h2 id="change">{view.closed ? "Reopen" : "Change status"}</h2>
      <Select
        id="status"
        name="status"
        label="New status"
        choices={view.open}
        chosen={chosen}
        wrongs={wrongs}
      />
      <button type="submit">Change status</button>
    </form>
  );
}

function NoteForm({ address, wrongs, typed }: ActionsProps) {
  return (
    <form class="panel" method="post" action={`${address}/notes`} aria-labelledby="add">
      <h2 id="add">Add a note</h2>
      <TextArea id="contents" name="contents" label="Note" typed={typed.contents} wrongs={wrongs} />
      <div class="check">
        <input
          type="checkbox"
          id="visible"
          name="visible"
          value="yes"
          checked={typed.visible === "yes"}
        />
        <label for="visible">The citizen can read it</label>
      </div>
      <button type="submit">Add note</button>
    </form>
  );
}

function CompleteForm({ view, address, wrongs, typed }: ActionsProps) {
  if (view.closed) return null;
  const { closing, closures } = view;
  return (
    <form class="panel" method="post" action={`${address}/complete`} aria-labelledby="complete">
      <h2 id="complete">Complete</h2>
      <Select
        id="closing"
        name="closing"
        label="Final status"
        choices={closing}
        chosen={typed.closing}
        wrongs={wrongs}
      />
      {closures.length > 0 ? (
        <Select
          id="closure"
          name="closure"
          label="Reason for closure"
          none="Choose a reason"
          choices={closures}
          chosen={typed.closure}
          wrongs={wrongs}
        />
      ) : null}
      <fieldset id="outcome">
        <legend>How did it end?</legend>
        {outcomes.map(({ value, text }) => (
          <div class="check">
            <input
              type="radio"
              id={`outcome-${value}`}
              name="outcome"
              value={value}
              checked={value === (typed.outcome ?? "completed")}
            />
            <label for={`outcome-${value}`}>{text}</label>
          </div>
        ))}
      </fieldset>
      <TextArea
        id="words"
        name="words"
        label="Words for the record (optional)"
        typed={typed.words}
        wrongs={wrongs}
      />
      <button type="submit">Complete</button>
    </form>
  );
}
