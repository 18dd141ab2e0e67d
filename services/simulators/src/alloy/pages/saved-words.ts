import type { Notice } from "../notice.ts";
import type { ItemView } from "../view.ts";

/** What each act of an officer comes to, before anybody is told. */
const deeds: Readonly<Record<string, (view: ItemView) => string>> = {
  status: ({ status }) => `Saved. It is now “${status}”.`,
  notes: () => "Saved. The note is added.",
  questions: () => "Saved. The question is asked.",
  visits: ({ status }) => `Saved. The visit is booked, and it is now “${status}”.`,
  closure: () => "Saved. It has a reason for closure.",
  complete: ({ status }) => `Saved. It is now “${status}”.`,
  flags: () => "Saved. The ticks are as you set them.",
  results: () => "Saved. The inspection has a result.",
};

/** Say what was saved and what the citizen is told of it; nothing for an act that is not known. */
export function savedWords(saved: string, view: ItemView): string[] {
  const deed = Object.hasOwn(deeds, saved) ? deeds[saved] : undefined;
  if (!deed) return [];
  return [deed(view), ...consequenceOf(saved, view)];
}

function consequenceOf(saved: string, view: ItemView): string[] {
  const { halfWay, closed, notices, isPolled } = view;
  if (saved === "results") return ["The case stays as it is, and nobody is told."];
  if (saved === "complete" && halfWay) return [];
  if (isPolled) return [polled];
  if (saved === "flags") return ["Nobody is told."];
  if (saved === "closure" && !closed) {
    return ["Nobody is told yet: give it its final status as well."];
  }
  const last = notices.at(-1);
  return last ? toldOf(last, view) : [];
}

const polled =
  "This Alloy tells nobody by itself: the platform asks it every few seconds, and tells the citizen what means something new to them.";

const answered =
  "The citizen gets these words by email, with a page to answer on. The answer comes back here.";

function toldOf({ state, news, calls }: Notice, view: ItemView): string[] {
  if (state === "waiting") {
    return ["The platform has not answered yet. It is told again by itself until it does."];
  }
  if (state === "refused") {
    return calls.length === 0
      ? ["Nobody was told: this item did not come from the platform."]
      : ["The platform did not accept it. The history shows its answer."];
  }
  if (news.kind === "note" && !news.visibleToCitizen) {
    return ["It stays among officers: the citizen does not see it."];
  }
  if (news.kind === "ask") return [answered, ...readsNow(view)];
  const words =
    news.kind === "note" ? ["The citizen gets these words by email and on their page."] : [];
  return [...words, ...readsNow(view)];
}

function readsNow({ seen }: ItemView): string[] {
  if (!seen || "problem" in seen.tracking) return ["The platform was told."];
  return [`The citizen’s page says now: “${seen.tracking.answer.stage.title}”.`];
}
