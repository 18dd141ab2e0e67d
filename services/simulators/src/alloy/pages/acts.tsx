import type { Act } from "../../pages/history.tsx";
import type { LogEntry } from "../item.ts";
import type { Call, News, Notice } from "../notice.ts";
import type { ItemView } from "../view.ts";

/** All that was done to an item: what its log has, and what the platform was told of it. */
export function actsOf({ log, notices }: Pick<ItemView, "log" | "notices">): Act[] {
  return [...notices.toReversed().map(sayNotice), ...log.toReversed().map(sayEntry)];
}

function sayEntry({ action, date, username, note }: LogEntry): Act {
  const byOfficer = username === "officer";
  const created = byOfficer ? "Entered" : "Received from the platform";
  const title = note || (action === "Create" ? created : "Changed");
  return { at: date, by: byOfficer ? "Officer" : "The platform", title };
}

const states = {
  answered: { tag: "tag good", text: "Told" },
  waiting: { tag: "tag wait", text: "Not yet answered, trying again" },
  refused: { tag: "tag bad", text: "Not accepted" },
} as const;

function sayNotice({ news, state, calls, createdAt }: Notice): Act {
  const { tag, text } = states[state];
  return {
    at: createdAt,
    by: "Alloy’s workflow, to the platform",
    title: titleOf(news),
    words: wordsOf(news),
    more: (
      <>
        <p>
          <span class={tag}>{text}</span>
        </p>
        {state === "refused" && calls.length === 0 ? <p>{untold}</p> : null}
        <Calls calls={calls} />
      </>
    ),
  };
}

const untold = "No call was made: this item carries no callback address and grant.";

function Calls({ calls }: { calls: readonly Call[] }) {
  if (calls.length === 0) return null;
  return (
    <details>
      <summary>{calls.length === 1 ? "1 call" : `${calls.length} calls`}</summary>
      <ul class="calls">
        {calls.map((call) => (
          <li>
            {call.method} {new URL(call.url).pathname} → {outcomeOf(call)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function wordsOf(news: News): string | undefined {
  if (news.kind === "ask") return news.question;
  return news.kind === "note" ? news.contents : undefined;
}

function titleOf(news: News): string {
  if (news.kind === "ask") return "Question to the citizen";
  if (news.kind === "note") {
    return news.visibleToCitizen ? "Words to the citizen" : "Note for colleagues";
  }
  return news.kind === "status" ? "Status told" : "End told";
}

function outcomeOf({ status, error }: Call): string {
  return status === undefined ? (error ?? "no answer") : String(status);
}
