import { Moment } from "../../pages/parts.tsx";
import type { Call, News, Notice } from "../notice.ts";

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly address: string;
}

/** What the platform was told, call by call, so that a person sees the loop close. */
export function Notices({ notices, address }: NoticesProps) {
  return (
    <section class="panel" aria-labelledby="notices">
      <h2 id="notices">What the platform was told</h2>
      {notices.length === 0 ? <p>Nothing yet. Change the status or add a note.</p> : null}
      {notices.some(({ state }) => state === "waiting") ? (
        <p>
          <a href={address}>Look again</a>
        </p>
      ) : null}
      <ol class="trail">
        {notices.toReversed().map((notice) => (
          <li>
            <NoticeEntry notice={notice} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const states = {
  answered: { tag: "tag good", text: "Told" },
  waiting: { tag: "tag wait", text: "Not yet answered, trying again" },
  refused: { tag: "tag bad", text: "Not accepted" },
} as const;

const untold = "No call was made: this item carries no callback address and grant.";

function NoticeEntry({ notice }: { notice: Notice }) {
  const { news, state, calls, createdAt } = notice;
  return (
    <>
      <h3>
        {titleOf(news)} <span class={states[state].tag}>{states[state].text}</span>
      </h3>
      <p class="soft">
        <Moment at={createdAt} />
      </p>
      {news.kind === "note" ? <p class="quote">{news.contents}</p> : null}
      {state === "refused" && calls.length === 0 ? <p>{untold}</p> : null}
      <ul class="calls" aria-label="Calls">
        {calls.map((call) => (
          <li>
            {call.method} {new URL(call.url).pathname} → {outcomeOf(call)}
          </li>
        ))}
      </ul>
    </>
  );
}

function titleOf(news: News): string {
  if (news.kind === "note") {
    return news.visibleToCitizen ? "Note that the citizen can read" : "Note for colleagues";
  }
  return news.kind === "status" ? "Change of status" : `End: ${news.outcome}`;
}

function outcomeOf({ status, error }: Call): string {
  return status === undefined ? (error ?? "no answer") : String(status);
}
