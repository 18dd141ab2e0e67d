import type { Faults } from "../faults.ts";

/** Which simulator a page belongs to. */
export interface Place {
  readonly system: "alloy" | "uniform";
  readonly tenant: string;
  readonly faults: Faults;
}
