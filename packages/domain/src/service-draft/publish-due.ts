import type { Known } from "@guildhall/builder";
import { Problem } from "@guildhall/contract";
import {
  appendEvent,
  findLiveService,
  findScheduled,
  findServiceDraftLine,
  listDuePublications,
  nextPublication,
  StoreFault,
  scheduleServiceDraft,
  updateServiceDraft,
} from "@guildhall/store";
import { raiseAlarm } from "../alarm/raise.ts";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { noteTaken } from "../recipe/taken.ts";
import { knownTo } from "../service/publish.ts";
import { putLive } from "../service/put-live.ts";
import { targetsOf } from "./known.ts";
import { refuseOverOther } from "./live.ts";
import { endPublished } from "./publish.ts";
import { reachServiceDraft } from "./reach.ts";
import { readyDefinition } from "./ready.ts";

/**
 * Publish what has to go live by now, each as it was when its time was set and in the name of whoever set it.
 *
 * One that cannot be published any more is left as a draft, and those who make services are called: nothing of it goes
 * live. One that fails for any other reason is left so too, and reported besides: it holds back none of the rest. May be
 * stopped anywhere and done twice.
 *
 * @throws StoreFault where the database fails: then all that is left is due still. AggregateError where some could not
 * even be left as drafts: these are due still
 */
export async function publishDue(ctx: Context, report: (error: unknown) => void): Promise<void> {
  requireScope(ctx, "services:write");
  const due = await listDuePublications(ctx.db, ctx.now());
  if (due.length === 0) return;
  const known = await knownTo(ctx);
  try {
    const failed: unknown[] = [];
    for (const service of due) {
      await publishOrGiveUp(ctx, service, { known, report }).catch((error) => {
        if (error instanceof StoreFault) throw error;
        failed.push(error);
      });
    }
    await noteTaken(ctx).catch(report);
    if (failed.length > 0) throw new AggregateError(failed, "Some drafts stay due");
  } finally {
    ctx.catalogue.lookAgain();
  }
}

async function publishOrGiveUp(
  ctx: Context,
  service: string,
  { known, report }: { known: Known; report: (error: unknown) => void },
): Promise<void> {
  try {
    await change(ctx, (unit) => publishScheduled(unit, service, known));
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    if (!(error instanceof Problem)) report(error);
    await change(ctx, (unit) => giveUp(unit, service, reasonOf(error)));
  }
}

/** When something goes live by itself next. */
export async function whenPublicationDue({ db }: Context): Promise<number | undefined> {
  return nextPublication(db);
}

async function publishScheduled(unit: Unit, service: string, known: Known): Promise<void> {
  const { ctx, tx } = unit;
  const scheduled = await findScheduled(tx, service);
  // It may have been called off, or put off, a moment ago.
  if (!scheduled || scheduled.at > ctx.now()) return;
  const { actor, summary, revision, basedOn, replaces } = scheduled;
  const draft = await reachServiceDraft(tx, service);
  // Its scenarios were run before it was given its time.
  const targets = await targetsOf(tx, scheduled);
  const definition = readyDefinition(scheduled.definition, { ...known, ...targets });
  await refuseOverOther(tx, { service, replaces }, definition);
  const theirs = { ...unit, ctx: { ...ctx, actor } };
  const { version } = await putLive(theirs, definition, { summary, by: actor.name });
  if (draft.revision === revision) return endPublished(theirs, draft);
  // It was edited meanwhile, and goes on beside what is live now.
  await scheduleServiceDraft(tx, service, undefined);
  // Where what it was based on was taken back meanwhile, it does not know all of what is live.
  if (draft.basedOn === basedOn) await updateServiceDraft(tx, service, { basedOn: version });
}

/** Leave it as a draft, and call somebody. */
async function giveUp(unit: Unit, service: string, reason: string): Promise<void> {
  const { ctx, tx } = unit;
  const draft = await findServiceDraftLine(tx, service);
  // It may have been called off, or put off, a moment ago.
  if (!draft?.scheduled || draft.scheduled.at > ctx.now()) return;
  await scheduleServiceDraft(tx, service, undefined);
  const { actor } = ctx;
  const event = { type: "service.unscheduled", subject: service, actor, at: ctx.now() } as const;
  await appendEvent(tx, { ...event, data: { revision: draft.scheduled.revision, failed: true } });
  const { title } = (await findLiveService(tx, service))?.definition ?? draft;
  const data = { service, title, reason };
  await raiseAlarm(unit, { kind: "publication-failed", subject: service, role: "designer", data });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Problem)) return "Something went wrong on our side, and was reported.";
  const { faults, message } = error;
  return faults.find(({ detail }) => detail !== undefined)?.detail ?? `${message}.`;
}
