import type { Handover, Lane, Reserved } from "../handover.ts";
import { leaseMs } from "../retry.ts";

/** Takes what is handed over and keeps it; once `full`, rows wait to be claimed. */
export class RecordingHandover implements Handover {
  readonly given: Reserved[] = [];
  readonly woken: string[] = [];
  full = false;

  reserve(_lane: Lane, now: number): number | undefined {
    return this.full ? undefined : now + leaseMs;
  }

  give(tickets: readonly Reserved[]): void {
    this.given.push(...tickets);
  }

  wake(tenant: string): void {
    this.woken.push(tenant);
  }
}
