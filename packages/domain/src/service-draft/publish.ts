import { type NewPublication, Problem, type Publication } from "@guildhall/contract";
import {
  appendEvent,
  deleteServiceDraft,
  type ServiceDraftRow,
  scheduleServiceDraft,
} from "@guildhall/store";
import { endAlarm } from "../alarm/raise.ts";
import { change, type Precondition, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { tryToNoteTaken } from "../recipe/taken.ts";
import { knownTo } from "../service/publish.ts";
import { putLive } from "../service/put-live.ts";
import { closeRevisions } from "./keep.ts";
import { knownOfDraft } from "./known.ts";
import { refuseOverLive } from "./live.ts";
import { presentDraft, presentScheduled } from "./present.ts";
import { reachLine, reachServiceDraft } from "./reach.ts";
import { readyDefinition } from "./ready.ts";

const furthestMs = 366 * 86_400_000;

/**
 * Publish a draft, at once or at a time: from then on citizens fill in this version, and what was begun keeps its own.
 *
 * What goes live at a time is the draft as it is now; it is checked now and once more at that time.
 *
 * @throws Problem `not-found`, `precondition-failed`, `request-invalid` (its time), `service-not-ready` with each thing
 * that keeps it from being published
 */
export async function publishServiceDraft(
  ctx: Context,
  { service, ...asked }: NewPublication & { readonly service: string },
  unchanged?: Precondition,
): Promise<Publication> {
  requireScope(ctx, "services:write");
  const known = await knownTo(ctx);
  const published = await change(ctx, async (unit): Promise<Publication> => {
    const draft = await reachServiceDraft(unit.tx, service);
    unchanged?.(presentDraft(draft));
    const ofDraft = await knownOfDraft(unit.tx, draft);
    const definition = readyDefinition(draft.definition, { ...known, ...ofDraft });
    const live = await refuseOverLive(unit.tx, draft, { definition, over: asked.over });
    if (asked.at !== undefined) return schedule(unit, { ...draft, replaces: live ?? null }, asked);
    const { summary } = asked;
    const { version } = await putLive(unit, definition, { summary, by: ctx.actor.name });
    await endPublished(unit, draft);
    return { service, version };
  });
  ctx.catalogue.lookAgain();
  if (asked.at !== undefined) ctx.handover.wake(ctx.tenant.id);
  await tryToNoteTaken(ctx);
  return published;
}

/** A draft that is live has ended. */
export async function endPublished(unit: Unit, draft: ServiceDraftRow): Promise<void> {
  await deleteServiceDraft(unit.tx, draft.service);
  await closeRevisions(unit, draft, "published");
  await endAlarm(unit, "publication-failed", draft.service);
}

/**
 * Have a draft not go live by itself after all.
 *
 * @throws Problem `not-found` (also where nothing was to)
 */
export async function unscheduleServiceDraft(ctx: Context, service: string): Promise<void> {
  requireScope(ctx, "services:write");
  await change(ctx, async ({ tx }) => {
    const { scheduled } = await reachLine(tx, service);
    if (!scheduled) throw new Problem("not-found");
    await scheduleServiceDraft(tx, service, undefined);
    const event = { type: "service.unscheduled", subject: service, actor: ctx.actor } as const;
    await appendEvent(tx, { ...event, at: ctx.now(), data: { revision: scheduled.revision } });
  });
}

async function schedule(
  unit: Unit,
  {
    service,
    revision,
    definition,
    basedOn,
    replaces,
  }: ServiceDraftRow & {
    replaces: number | null;
  },
  { at: wanted = "", summary }: Omit<NewPublication, "service">,
): Promise<Publication> {
  const { ctx, tx } = unit;
  const { actor } = ctx;
  const at = checkedTime(ctx.now(), wanted);
  const publication = { at, summary, actor, revision, basedOn, replaces };
  await scheduleServiceDraft(tx, service, { ...publication, definition });
  await endAlarm(unit, "publication-failed", service);
  const event = { type: "service.scheduled", subject: service, actor, at: ctx.now() } as const;
  await appendEvent(tx, { ...event, data: { revision, for: new Date(at).toISOString() } });
  return { service, scheduled: presentScheduled(publication) };
}

function checkedTime(now: number, wanted: string): number {
  const at = Date.parse(wanted);
  if (at > now && at <= now + furthestMs) return at;
  const code = at > now ? "too-late" : "past";
  throw new Problem("request-invalid", { faults: [{ pointer: "/at", code }] });
}
