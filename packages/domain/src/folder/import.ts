import { createHash } from "node:crypto";
import { type FolderImport, Problem } from "@guildhall/contract";
import {
  appendEvent,
  configurationRevision,
  type FolderImportRow,
  findFolderImport,
  findImportContents,
  forgetFolderImports,
  insertFolderImport,
  approveFolderImport as keepApproval,
  listServiceDrafts,
  listTargets,
  squeezeContents,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import type { MayCall } from "../subscription/reach.ts";
import { alone } from "./alone.ts";
import type { FolderContents } from "./contents.ts";
import { type Beside, type Item, isLiveAtOnce } from "./item.ts";
import { packed, unpacked } from "./packed.ts";
import { planConnectors } from "./plan-connectors.ts";
import { planParts } from "./plan-parts.ts";
import { planServices } from "./plan-services.ts";

/** How long a plan can be approved, and looked at. */
export const importsKeptMs = 86_400_000;
/** The oldest goes: each may hold as much as an archive does. */
export const mostImports = 5;

/** What a folder holds, and what it was known by when it was read. */
export interface GivenFolder {
  readonly contents: FolderContents;
  readonly digest: string;
  readonly hasTenant: boolean;
}

/** Where connections may lead, and the files that whoever approves has before them, if any. */
export interface Approving {
  readonly mayCall: MayCall;
  readonly digest?: string;
}

/** A mark that is another as soon as anything was changed that an import could change. */
async function stateOf(db: Beside["db"]): Promise<string> {
  const drafts = await listServiceDrafts(db);
  const targets = await listTargets(db, { limit: 10_000 });
  return JSON.stringify([
    await configurationRevision(db),
    drafts.map(({ service, revision }) => [service, revision]),
    targets.map(({ id, readAt }) => [id, readAt]),
  ]);
}

/** What is told of an import beside its id and who made it. */
type Plan = Pick<FolderImport, "changes" | "leftOut" | "unchanged">;

/**
 * Say what a folder would change of a tenant, and keep it for a day to be approved. Nothing is changed.
 *
 * Services become drafts. What is not in the folder stays as it is. It is opened for those who may import it only, and
 * one at a time.
 *
 * @throws Problem `busy` while another of the tenant's is under way
 */
export async function planFolderImport(
  asked: Context,
  open: () => Promise<GivenFolder>,
  mayCall: MayCall,
): Promise<FolderImport> {
  requireScope(asked, "services:write");
  return alone(asked, async () => planOne(asked, await open(), mayCall));
}

async function planOne(
  asked: Context,
  { contents, digest, hasTenant }: GivenFolder,
  mayCall: MayCall,
): Promise<FolderImport> {
  // The same request is one with the same files.
  const ctx = asked.request ? { ...asked, request: { ...asked.request, digest } } : asked;
  const items = await itemsOf({ ctx, db: ctx.db, contents, mayCall });
  const plan = planOf(ctx, items, hasTenant);
  const kept = await squeezeContents(await packed(contents));
  return change(ctx, async ({ tx }) => {
    const [id, madeAt, madeBy] = [ctx.ids.id("imp"), ctx.now(), ctx.actor.name];
    const row = { id, madeAt, madeBy, approvedAt: null, approvedBy: null, digest, plan };
    await forgetFolderImports(tx, { before: madeAt - importsKeptMs, most: mostImports - 1 });
    await insertFolderImport(tx, { ...row, basis: basisOf(items) }, kept);
    return present({ ...row, basis: "" });
  });
}

/**
 * See what an import would change, or has changed.
 *
 * @throws Problem `not-found`, also when its time is over
 */
export async function getFolderImport(ctx: Context, id: string): Promise<FolderImport> {
  requireScope(ctx, "services:read");
  return present(await reachImport(ctx, id));
}

/**
 * Do what an import said that it would: all of it or nothing.
 *
 * @throws Problem `not-found`, `invalid-transition` (it was approved already), `precondition-failed` (something that it
 * would change was changed since: plan it again), `scope-missing` (it changes what is live at once)
 */
export async function approveFolderImport(
  ctx: Context,
  id: string,
  { mayCall, digest }: Approving,
): Promise<FolderImport> {
  requireScope(ctx, "services:write");
  const row = await reachImport(ctx, id);
  if (digest !== undefined && digest !== row.digest) throw new Problem("precondition-failed");
  if (planIn(row).changes.some(({ kind }) => isLiveAtOnce(kind))) {
    requireScope(ctx, "connectors:write");
    requireRecentSignIn(ctx);
  }
  const before = await stateOf(ctx.db);
  const items = await itemsAgain(ctx, row, mayCall);
  const done = await change(ctx, async (unit): Promise<FolderImport> => {
    const { tx } = unit;
    // Two may approve at once, or somebody edits while it is worked out what is to be done.
    const { approvedAt } = await reachImport(ctx, id, tx);
    if (approvedAt !== null) throw new Problem("invalid-transition");
    if ((await stateOf(tx)) !== before) throw new Problem("precondition-failed");
    for (const { carry } of items) await carry?.(unit);
    const [at, by] = [ctx.now(), ctx.actor.name];
    await keepApproval(tx, id, { at, by });
    const data = changedIn(planIn(row));
    await appendEvent(tx, { type: "folder.imported", subject: id, actor: ctx.actor, at, data });
    return present({ ...row, approvedAt: at, approvedBy: by });
  });
  ctx.catalogue.lookAgain();
  ctx.handover.wake(ctx.tenant.id);
  return done;
}

/** For the audit: how many things were changed, and the first of them by their kinds and ids. */
function changedIn({ changes }: Plan): { changes: number; parts: string[] } {
  const parts = changes.slice(0, mostParts).map(({ kind, id }) => `${kind}/${id}`);
  return { changes: changes.length, parts };
}

const mostParts = 200;

/** What is to be done, as long as it is what the plan says. */
async function itemsAgain(
  ctx: Context,
  { id, approvedAt, basis }: FolderImportRow,
  mayCall: MayCall,
): Promise<Item[]> {
  const kept = await findImportContents(ctx.db, id);
  if (approvedAt !== null || kept === undefined) throw new Problem("invalid-transition");
  const items = await itemsOf({ ctx, db: ctx.db, contents: unpacked(kept), mayCall });
  if (basisOf(items) !== basis) throw new Problem("precondition-failed");
  return items;
}

async function itemsOf(beside: Beside): Promise<Item[]> {
  return [
    ...(await planServices(beside)),
    ...(await planConnectors(beside)),
    ...(await planParts(beside)),
  ];
}

function planOf({ tenant }: Context, items: readonly Item[], hasTenant: boolean): Plan {
  const ofTenant = {
    kind: "tenant",
    id: tenant.id,
    title: tenant.name,
    sentence: notTenant,
  } as const;
  return {
    changes: items.flatMap(({ change: one }) => one ?? []),
    leftOut: [...(hasTenant ? [ofTenant] : []), ...items.flatMap(({ leftOut }) => leftOut ?? [])],
    unchanged: items.filter((one) => !one.change && !one.leftOut).length,
  };
}

const notTenant =
  "What tenant.yaml says stays as it is here: names, sign-in and addresses of an organisation are set by whoever runs the platform.";

/** What a plan stands on: what is here, and what would be done with it. */
function basisOf(items: readonly Item[]): string {
  const marks = items.map(({ mark, change: one, leftOut }) => [mark, one, leftOut]);
  return createHash("sha256").update(JSON.stringify(marks)).digest("base64url");
}

async function reachImport(
  ctx: Context,
  id: string,
  db: Beside["db"] = ctx.db,
): Promise<FolderImportRow> {
  const row = await findFolderImport(db, id);
  if (!row || row.madeAt + importsKeptMs <= ctx.now()) throw new Problem("not-found");
  return row;
}

function planIn({ plan }: Pick<FolderImportRow, "plan">): Plan {
  return plan as Plan; // Written by `planFolderImport`.
}

function present(row: FolderImportRow): FolderImport {
  const { id, madeAt, madeBy, approvedAt, approvedBy } = row;
  return {
    id,
    state: approvedAt === null ? "planned" : "approved",
    madeAt: instant(madeAt),
    madeBy,
    expiresAt: instant(madeAt + importsKeptMs),
    ...(approvedAt === null ? {} : { approvedAt: instant(approvedAt) }),
    ...(approvedBy === null ? {} : { approvedBy }),
    ...planIn(row),
  };
}
