import { usualBeginning } from "@guildhall/builder";
import {
  DraftDefinition,
  type NewServiceDraft,
  Problem,
  type ServiceDraft,
} from "@guildhall/contract";
import {
  appendEvent,
  findLiveService,
  findServiceDraftLine,
  findServiceVersion,
  insertRevision,
  insertServiceDraft,
  lastRevision,
  listVersions,
  type Tx,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { refuseLockedWhole } from "../recipe/locks.ts";
import { everything, refuseHuge } from "./keep.ts";
import { changeDraft } from "./kept.ts";
import { presentDraft } from "./present.ts";
import { slugOf } from "./slug.ts";

/**
 * Begin a draft of a service: a new one by its title, the next version of one that is there, or an earlier version to
 * restore it. Citizens go on with the live version until the draft is published.
 *
 * @throws Problem `not-found` (the version), `service-draft-exists`, `request-invalid`, `recipe-part-locked`
 */
export async function beginServiceDraft(
  ctx: Context,
  asked: NewServiceDraft,
): Promise<ServiceDraft> {
  requireScope(ctx, "services:write");
  return changeDraft(ctx, async (unit) => {
    const definition = await firstDefinition(unit.tx, asked);
    if (asked.definition) await refuseLockedWhole(unit.tx, definition);
    return insertDraft(unit, definition);
  });
}

/** Who begins a draft, and the transaction that it begins in. */
export interface Beginning extends Pick<Unit, "tx"> {
  readonly ctx: Pick<Context, "actor" | "now">;
}

/** Put down a draft that was not there. @throws Problem `service-draft-exists`, `request-invalid` */
export async function insertDraft(
  { ctx, tx }: Beginning,
  definition: DraftDefinition,
): Promise<ServiceDraft> {
  refuseHuge(definition);
  const { id: service, title } = definition;
  if (await findServiceDraftLine(tx, service)) throw new Problem("service-draft-exists");
  const live = await findLiveService(tx, service);
  const revision = (await lastRevision(tx, service)) + 1;
  const { actor } = ctx;
  const at = ctx.now();
  const row = {
    service,
    title,
    revision,
    begun: revision,
    basedOn: live?.version ?? null,
    changedAt: at,
    changedBy: actor.name,
    scheduled: undefined,
    tried: undefined,
    definition,
  };
  await insertServiceDraft(tx, row);
  const began = { service, revision, kind: "begun", at, actor, undoes: null } as const;
  const all = { basedOn: null, touched: everything, differences: [] };
  await insertRevision(tx, { ...began, ...all });
  const event = { type: "service-draft.begun", subject: service, actor, at } as const;
  await appendEvent(tx, { ...event, data: { revision } });
  return presentDraft(row);
}

async function firstDefinition(tx: Tx, asked: NewServiceDraft): Promise<DraftDefinition> {
  const { service, title, version, definition } = asked;
  if (definition || title !== undefined) {
    refuse(version !== undefined, "/version", "A version has a title and a definition of its own.");
    const named = title ?? definition?.title ?? "";
    const id = service ?? (await freeSlug(tx, named));
    const isNew =
      definition !== undefined || (await listVersions(tx, { service: id, limit: 1 })).length === 0;
    refuse(!isNew, "/service", "There is a service of this name already.");
    return DraftDefinition.parse({ ...firstWords(asked), ...definition, id, title: named });
  }
  if (service === undefined) throw invalid("/title", "A new service needs a title.");
  const found = await (version === undefined
    ? findLiveService(tx, service)
    : findServiceVersion(tx, service, version));
  if (!found) throw new Problem("not-found");
  return found.definition;
}

/** What is said of a new service beside its title. */
function firstWords({ summary, category, usual }: NewServiceDraft): object {
  return {
    ...(usual && usualBeginning),
    ...(summary !== undefined && { summary }),
    ...(category !== undefined && { category }),
  };
}

/** A name for addresses that no service of the tenant has. */
export async function freeSlug(tx: Tx, title: string): Promise<string> {
  const wanted = slugOf(title);
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? wanted : `${wanted}-${count}`;
    if (!(await isTaken(tx, id))) return id;
  }
}

/** Whether there is a service of a name, live, withdrawn or in the making. */
export async function isTaken(tx: Tx, service: string): Promise<boolean> {
  return (
    (await findServiceDraftLine(tx, service)) !== undefined ||
    (await listVersions(tx, { service, limit: 1 })).length > 0
  );
}

function refuse(isWrong: boolean, pointer: string, detail: string): void {
  if (isWrong) throw invalid(pointer, detail);
}

function invalid(pointer: string, detail: string): Problem {
  return new Problem("request-invalid", { faults: [{ pointer, code: "unworkable", detail }] });
}
