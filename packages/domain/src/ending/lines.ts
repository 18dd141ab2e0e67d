import type { Ended, Tracking } from "@guildhall/contract";
import type { EventRow } from "@guildhall/store";
import { stageOf } from "../process/present.ts";
import type { TimelineSource } from "../process/timeline.ts";
import { sayEnd } from "./present.ts";
import { endWords } from "./words.ts";

type Line = Omit<Tracking["timeline"][number], "at">;
type Data = Readonly<Record<string, unknown>>;

/** The line of an end: the stage where it is done; else that it is not, which the last stage's title may not say. */
export function endedLine(
  _event: EventRow,
  data: Data,
  { service, language, notes }: TimelineSource,
): Line {
  const stage = stageOf(service, String(data.stage));
  const text = notes.get(String(data.note))?.contents ?? data.text;
  // `finish` is told how it ended, and appends no other.
  const outcome = data.status as Ended;
  if (outcome !== "completed") return sayEnd(outcome, { stage, text, language });
  const said = typeof text === "string" ? text : stage.text;
  return { title: stage.title, ...(said === undefined ? {} : { text: said }) };
}

export function reopenedLine(_event: EventRow, _data: Data, { language }: TimelineSource): Line {
  return endWords[language].reopened;
}
