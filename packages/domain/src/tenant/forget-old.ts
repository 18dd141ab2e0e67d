import { momentOf, nextDay, wallTimeOf } from "@guildhall/process";
import {
  findDigestDay,
  forgetAccessRequests,
  forgetAnswers,
  forgetAssistedDrafts,
  forgetCaseViewers,
  forgetChanges,
  forgetChaseCounts,
  forgetFolderImports,
  forgetPreviews,
  forgetRatings,
  forgetStatuses,
  forgetWebhooks,
  putDigestDay,
  transact,
} from "@guildhall/store";
import { idleAfterMs, oldAfterMs } from "../access/terms.ts";
import { seenForMs as seenCaseForMs } from "../case/viewers.ts";
import { seenForMs } from "../coverage/report.ts";
import { dayMs } from "../days.ts";
import { forgetOldRuns } from "../dry-run/record.ts";
import { forgetOldFeedback } from "../feedback/forget.ts";
import { importsKeptMs, mostImports } from "../folder/import.ts";
import { forgetOldFollowers } from "../follower/forget.ts";
import type { Ground } from "../ground.ts";
import { firstIdAt } from "../ids.ts";
import { previewKeptMs } from "../preview/terms.ts";

/** How long the answer to a request is remembered, for whoever asks the same again. */
export const answersKeptMs = 30 * 86_400_000;
/** How long a change of a back office is known again; its latest of each case is for ever. */
export const changesKeptMs = 90 * 86_400_000;
/** How long a webhook is kept that was taken; what was not taken is kept. */
export const webhooksKeptMs = 30 * 86_400_000;
/** How long it is kept how often people looked and asked: two winters can be compared. */
const chaseCountsKeptMs = 730 * dayMs;
/** Forgotten together; others' works come between. */
const atATime = 500;
/** Three in the morning, as clocks in London show it. */
const nightMs = 3 * 3_600_000;
/** The day is kept beside those of the morning's letters. */
const forgetting = "forgetting";

/** Forget what is past keeping: answers that nobody asks for again, who asked for access long ago, and old changes. */
export async function forgetOld(ground: Ground): Promise<void> {
  const { db, now } = ground;
  const at = now();
  await transact(db, (tx) =>
    forgetAccessRequests(tx, { idle: at - idleAfterMs, old: at - oldAfterMs }),
  );
  await forgetOldFeedback(ground);
  await forgetOldFollowers(ground);
  await transact(db, forgetAssistedDrafts);
  await transact(db, (tx) => forgetCaseViewers(tx, at - seenCaseForMs));
  await transact(db, (tx) => forgetOldRuns(tx, at));
  const imports = { before: at - importsKeptMs, most: mostImports };
  await transact(db, (tx) => forgetFolderImports(tx, imports));
  await transact(db, (tx) => forgetPreviews(tx, { at: at - previewKeptMs, now: at }));
  const answers = { before: at - answersKeptMs, limit: atATime };
  while ((await transact(db, (tx) => forgetAnswers(tx, answers))) === atATime);
  await transact(db, (tx) => forgetStatuses(tx, at - seenForMs));
  await transact(db, (tx) => forgetRatings(tx, at));
  await transact(db, (tx) => forgetChaseCounts(tx, Math.floor((at - chaseCountsKeptMs) / dayMs)));
  const changes = { before: at - changesKeptMs, limit: atATime };
  while ((await transact(db, (tx) => forgetChanges(tx, changes))) === atATime);
  const webhooks = { beforeId: firstIdAt("out", at - webhooksKeptMs), limit: atATime };
  while ((await transact(db, (tx) => forgetWebhooks(tx, webhooks))) === atATime);
  const { day } = wallTimeOf(new Date(at));
  await transact(db, (tx) => putDigestDay(tx, forgetting, day));
}

/** When there is to be forgotten again: the night after it was done, so that a tenant may rest in between. */
export async function whenToForget({ db, now }: Ground): Promise<number> {
  const day = await findDigestDay(db, forgetting);
  return day === undefined ? now() : momentOf({ day: nextDay(day), ms: nightMs }).getTime();
}
