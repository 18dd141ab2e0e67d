import { EmailAddress, type NewMerge, Problem, type Process } from "@guildhall/contract";
import { contactOf } from "@guildhall/forms";
import {
  countWishes,
  findFollowerBy,
  findProcess,
  findProcessWithAnswers,
  followMerged,
  insertFollower,
  listTasks,
  moveMergedFollowers,
  moveTask,
  type ProcessRow,
  setMergedInto,
} from "@guildhall/store";
import { change, keepAnswer, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { addWords } from "../ending/add-words.ts";
import { mostFollowers } from "../follower/terms.ts";
import { pagesUrl } from "../pages-url.ts";
import { presentProcesses } from "../process/present.ts";
import { reachOpenProcess, reachProcess } from "../process/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import { finish } from "../task/finish.ts";
import { isUnderWay } from "../task/raise.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { mergedWords } from "./merged-words.ts";

/**
 * End a process that is a duplicate of another, and let its citizen follow that one.
 *
 * Its citizen is told once, with the message of the end. They need not confirm that they follow: it is their own matter.
 * What was still to be done for the duplicate is taken back; who followed it is told where it is dealt with now. Doing it
 * twice is doing it once.
 *
 * @throws Problem `not-found`, `process-closed` (either has ended), `request-invalid` (itself, or of another service)
 */
export async function mergeProcess(
  ctx: Context,
  id: string,
  { into, words }: NewMerge,
): Promise<Process> {
  requireScope(ctx, "tasks:write");
  if ((await reachProcess(ctx, id)).mergedInto === into) return show(ctx, id);
  const duplicate = await reachOpenProcess(ctx, id);
  const other = await reachOpenProcess(ctx, into);
  if (ctx.actor.kind === "citizen") throw new Problem("scope-missing");
  if (id === into) throw unfit("itself");
  if (duplicate.service !== other.service) throw unfit("another-service");
  const [process, goesOn] = [await talkedOf(ctx, duplicate), await talkedOf(ctx, other)];
  await change({ ...ctx, request: undefined }, async (unit) => {
    for (const one of [id, into])
      if ((await findProcess(unit.tx, one))?.status !== "open") throw new Problem("process-closed");
    await setMergedInto(unit.tx, id, into);
    await end(unit, process, { duplicate, other, words });
    await moveMergedFollowers(unit.tx, id, into);
    await tell(unit, { type: "process.merged", process: goesOn, subject: id });
  });
  return keepAnswer(ctx, await show(ctx, id));
}

async function show(ctx: Context, id: string): Promise<Process> {
  const [process] = await presentProcesses(ctx, [await reachProcess(ctx, id)]);
  if (!process) throw new Problem("not-found");
  return process;
}

function unfit(code: string): Problem {
  return new Problem("request-invalid", { faults: [{ pointer: "/into", code }] });
}

interface Merged {
  readonly duplicate: ProcessRow;
  readonly other: ProcessRow;
  readonly words: string | undefined;
}

async function end(
  unit: Unit,
  process: TalkedOf,
  { duplicate, other, words }: Merged,
): Promise<void> {
  const { ctx, tx } = unit;
  const moved = { state: "cancelled", updatedAt: ctx.now() } as const;
  for (const task of await listTasks(tx, process.id))
    if (isUnderWay(task)) await moveTask(tx, task.id, moved);
  const follows = await followsOn(unit, process, { duplicate, other });
  const url = `${pagesUrl(ctx, duplicate.language)}/track/${other.reference}`;
  const lead = mergedWords[duplicate.language].toCitizen({
    reference: other.reference,
    url,
    follows,
  });
  const note = await addWords(unit, process, words === undefined ? lead : `${words}\n\n${lead}`);
  await finish(unit, process, { status: "closed", stage: undefined, note });
}

/** Let the duplicate's citizen follow the other, and tell whether they do: by e-mail alone, and not their own twice. */
async function followsOn(
  unit: Unit,
  { hasEmail }: TalkedOf,
  { duplicate, other }: Omit<Merged, "words">,
): Promise<boolean> {
  const { ctx, tx } = unit;
  const email = hasEmail ? await addressOf(unit, duplicate) : undefined;
  if (email === undefined || email === (await addressOf(unit, other))) return false;
  const at = ctx.now();
  const known = await findFollowerBy(tx, { process: other.id, email });
  const { confirmed } = await countWishes(tx, { process: other.id, since: at });
  if (known?.confirmedAt == null && confirmed >= mostFollowers) return false;
  const { id: mergedFrom, language } = duplicate;
  const row = { process: other.id, email, language, askedAt: at, confirmedAt: at, mergedFrom };
  if (known) await followMerged(tx, known.id, { confirmedAt: at, mergedFrom });
  else await insertFollower(tx, { ...row, id: ctx.ids.id("flw") });
  return true;
}

async function addressOf({ ctx, tx }: Unit, { id, service, version }: ProcessRow) {
  const whole = await findProcessWithAnswers(tx, id);
  const { definition } = await ctx.catalogue.version(service, version);
  return whole && EmailAddress.safeParse(contactOf(definition, whole.answers).email).data;
}
