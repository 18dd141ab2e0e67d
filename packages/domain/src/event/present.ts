import { type PublicEvent, PublicEventType, publicEvents } from "@guildhall/contract";
import type { ProcessEvent } from "@guildhall/store";
import type { Context } from "../context.ts";
import { instant } from "../process/present.ts";

/** The events that outsiders may hear of. */
export const publicTypes: ReadonlySet<string> = new Set(PublicEventType.options);

/**
 * Show an event as the world may know it: which, of what process, and where to read more.
 *
 * Made of nothing but what never changes, so that whoever asks for it is told the same as whoever was called, and
 * of no field that the catalogue does not name, so that nothing goes out because something else put it there.
 */
export function presentEvent(
  { tenant, issuer }: Pick<Context, "tenant" | "issuer">,
  { event, reference, service }: ProcessEvent,
): PublicEvent {
  const process = event.process ?? "";
  const self = `${issuer}/v1/processes/${process}`;
  const data = {
    tenant: tenant.id,
    event: event.seq,
    process,
    reference,
    service,
    links: { process: self, events: `${self}/events` },
    ...particulars(event),
  };
  // What `tell` appends under a type has the fields that the catalogue names for it.
  return { type: event.type, timestamp: instant(event.at), data } as PublicEvent;
}

const common = new Set(["tenant", "event", "process", "reference", "service", "links"]);
const fieldsByType: ReadonlyMap<string, readonly string[]> = new Map(
  publicEvents.map(({ shape }) => [
    shape.type.value,
    Object.keys(shape.data.shape).filter((field) => !common.has(field)),
  ]),
);

/** The fields that the catalogue names for a type, in its order. */
function particulars({ type, subject, data }: ProcessEvent["event"]): Record<string, unknown> {
  const { visible, ...said } = JSON.parse(data);
  const known: Record<string, unknown> = {
    ...said,
    visibleToCitizen: visible,
    ...subjectOf(subject),
  };
  const fields = fieldsByType.get(type) ?? [];
  return Object.fromEntries(fields.map((field) => [field, known[field]]));
}

const subjects: Readonly<Record<string, string>> = {
  not: "note",
  tsk: "task",
  pay: "payment",
  out: "delivery",
  inf: "information",
};

function subjectOf(id: string): Record<string, string> {
  const name = subjects[id.slice(0, 3)];
  return name === undefined ? {} : { [name]: id };
}
