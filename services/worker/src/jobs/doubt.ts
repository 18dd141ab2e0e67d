import { notThereYet, type Outcome } from "@guildhall/contract";
import { type Context, type Doubt, doubtOf } from "@guildhall/domain";
import { type ReadyConnector, usuallyFindableAfterMs } from "./ready-connector.ts";
import type { Loaded } from "./send-to-connector.ts";

/** How the receiver of an attempt is asked for what it may have already. */
export interface Looks {
  /** The attempt sends nothing. */
  readonly only: boolean;
  readonly doubt: Doubt | undefined;
  /** Whether doubt need not be a person's. */
  readonly canBeAsked: boolean;
  /** Whether it can be asked without being sent anything. */
  readonly looksUp: boolean;
  readonly findableAfterMs: number;
}

/**
 * Say whether an attempt only looks for the case.
 *
 * After doubt it does until the back office was asked twice, some time apart: its search may be behind. What was
 * refused since is not sent again by itself. Whoever has a delivery sent again that was left to them has looked.
 */
export async function lookingFor(
  ctx: Context,
  loaded: Loaded,
  { connector, findableAfterMs = usuallyFindableAfterMs }: ReadyConnector,
): Promise<Looks> {
  const { row } = loaded;
  const does = "does" in loaded ? loaded.does : "create";
  const looksUp = does === "create" && connector.looksUp === true;
  const doubt = await doubtOf(ctx, { row, findableAfterMs });
  const isSaidByPerson = row.lastCode === null;
  const only =
    looksUp && !isSaidByPerson && doubt !== undefined && (doubt.isRefused || !doubt.wasMissed);
  return { only, doubt, looksUp, canBeAsked: connector.canBeAsked(does), findableAfterMs };
}

/**
 * Decide what an answer means for the row.
 *
 * A receiver that can be asked is asked before the next attempt, so doubt need not be a person's, and it is given the
 * time that its search takes. A refusal after doubt may say that it has the case: it is looked for, and left to a
 * person where it is not found or cannot be. An address that may not be called does not get better by waiting.
 */
export function decided(outcome: Outcome, looks: Looks): Outcome {
  const { doubt, canBeAsked, looksUp, findableAfterMs: afterMs } = looks;
  if (outcome.outcome === "ambiguous" && canBeAsked)
    return { outcome: "retry", code: outcome.code, afterMs };
  if (outcome.outcome === "refused" && doubt)
    return looksUp ? { outcome: "retry", code: refusedInDoubt, afterMs } : left(refusedInDoubt);
  if (outcome.outcome !== "retry") return outcome;
  if (outcome.code === "egress-blocked") return left(outcome.code);
  return outcome.code === notThereYet ? missed(outcome, looks) : outcome;
}

/** Not found once is not there yet; what was refused and not found twice is for a person to judge. */
function missed(outcome: Retry, { doubt, findableAfterMs: afterMs }: Looks): Outcome {
  return doubt?.isRefused && doubt.wasMissed ? left(refusedInDoubt) : { ...outcome, afterMs };
}

type Retry = Extract<Outcome, { outcome: "retry" }>;

const refusedInDoubt = "refused-in-doubt";

/** What is left to a person. */
function left(code: string): Outcome {
  return { outcome: "ambiguous", code };
}
