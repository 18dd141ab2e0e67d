import { z } from "zod";
import { type CaseFaults, countedDown, createCaseFaults } from "./case-faults.ts";
import type { Shelf } from "./shelf.ts";

const times = z.int().positive().optional();
const Times = z.strictObject({ times });
const RetryAfter = z.strictObject({ retryAfterS: z.int().min(0).max(3600).optional(), times });

/**
 * The ways in which a back office can be made to misbehave, each for all calls or the next `times`.
 *
 * `refused`, `duplicate`, `success-without-reference` and `lost-reply` act on the call that creates
 * a case (`lost-reply` on what is written to it later as well), so that a countdown is not spent on a logon or a search. `edited-meanwhile` and `moved-on` are
 * for Alloy, whose cases officers and workflows change while a caller holds them. The others act on every call.
 */
export const Faults = z
  .strictObject({
    /** Answers after so many milliseconds. */
    slow: z.strictObject({ ms: z.int().min(1).max(600_000), times }),
    /** Destroys the connection before reading. */
    down: Times,
    /** Keeps the connection and never answers. */
    hang: Times,
    status429: RetryAfter,
    status503: RetryAfter,
    /** Answers 200 with a web page. */
    "html-200": Times,
    refused: Times,
    /** Takes the case and says that it had it already. */
    duplicate: Times,
    /** Takes the case and does not say under which reference. */
    "success-without-reference": Times,
    /** Takes the case, or what is written to it, then destroys the connection. */
    "lost-reply": Times,
    /** Lets somebody else change a case just before a write to it, so that the write comes too late. */
    "edited-meanwhile": Times,
    /** Lets a workflow move a new case on before the reply to its creation has arrived. */
    "moved-on": Times,
    /** Tells of each change of a case twice. */
    "duplicate-callback": Times,
    /** Lets an officer move a case to a status that was made up just now. */
    "unknown-status": Times,
  })
  .partial();
export type Faults = z.infer<typeof Faults>;
export type FaultKind = keyof Faults;

export const faultKinds = Object.keys(Faults.shape) as FaultKind[]; // keys of a strict object

/** The status that officers move a case to where `unknown-status` is on. */
export const madeUpStatus = "made-up";

/** The faults of one system of one tenant. */
export interface FaultBox {
  all(): Faults;
  replace(faults: Faults): void;
  /** The fault's setting if it is on, for all or for the case that the call under way names, counted down by one. */
  take<K extends FaultKind>(kind: K): Faults[K];
  /** The same for a case that is spoken of. */
  takeOf<K extends FaultKind>(reference: string, kind: K): Faults[K];
  readonly cases: CaseFaults;
}

/** Keep faults on a shelf, so that a restart of the platform does not mend its back office. */
export function createFaultBox(shelf: Shelf<Faults>): FaultBox {
  const all = () => shelf.get("faults") ?? {};
  const cases = createCaseFaults();
  const takeOfAll: FaultBox["take"] = (kind) => {
    const { [kind]: setting } = all();
    if (setting?.times !== undefined) shelf.put("faults", countedDown(all(), kind));
    return setting;
  };
  const takeOf: FaultBox["takeOf"] = (reference, kind) =>
    cases.take(reference, kind) ?? takeOfAll(kind);
  return {
    all,
    replace: (faults) => shelf.put("faults", faults),
    take: (kind) => takeOf(cases.named() ?? "", kind),
    takeOf,
    cases,
  };
}

/** What is told of cases, that of some told twice; whoever asks for a case by its reference is told of it once. */
export function toldOf<T>(
  faults: FaultBox,
  items: readonly T[],
  referenceOf: (item: T) => string,
): T[] {
  return items.flatMap((item) => {
    const reference = referenceOf(item);
    const isAskedFor = reference !== "" && faults.cases.named() === reference;
    return !isAskedFor && faults.takeOf(reference, "duplicate-callback") ? [item, item] : [item];
  });
}
