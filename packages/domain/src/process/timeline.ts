import type { EventType, Tracking } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import type { EventRow } from "@guildhall/store";
import { isAssisted } from "../assist/channel.ts";
import type { CompiledService } from "../catalogue.ts";
import { instant, stageOf } from "./present.ts";

type Entry = Tracking["timeline"][number];

/** What the lines of a timeline are written from. */
export interface TimelineSource {
  readonly service: CompiledService;
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
  "process.started": (_event, data) => ({
    title: "We received your request",
    ...(isAssisted(data) && { text: "A member of council staff sent this for you." }),
  }),
  "delivery.accepted": (_event, data, { names, complete }) => ({
    title: `Passed to ${nameOf(names, data.connector)}`,
    ...(complete && typeof data.reference === "string"
      ? { text: `Their reference is ${data.reference}` }
      : {}),
  }),
  "delivery.refused": () => ({
    title: "A person is looking at your request",
    text: "It could not be passed on by itself. You need do nothing.",
  }),
  "delivery.held": () => ({
    title: "A person is looking at your request",
    text: "It could not be passed on by itself. You need do nothing.",
  }),
  "payment.due": (_event, data) =>
    data.again === true ? undefined : { title: `To pay: ${amountIn(data)}` },
  "payment.paid": (_event, data) => ({ title: `You paid ${amountIn(data)}` }),
  "payment.unpaid": () => ({
    title: "The payment was not made",
    text: "No money was taken. You can pay again.",
  }),
  "stage.changed": (_event, data, { service }) => {
    const stage = stageOf(service, String(data.stage));
    const text = typeof data.text === "string" ? data.text : stage.text;
    return { title: stage.title, ...(text === undefined ? {} : { text }) };
  },
  "note.added": (event, data, { notes, complete }) => {
    if (data.visible !== true) return undefined;
    const note = notes.get(event.subject);
    if (!complete || !note) return { title: "A note was added" };
    return { title: "A note was added", text: note.contents, author: note.author };
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

function nameOf(names: ReadonlyMap<string, string>, connector: unknown): string {
  return names.get(String(connector)) ?? "the service that deals with it";
}
