import type { ListedCase } from "../../pages/listing.ts";
import { type Choice, Select, TextArea, TextLine, type Wrong } from "../../pages/parts.tsx";
import type { Posted } from "../../pages/posted.ts";
import { When } from "../../pages/when.tsx";
import type { Case } from "../case.ts";
import type { Code, UniformConfig } from "../config.ts";

interface ActionsProps {
  readonly listed: ListedCase;
  readonly held: Case;
  readonly config: UniformConfig;
  readonly wrongs: readonly Wrong[];
  readonly typed: Posted;
}

/** What an officer can do to a request. */
export function Actions(props: ActionsProps) {
  const { listed, held, config } = props;
  const hasVisits = Boolean(config.lists.VISITTYPE?.length && config.lists.OFFICER?.length);
  return (
    <>
      <StatusForm {...props} />
      {hasVisits ? <VisitForm {...props} /> : null}
      {hasVisits && config.lists.ACTIONS && held.visits.length > 0 ? (
        <ActionForm {...props} />
      ) : null}
      {listed.closed ? null : <CloseForm {...props} />}
    </>
  );
}

function StatusForm({ listed, held, config, wrongs, typed }: ActionsProps) {
  const statuses = choicesOf(config.lists.SRSTATUS).filter(
    ({ value }) => value !== config.closedStatus,
  );
  const reaches = "Reaches the citizen when the platform next asks, if it means something to them.";
  return (
    <form class="panel" method="post" action={`${listed.href}/status`} aria-labelledby="change">
      <h2 id="change">{listed.closed ? "Reopen" : "Change status"}</h2>
      <Select
        id="status"
        name="status"
        label="New status"
        hint={reaches}
        choices={statuses}
        chosen={typed.status ?? held.status}
        wrongs={wrongs}
      />
      <button type="submit">Change status</button>
    </form>
  );
}

function VisitForm({ listed, config, wrongs, typed }: ActionsProps) {
  return (
    <form class="panel" method="post" action={`${listed.href}/visits`} aria-labelledby="book">
      <h2 id="book">Book a visit</h2>
      <Select
        id="type"
        name="type"
        label="Type of visit"
        none="Choose a type"
        choices={choicesOf(config.lists.VISITTYPE)}
        chosen={typed.type}
        wrongs={wrongs}
      />
      <Select
        id="officer"
        name="officer"
        label="Officer"
        none="Choose an officer"
        choices={choicesOf(config.lists.OFFICER)}
        chosen={typed.officer}
        wrongs={wrongs}
      />
      <When wrongs={wrongs} typed={typed} />
      <TextArea
        id="comments"
        name="comments"
        label="Comments (optional)"
        hint="For officers, and for the citizen where this type of visit is one that they read."
        typed={typed.comments}
        wrongs={wrongs}
      />
      <button type="submit">Book the visit</button>
    </form>
  );
}

function ActionForm({ listed, held, config, wrongs, typed }: ActionsProps) {
  const visits = held.visits.toReversed().map(({ reference, scheduled }) => ({
    value: reference,
    text: `${scheduled.slice(0, 16).replace("T", " ")}, ${reference}`,
  }));
  return (
    <form class="panel" method="post" action={`${listed.href}/actions`} aria-labelledby="act">
      <h2 id="act">Add an action to a visit</h2>
      <Select
        id="visit"
        name="visit"
        label="Visit"
        choices={visits}
        chosen={typed.visit}
        wrongs={wrongs}
      />
      <Select
        id="code"
        name="code"
        label="Action"
        none="Choose an action"
        choices={choicesOf(config.lists.ACTIONS)}
        chosen={typed.code}
        wrongs={wrongs}
      />
      <Select
        id="actionOfficer"
        name="actionOfficer"
        label="Officer for the action"
        none="Choose an officer"
        choices={choicesOf(config.lists.OFFICER)}
        chosen={typed.actionOfficer}
        wrongs={wrongs}
      />
      <TextLine id="due" name="due" type="date" label="Due on" typed={typed.due} wrongs={wrongs} />
      <button type="submit">Add the action</button>
    </form>
  );
}

function CloseForm({ listed, config, wrongs, typed }: ActionsProps) {
  return (
    <form class="panel" method="post" action={`${listed.href}/close`} aria-labelledby="close">
      <h2 id="close">Close</h2>
      <Select
        id="action"
        name="action"
        label="Closing action"
        hint="Decides how the citizen is told that it ended."
        none="Choose an action"
        choices={choicesOf(config.lists.SRCLOSEACT)}
        chosen={typed.action}
        wrongs={wrongs}
      />
      <button type="submit">Close the request</button>
    </form>
  );
}

function choicesOf(list: readonly Code[] = []): Choice[] {
  return list.map(({ code, text }) => ({ value: code, text: `${code} ${text}` }));
}
