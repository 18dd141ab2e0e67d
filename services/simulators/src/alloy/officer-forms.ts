import type { Wrong } from "../pages/parts.tsx";
import type { Posted, Read } from "../pages/posted.ts";
import type { Alloy } from "./alloy.ts";
import type { Completion } from "./officer.ts";
import { closuresOf } from "./view.ts";

export function readStatus({ workflow }: Alloy, { status = "" }: Posted): Read<string> {
  if (workflow.open.includes(status)) return { value: status };
  return { wrongs: [{ field: "status", text: "Choose a status" }] };
}

export function readNote(posted: Posted): Read<{ contents: string; visible: boolean }> {
  const contents = (posted.contents ?? "").trim();
  if (!contents) return { wrongs: [{ field: "contents", text: "Enter a note" }] };
  if (contents.length > 4000) {
    return { wrongs: [{ field: "contents", text: "The note must be 4,000 characters or fewer" }] };
  }
  return { value: { contents, visible: posted.visible === "yes" } };
}

const outcomes = ["completed", "closed", "referred"] as const;

export function readCompletion(alloy: Alloy, posted: Posted): Read<Completion> {
  const closures = closuresOf(alloy).map(({ itemId }) => itemId);
  const { closing = "", closure = "" } = posted;
  const words = (posted.words ?? "").trim();
  const outcome = outcomes.find((known) => known === posted.outcome);
  const wrongs = [
    alloy.workflow.closing.includes(closing) ? [] : wrong("closing", "Choose a final status"),
    closures.length === 0 || closures.includes(closure) ? [] : wrong("closure", "Choose a reason"),
    outcome ? [] : wrong("outcome", "Choose how it ended"),
    words.length <= 2000 ? [] : wrong("words", "The words must be 2,000 characters or fewer"),
  ].flat();
  if (wrongs.length > 0 || !outcome) return { wrongs };
  const reason = closures.length > 0 ? { closureId: closure } : {};
  return { value: { statusId: closing, ...reason, outcome, words } };
}

function wrong(field: string, text: string): Wrong[] {
  return [{ field, text }];
}
