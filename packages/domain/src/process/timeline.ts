import type { EventType, Language, Tracking } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import type { EventRow } from "@guildhall/store";
import { isAssisted } from "../assist/channel.ts";
import type { CompiledService } from "../catalogue.ts";
import { endedLine, reopenedLine } from "../ending/lines.ts";
import { informationLines } from "../information/lines.ts";
import { instant, stageOf } from "./present.ts";
import type { TrackWords } from "./track-words.ts";

type Entry = Tracking["timeline"][number];

/** What the lines of a timeline are written from. */
export interface TimelineSource {
  readonly service: CompiledService;
  readonly words: TrackWords;
  readonly language: Language;
  /** The deliveries that began a case; what followed one there is nothing new to its citizen. */
  readonly cases: ReadonlySet<string>;
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
  "delivery.accepted": (event, data, { cases, names, complete, words }) =>
    cases.has(event.subject)
      ? {
          title: words.passed(names.get(String(data.connector)) ?? words.team),
          ...(complete && typeof data.reference === "string"
            ? { text: words.theirReference(data.reference) }
            : {}),
        }
      : undefined,
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
    return { title: words.noted, text: note.contents, author: authorOf(event, note.author, words) };
  },
  "document.added": (_event, _data, { words }) => ({ title: words.attached }),
  "process.ended": endedLine,
  "process.reopened": reopenedLine,
};

/** A process's events as its citizen reads them, newest first; what means nothing to a citizen is left out. */
export function timelineOf(events: readonly EventRow[], source: TimelineSource): Entry[] {
  const lastWords = new Set(events.flatMap(lastWordsIn));
  return events
    .filter(({ subject }) => !lastWords.has(subject))
    .flatMap((event) => {
      // Event types are ours: what was appended is one of them.
      const type = event.type as EventType;
      const data = JSON.parse(event.data);
      const asked = source.complete ? informationLines[source.language][type] : undefined;
      const line = asked?.(data) ?? lines[type]?.(event, data, source);
      return line ? [{ at: instant(event.at), ...doneBy(event, source), ...line }] : [];
    })
    .reverse();
}

/** The note that an end was told with: the line of the end says it. */
function lastWordsIn({ type, data }: EventRow): string[] {
  if (type !== "process.ended") return [];
  const { note } = JSON.parse(data) as { note?: unknown };
  return typeof note === "string" ? [note] : [];
}

const actsOfPeople: ReadonlySet<string> = new Set([
  "document.added",
  "stage.changed",
  "process.ended",
  "process.reopened",
]);

/** Who did it, for its citizen alone: what came about by itself was done by nobody. */
function doneBy(event: EventRow, { complete, words }: TimelineSource): Pick<Entry, "author"> {
  const { type, actorKind, actorName } = event;
  if (!complete || actorKind === "platform" || !actsOfPeople.has(type)) return {};
  return { author: authorOf(event, actorName, words) };
}

function authorOf({ actorKind }: EventRow, name: string, { you }: TrackWords): string {
  return actorKind === "citizen" ? you : name;
}

function amountIn({ amountPence }: Record<string, unknown>): string {
  return pounds(Number(amountPence));
}
