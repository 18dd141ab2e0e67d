import { CitizenView } from "../../pages/citizen-view.tsx";
import { Documents } from "../../pages/documents.tsx";
import { type Act, History } from "../../pages/history.tsx";
import { Jump } from "../../pages/jump.tsx";
import { Layout } from "../../pages/layout.tsx";
import type { ListedCase } from "../../pages/listing.ts";
import { ErrorSummary, type Wrong } from "../../pages/parts.tsx";
import type { Place } from "../../pages/place.ts";
import type { Posted } from "../../pages/posted.ts";
import { Saved } from "../../pages/saved.tsx";
import { Story } from "../../pages/story.tsx";
import type { Look } from "../../platform/ask.ts";
import type { Case } from "../case.ts";
import type { UniformConfig } from "../config.ts";
import { onlineReference } from "../view.ts";
import { Actions } from "./actions.tsx";
import { Machine, Particulars, Where, Who } from "./facts.tsx";
import { Visits } from "./visits.tsx";

interface CasePageProps {
  readonly place: Place;
  readonly config: UniformConfig;
  readonly held: Case;
  readonly listed: ListedCase;
  /** What the platform shows of it; nothing for a request of Uniform's own. */
  readonly seen?: Look | undefined;
  /** What an officer has just done. */
  readonly saved?: string | undefined;
  readonly wrongs?: readonly Wrong[];
  readonly typed?: Posted;
}

/** One service request: what came in, what was done, and what the officer can do. */
export function CasePage(props: CasePageProps) {
  const { place, config, held, listed, seen, wrongs = [], typed = {} } = props;
  const title = `${held.reference} ${listed.title}`;
  return (
    <Layout title={`${wrongs.length > 0 ? "Error: " : ""}${title}`} place={place}>
      <ErrorSummary wrongs={wrongs} />
      <Saved words={wordsOf(props)} />
      <p>
        <a href={`/uniform/${place.tenant}/`}>Service requests</a>
      </p>
      <h1>{title}</h1>
      <Head {...props} />
      <Jump hasCitizen={seen !== undefined} />
      <div class="columns">
        <div>
          <Who held={held} config={config} />
          <Where held={held} />
          <Story text={held.nature} />
          <Particulars held={held} config={config} />
          <Documents asked={seen?.documents} address={listed.href} />
          <Visits visits={held.visits} config={config} />
          <History acts={held.acts.map(sayAct)} />
          <Machine held={held} />
        </div>
        <div>
          <CitizenView asked={seen?.tracking} address={listed.href} />
          <Actions listed={listed} held={held} config={config} wrongs={wrongs} typed={typed} />
        </div>
      </div>
    </Layout>
  );
}

function Head({ held, listed }: CasePageProps) {
  const online = onlineReference(held);
  return (
    <p class="head">
      <span class={listed.closed ? "tag closed" : "tag"}>{listed.status}</span>
      {listed.kind ? <span>{listed.kind}</span> : null}
      {online ? <span>Online reference {online}</span> : <span>Not from the platform</span>}
    </p>
  );
}

function sayAct({ at, by, title, words }: Case["acts"][number]): Act {
  return { at, title, words, by: by === "officer" ? "Officer" : "The platform" };
}

const whatWasDone: Readonly<Record<string, string>> = {
  status: "Saved. The request has a new status.",
  close: "Saved. The request is closed.",
  visits: "Saved. The visit is booked.",
  actions: "Saved. The action is added.",
};

/** What was saved; Uniform tells nobody, so what the citizen hears comes when it is next asked. */
function wordsOf({ saved = "", listed, seen }: CasePageProps): string[] {
  const done = Object.hasOwn(whatWasDone, saved) ? whatWasDone[saved] : undefined;
  if (!done) return [];
  if (!seen) return [done, "Nobody is told: this request did not come from the platform."];
  if (saved === "actions") return [done, "It stays among officers: the citizen is told nothing."];
  return [
    done,
    `It stands at “${listed.status}” now. Uniform tells nobody by itself: the platform asks it every few seconds, and tells the citizen by email and on their page when that status means something new to them.`,
  ];
}
