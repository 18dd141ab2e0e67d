import { Ended, type Language, type Stage } from "@guildhall/contract";
import { type EventRow, findNote } from "@guildhall/store";
import type { Context } from "../context.ts";
import { sayEnd } from "./present.ts";

/** What a message about an end may be filled with: how it ended, and the words that go with just that. */
export async function endingFacts(
  { db }: Context,
  event: EventRow | undefined,
  { stage, language }: { stage: Stage; language: Language },
): Promise<{ outcome: string; status?: string }> {
  const data: Record<string, unknown> = event ? JSON.parse(event.data) : {};
  const ended = Ended.safeParse(event?.type === "process.ended" && data.status);
  if (!ended.success) return { outcome: "" };
  const note = typeof data.note === "string" ? await findNote(db, data.note) : undefined;
  const text = note?.contents ?? data.text;
  const { title, text: status } = sayEnd(ended.data, { stage, text, language });
  return { outcome: title, status };
}
