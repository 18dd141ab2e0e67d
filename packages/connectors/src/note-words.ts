import { createHash } from "node:crypto";
import type { CaseUpdate, SeenNote } from "@guildhall/contract";

export type Note = Extract<CaseUpdate, { operation: "note" }>["note"];

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "short",
});
const heading = /^(?:Customer update|Note by .{1,200}) at .{1,40} \[([a-z]{3}_[0-9a-z]{1,40})\]/;

/** The line that a note of ours begins with, for people and by its id for us: who, when, which. */
export function headingOf({ id, byCitizen, author, at }: Note): string {
  const who = byCitizen ? "Customer update" : `Note by ${oneLine(author)}`;
  return `${who} at ${clock.format(new Date(at))} [${id}]`;
}

/** The id of the note of ours that a line begins; undefined where it is nobody's heading. */
export function idIn(line: string): string | undefined {
  return heading.exec(line.trim())?.[1];
}

/** Words that an officer wrote, under a key that is theirs as long as not a letter of them changes. */
export function seenNote(words: string, place: string, visibleToCitizen: boolean): SeenNote {
  const digest = createHash("sha256").update(words).digest("hex").slice(0, 16);
  return { key: `${digest}-${place}`, text: words, visibleToCitizen };
}

function oneLine(author: string): string {
  return (
    author
      .replace(/[\s[\]]+/g, " ")
      .trim()
      .slice(0, 100) || "the council"
  );
}
