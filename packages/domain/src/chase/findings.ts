import type { ChasedStage, ChaseFinding } from "@guildhall/contract";

/** Fewer than these say nothing of what is missing. */
const fewest = 20;
/** A part of all that is worth a message. */
const worth = 0.2;
/** The part of a stage's late looks that may lie before the day that is named. */
const spared = 0.1;

/**
 * Find the messages that are missing: the stages in which many look, or ask, long after they were last told anything.
 *
 * The day that is named is the one after which nearly all of these are.
 */
export function chaseFindings(
  stages: readonly ChasedStage[],
  told: ReadonlyMap<string, number>,
): ChaseFinding[] {
  const found = (["views", "contacts"] as const).flatMap((of) => {
    const all = stages.reduce((sum, stage) => sum + (stage[of] ?? 0), 0);
    if (all < fewest) return [];
    return stages.flatMap((stage) =>
      findingOf(stage, { of, all, told: told.get(stage.stage) ?? 0 }),
    );
  });
  return found.toSorted((one, other) => other.share - one.share);
}

function findingOf(
  { stage, title, ended, days }: ChasedStage,
  { of, all, told }: { of: ChaseFinding["of"]; all: number; told: number },
): ChaseFinding[] {
  // Once it has ended there is nothing to wait for.
  if (ended) return [];
  const countAfter = (after: number) =>
    days.filter(({ day }) => day > after).reduce((sum, one) => sum + (one[of] ?? 0), 0);
  const late = countAfter(told);
  if (late < fewest || late / all < worth) return [];
  let afterDay = told;
  while (countAfter(afterDay + 1) >= late * (1 - spared)) afterDay += 1;
  const share = countAfter(afterDay) / all;
  const part = `${Math.round(share * 100)}% of ${of} happen in “${title}” ${sayAfter(afterDay)}`;
  return [{ stage, of, share, afterDay, sentence: `${part}: ${sayTold(told)}.` }];
}

function sayAfter(day: number): string {
  return day === 0 ? "after its first day" : `after day ${day}`;
}

function sayTold(day: number): string {
  const since = day === 0 ? "its first day" : `day ${day}`;
  return `nothing is told between ${since} and the end of that stage`;
}
