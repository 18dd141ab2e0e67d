import type { NewEvent } from "../events.ts";
import type { NewOutboxRow } from "../outbox.ts";
import type { NewProcessRow } from "../processes.ts";

/** A process about a dog that barks. */
export function processRow(id: string, changes: Partial<NewProcessRow> = {}): NewProcessRow {
  return {
    id,
    reference: `EXM-${id}`,
    service: "noise-nuisance",
    version: 1,
    stage: "received",
    receivedAt: 1_000,
    respondBy: null,
    answers: { what: "A dog barks" },
    findable: {},
    ...changes,
  };
}

/** The event that tells of a new process. */
export function eventOf(process: string, changes: Partial<NewEvent> = {}): NewEvent {
  return {
    type: "process.started",
    process,
    subject: process,
    actor: { kind: "platform", id: "guildhall", name: "Guildhall" },
    at: 1_000,
    ...changes,
  };
}

/** A delivery that is due from `nextAt` on. */
export function outboxRow(id: string, changes: Partial<NewOutboxRow> = {}): NewOutboxRow {
  return {
    id,
    process: "prc_1",
    kind: "delivery",
    purpose: "send",
    destination: "alloy",
    event: 1,
    nextAt: 1_000,
    giveUpAt: 9_000,
    ...changes,
  };
}
