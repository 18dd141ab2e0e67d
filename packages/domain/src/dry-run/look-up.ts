import { findProcess } from "@guildhall/store";
import { wordsOfCode } from "../delivery/code-words.ts";
import type { LookedUp } from "./desk.ts";
import { type Trial, until } from "./trial.ts";

/** A case that a simulator has. */
export interface Delivered {
  readonly connector: string;
  readonly reference: string;
}

/** No case has it: references hold no noughts. */
const nobodys = "ZZZ-0000-0000";

/**
 * Ask for the case by our reference, and for one that nobody has: a look-up that always finds nothing, or anything,
 * is noticed here, and not when a lost answer makes a case twice.
 */
export async function tryLookUp(trial: Trial, { connector, reference }: Delivered): Promise<void> {
  const { sandbox, live, log, desk, process } = trial;
  const name = await sandbox.catalogue.connectorName(connector);
  const fail = (sentence: string) => log.stop("look-up", "failed", { connector, sentence });
  // The sandbox speaks to a simulator in its own way, so the address that counts is the tenant's own.
  const others = [
    await desk.lookUp(live, connector, nobodys),
    await desk.lookUp(sandbox, connector, nobodys),
  ];
  for (const other of others) {
    const fault = other && faultOf(name, other);
    if (fault !== undefined) return fail(fault);
  }
  if (others[1] === undefined) return;
  const ours = (await findProcess(sandbox.db, process))?.reference ?? "";
  const found = await until(trial, async () => {
    const seen = await desk.lookUp(sandbox, connector, ours);
    return isAnswer(seen) ? seen : undefined;
  });
  if (found && "code" in found) return fail(couldNot(name, found.code));
  if (found?.reference !== reference)
    return fail(`${name} finds ${found?.reference ?? "nothing"} under our reference.`);
  const sentence = `${name} finds it by our reference, and nothing by one that no case has.`;
  return log.pass("look-up", { connector, sentence });
}

/** What is wrong where a case is asked for that nobody has. */
function faultOf(name: string, other: LookedUp): string | undefined {
  if ("code" in other) return couldNot(name, other.code);
  if (other.reference === undefined) return undefined;
  return `${name} finds ${other.reference} under a reference that no case has.`;
}

/** A search may be behind, so that nothing is no answer yet. */
function isAnswer(seen: LookedUp | undefined): seen is LookedUp {
  return seen !== undefined && ("code" in seen || seen.reference !== undefined);
}

function couldNot(name: string, code: string): string {
  const { means, advice } = wordsOfCode(code);
  return `${name} could not be asked for a case: ${means} (${code}). ${advice}`;
}
