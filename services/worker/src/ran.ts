/** What a job leaves for its lane. */
export interface Ran {
  /** When something of the lane is due again. */
  readonly dueAgainAt?: number;
  /** Until when its connector is not spoken to. */
  readonly restUntil?: number;
  /** How many calls its connector may get at once. */
  readonly parallel?: number;
}
