import {
  type ConnectorDefinition,
  type FieldQuery,
  type LiveShape,
  type LiveTarget,
  Problem,
  type TargetField,
} from "@guildhall/contract";
import { ShapeRefused } from "@guildhall/mapping";
import { findConnector } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import type { LiveRead, TargetDesk } from "./desk.ts";
import { fieldsFound } from "./find-fields.ts";
import type { Listed } from "./get.ts";
import { presentShape, summaryOf } from "./present.ts";

/** One of the things that a back office takes. */
export interface LivePlace {
  readonly connector: string;
  readonly design: string;
}

/**
 * List what a connector's back office takes, as far as it, its settings or live mappings name it.
 *
 * @throws Problem `not-found` (connector), `office-unavailable`
 */
export async function listLiveTargets(
  ctx: Context,
  connector: string,
  desk: TargetDesk,
): Promise<{ data: LiveTarget[] }> {
  requireScope(ctx, "connectors:read");
  return { data: await desk.list(ctx, await definitionOf(ctx, connector)) };
}

/**
 * See what is said of one of these.
 *
 * @throws Problem `not-found`, `office-unavailable`
 */
export async function getLiveTarget(
  ctx: Context,
  place: LivePlace,
  desk: TargetDesk,
): Promise<LiveShape> {
  requireScope(ctx, "connectors:read");
  const live = await lookAt(ctx, place, desk);
  const { fieldCount, requiredCount, ...shape } = summaryOf(live);
  return {
    design: place.design,
    title: live.title,
    ...presentShape(shape),
    fields: fieldCount,
    required: requiredCount,
    readAt: instant(live.readAt),
  };
}

/**
 * List the fields of one of these in document order, a part at a time.
 *
 * @throws Problem `not-found`, `office-unavailable`
 */
export async function listLiveFields(
  ctx: Context,
  { query, ...place }: LivePlace & { readonly query: FieldQuery },
  desk: TargetDesk,
): Promise<Listed<TargetField>> {
  requireScope(ctx, "connectors:read");
  return fieldsFound((await lookAt(ctx, place, desk)).fields, query);
}

async function lookAt(
  ctx: Context,
  { connector, design }: LivePlace,
  desk: TargetDesk,
): Promise<LiveRead> {
  const definition = await definitionOf(ctx, connector);
  const live = await desk.look(ctx, definition, design).catch((error: unknown) => {
    // A schema set of the tenant's own that cannot be read as a shape is none.
    if (error instanceof ShapeRefused) return undefined;
    throw error;
  });
  if (!live) throw new Problem("not-found");
  return live;
}

async function definitionOf(ctx: Context, id: string): Promise<ConnectorDefinition> {
  const found = await findConnector(ctx.db, id);
  if (!found) throw new Problem("not-found");
  return found.definition;
}
