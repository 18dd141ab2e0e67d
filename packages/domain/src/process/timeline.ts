import type { EventType, Tracking } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import type { EventRow } from "@guildhall/store";
import { isAssisted } from "../assist/channel.ts";
import type { CompiledService } from "../catalogue.ts";
import { instant, stageOf } from "./present.ts";
import type { TrackWords } from "./track-words.ts";

type Entry = Tracking["timeline"][number];

/** What the lines of a timeline are written from. */
export interface TimelineSource {
  readonly service: CompiledService;
  readonly words: TrackWords;
  /** What connectors are called, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The words of the notes the citizen may see, by id; empty for someone who only has the reference. */
  readonly notes: ReadonlyMap<string, { contents: string; author: string }>;
  readonly complete: boolean;
}

type Line = (
  event: EventRow,
  data: Record<string, unknown>,
  source: TimelineSource,
) => Omit<Entry, "at"> | undefined;

const lines: Partial<Record<EventType, Line>> = {
  "process.started": (_event, data, { words: { started } }) => ({
    title: started.title,
    ...(isAssisted(data) && { text: started.assisted }),
  }),
  "delivery.accepted": (_event, data, { names, complete, words }) => ({
    title: words.passed(names.get(String(data.connector)) ?? words.team),
    ...(complete && typeof data.reference === "string"
      ? { text: words.theirReference(data.reference) }
      : {}),
  }),
  "delivery.refused": (_event, _data, { words }) => words.withPerson,
  "delivery.held": (_event, _data, { words }) => words.withPerson,
  "payment.due": (_event, data, { words }) =>
    data.again === true ? undefined : { title: words.toPay(amountIn(data)) },
  "payment.paid": (_event, data, { words }) => ({ title: words.paid(amountIn(data)) }),
  "payment.unpaid": (_event, _data, { words }) => words.unpaid,
  "stage.changed": (_event, data, { service }) => {
    const stage = stageOf(service, String(data.stage));
    const text = typeof data.text === "string" ? data.text : stage.text;
    return { title: stage.title, ...(text === undefined ? {} : { text }) };
  },
  "note.added": (event, data, { notes, complete, words }) => {
    if (data.visible !== true) return undefined;
    const note = notes.get(event.subject);
    if (!complete || !note) return { title: words.noted };
    return { title: words.noted, text: note.contents, author: note.author };
  },
  "process.ended": (_event, data, { service }) => {
    const stage = stageOf(service, String(data.stage));
    const text = typeof data.text === "string" ? data.text : stage.text;
    return { title: stage.title, ...(text === undefined ? {} : { text }) };
  },
};

/** A process's events as its citizen reads them, newest first; what means nothing to a citizen is left out. */
export function timelineOf(events: readonly EventRow[], source: TimelineSource): Entry[] {
  return events
    .flatMap((event) => {
      // Event types are ours: what was appended is one of them.
      const line = lines[event.type as EventType]?.(event, JSON.parse(event.data), source);
      return line ? [{ at: instant(event.at), ...line }] : [];
    })
    .reverse();
}

function amountIn({ amountPence }: Record<string, unknown>): string {
  return pounds(Number(amountPence));
}
