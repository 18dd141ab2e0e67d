import { CitizenView } from "../../pages/citizen-view.tsx";
import { Documents } from "../../pages/documents.tsx";
import { History } from "../../pages/history.tsx";
import { Jump } from "../../pages/jump.tsx";
import { Layout } from "../../pages/layout.tsx";
import { ErrorSummary, type Wrong } from "../../pages/parts.tsx";
import type { Place } from "../../pages/place.ts";
import type { Posted } from "../../pages/posted.ts";
import { Saved } from "../../pages/saved.tsx";
import { Story } from "../../pages/story.tsx";
import type { ItemView } from "../view.ts";
import { Actions } from "./actions.tsx";
import { actsOf } from "./acts.tsx";
import { Machine, Particulars, Where, Who } from "./facts.tsx";
import { Inspections } from "./inspections.tsx";
import { savedWords } from "./saved-words.ts";

interface ItemPageProps {
  readonly place: Place;
  readonly view: ItemView;
  /** What an officer has just done. */
  readonly saved?: string | undefined;
  readonly wrongs?: readonly Wrong[];
  readonly typed?: Posted;
}

/** One work item: what came in, what was done, and what the officer can do. */
export function ItemPage(props: ItemPageProps) {
  const { place, view, saved = "", wrongs = [], typed = {} } = props;
  const address = view.href;
  return (
    <Layout title={`${wrongs.length > 0 ? "Error: " : ""}${view.title}`} place={place}>
      <ErrorSummary wrongs={wrongs} />
      <Saved words={savedWords(saved, view)} />
      <HalfWay view={view} />
      <p>
        <a href={`/alloy/${place.tenant}/`}>Work items</a>
      </p>
      <h1>{view.title}</h1>
      <Head view={view} />
      <Jump hasCitizen={view.seen !== undefined} />
      <div class="columns">
        <div>
          <Who view={view} />
          <Where view={view} />
          <Story text={view.story} />
          <Particulars view={view} />
          <Documents asked={view.seen?.documents} address={address} />
          <Inspections view={view} wrongs={wrongs} typed={typed} />
          <History acts={actsOf(view)} />
          <Machine view={view} />
        </div>
        <div>
          <CitizenView asked={view.seen?.tracking} address={address} />
          <Actions view={view} wrongs={wrongs} typed={typed} />
        </div>
      </div>
    </Layout>
  );
}

function Head({ view }: Pick<ItemPageProps, "view">) {
  const { closed, status, kind, online } = view;
  return (
    <p class="head">
      <span class={closed ? "tag closed" : "tag"}>{status}</span>
      {kind ? <span>{kind}</span> : null}
      {online ? <span>Online reference {online}</span> : <span>No online reference</span>}
    </p>
  );
}

function HalfWay({ view }: Pick<ItemPageProps, "view">) {
  if (!view.halfWay) return null;
  return (
    <div class="warning" role="status">
      <strong>Saved half-way.</strong> It is “{view.status}”, but has no reason for closure yet.
      Nobody is told that it ended before it has one.
    </div>
  );
}
