import type { Ticket } from "@guildhall/contract";
import type { Handover } from "../handover.ts";
import { leaseMs } from "../retry.ts";

/** Takes what is handed over and keeps it; once `full`, rows wait to be claimed. */
export class RecordingHandover implements Handover {
  readonly given: Ticket[] = [];
  readonly woken: string[] = [];
  full = false;

  reserve(_tenant: string, now: number): number | undefined {
    return this.full ? undefined : now + leaseMs;
  }

  give(tickets: readonly Ticket[]): void {
    this.given.push(...tickets);
  }

  wake(tenant: string): void {
    this.woken.push(tenant);
  }
}
