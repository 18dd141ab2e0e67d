import { findProcess, listPayments } from "@guildhall/store";
import { hasCharges, isAwaited } from "../payment/states.ts";
import { followDeliveries } from "./deliver.ts";
import type { Delivered } from "./look-up.ts";
import { type Trial, until } from "./trial.ts";
import { passDays, passWait } from "./waits.ts";
import { complete, takeUp, type Worked } from "./work-case.ts";

/** How far a case has come. */
interface Way {
  /** The outbox rows that were seen to arrive. */
  readonly followed: Set<string>;
  /** What was taken since an officer last took a case up. */
  readonly taken: Delivered[];
  /** What an officer has taken up and not completed. */
  worked: Worked | undefined;
}

/**
 * Follow a case through all its steps: what begins after a payment, a wait or an officer's word is followed like what
 * began with the form.
 *
 * An officer completes a case only when nothing else moves it, because its end may be the end of all of it.
 */
export async function goThrough(trial: Trial): Promise<void> {
  const way: Way = { followed: new Set(), taken: [], worked: undefined };
  while (await goOn(trial, way));
  trial.log.ends ??= "accepted";
}

/** Do the next thing; false where nothing is left that could be done. */
async function goOn(trial: Trial, way: Way): Promise<boolean> {
  way.taken.push(...(await followDeliveries(trial, way.followed)));
  if (!(await isOpen(trial))) return false;
  if ((await pay(trial)) || (await passDays(trial))) return true;
  const next = await takeUp(trial, way.taken.splice(0));
  way.worked = next ?? way.worked;
  if (next || (await passWait(trial, way.worked !== undefined))) return true;
  if (!way.worked) return false;
  await complete(trial, way.worked);
  way.worked = undefined;
  return true;
}

async function isOpen({ sandbox, process }: Trial): Promise<boolean> {
  return (await findProcess(sandbox.db, process))?.status === "open";
}

/** Pay what is due, if anything is. */
async function pay(trial: Trial): Promise<boolean> {
  const { sandbox, service, process, desk, log } = trial;
  if (!hasCharges(service)) return false;
  const isDue = async () => isAwaited((await listPayments(sandbox.db, [process])).at(-1));
  if (!(await isDue())) return false;
  await desk.pay(sandbox, process);
  if (!(await until(trial, async () => ((await isDue()) ? undefined : true))))
    return log.stop("payment", "waiting", {
      sentence: "Nobody had heard of the payment when time was up.",
    });
  log.pass("payment", { sentence: "It was paid with the simulator's card." });
  return true;
}
