import type { SeenNote } from "@guildhall/contract";
import { headingOf, idIn, type Note, seenNote } from "../note-words.ts";

const lineBreak = /\r\n?|\n/;

/**
 * Write a note at the end of a text that officers write in too, after the notes before it.
 *
 * A note is a heading with its id and its lines quoted by `>`: so it can be told from what officers write, a
 * note that is there is not written again, and no citizen can write a heading. What is there stays as it is,
 * to the letter.
 */
export function withNote(text: string, note: Note): string {
  if (text.split(lineBreak).some((line) => idIn(line) === note.id)) return text;
  const block = blockOf(note);
  return text.trim() === "" ? `${text}${block}` : `${text}\n\n${block}`;
}

/** A note for people: who, when, and their words. */
export function blockOf(note: Note): string {
  const quoted = note.text.split(lineBreak).map((line) => `> ${line}`.trimEnd());
  return [headingOf(note), ...quoted].join("\n");
}

/**
 * What officers wrote in a text, a note for each paragraph: ours come back with it and are left out.
 *
 * A paragraph is the same note as long as it has the same words, whatever is written around it.
 */
export function officersNotes(text: string, visibleToCitizen: boolean): SeenNote[] {
  const seen = new Map<string, number>();
  return paragraphsOf(text).map((words) => {
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return seenNote(words, String(count), visibleToCitizen);
  });
}

function paragraphsOf(text: string): string[] {
  const kept: string[] = [];
  let isOurs = false;
  for (const line of text.split(lineBreak)) {
    isOurs = idIn(line) !== undefined || (isOurs && line.startsWith(">"));
    kept.push(isOurs ? "" : line.trimEnd());
  }
  return kept
    .join("\n")
    .split(/\n{2,}/)
    .map((words) => words.trim())
    .filter((words) => words !== "");
}
