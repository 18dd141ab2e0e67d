import type { Faults } from "../faults.ts";
import type { System } from "./products.ts";

/** Which simulator a page belongs to. */
export interface Place {
  readonly system: System;
  readonly tenant: string;
  readonly faults: Faults;
}
