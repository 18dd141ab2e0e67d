import { Select, TextArea } from "../../pages/parts.tsx";
import type { ActionsProps } from "./actions-props.ts";

/**
 * How an officer ends a case. Where its council asks for a reason, that is a save of its own, and the citizen
 * hears of the end when both are there, in whichever order.
 */
export function CompleteForms(props: ActionsProps) {
  const { closures, closed, halfWay } = props.view;
  return (
    <>
      {closures.length > 0 && (!closed || halfWay) ? <ClosureForm {...props} /> : null}
      {closed ? null : <CompleteForm {...props} />}
    </>
  );
}

function ClosureForm({ view, wrongs, typed }: ActionsProps) {
  return (
    <form class="panel" method="post" action={`${view.href}/closure`} aria-labelledby="reason">
      <h2 id="reason">Reason for closure</h2>
      <Select
        id="closure"
        name="closure"
        label="Reason"
        hint="The first of two saves. It decides, with the final status, what the citizen is told."
        none="Choose a reason"
        choices={view.closures}
        chosen={typed.closure ?? view.closureId}
        wrongs={wrongs}
      />
      <button type="submit">Save the reason</button>
    </form>
  );
}

function CompleteForm({ view, wrongs, typed }: ActionsProps) {
  const lacksReason = view.closures.length > 0 && view.closureId === undefined;
  return (
    <form class="panel" method="post" action={`${view.href}/complete`} aria-labelledby="complete">
      <h2 id="complete">Complete</h2>
      {lacksReason ? (
        <p class="hint">No reason is saved yet. Without one, the citizen is not told of the end.</p>
      ) : null}
      <Select
        id="closing"
        name="closing"
        label="Final status"
        choices={view.closing}
        chosen={typed.closing}
        wrongs={wrongs}
      />
      <TextArea
        id="words"
        name="words"
        label="Last words to the citizen (optional)"
        hint="They get them by email before they are told that it ended."
        typed={typed.words}
        wrongs={wrongs}
      />
      <button type="submit">Complete</button>
    </form>
  );
}
