import type { ChangeKeys } from "../change-keys.ts";
import type { Caller } from "./caller.ts";
import type { Plan } from "./plan.ts";

/** What everything that is done for one connector works with. */
export interface Desk {
  readonly plan: Plan;
  readonly caller: Caller;
  readonly now: () => Date;
  /** Tells a new change from one seen before, where the back office does not. */
  readonly keys: ChangeKeys;
}
