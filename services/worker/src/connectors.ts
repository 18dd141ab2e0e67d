import {
  ConnectorFault,
  createConnector,
  type GuardedRequest,
  resolveAddress,
} from "@guildhall/connectors";
import type { Connector, ConnectorDefinition } from "@guildhall/contract";
import type { Context } from "@guildhall/domain";
import { findConnector, findSecret } from "@guildhall/store";
import { z } from "zod";
import type { ReadyConnector } from "./jobs/ready-connector.ts";
import { Places } from "./places.ts";

const freshMs = 1000;

interface Kept {
  readonly ready: ReadyConnector | undefined;
  readonly made: string;
  until: number;
}

export interface ConnectorOptions {
  readonly request: GuardedRequest;
  /** Where this installation's simulators are, or would be. */
  readonly simulators: string;
}

/**
 * Give tenants' connectors, each made once and kept, with its session, for as long as its definition and
 * credential stay as they are; undefined for one that is not there, or whose settings or credential will not do.
 */
export function createConnectors({
  request,
  simulators,
}: ConnectorOptions): (ctx: Context, id: string) => Promise<ReadyConnector | undefined> {
  const kept = new WeakMap<object, Map<string, Kept>>();
  return async (ctx, id) => {
    const ofTenant = kept.get(ctx.db) ?? new Map<string, Kept>();
    kept.set(ctx.db, ofTenant);
    const known = ofTenant.get(id);
    if (known && known.until > ctx.now()) return known.ready;
    const found = await loadConnector(ctx, id);
    if (!found) return undefined;
    const made = JSON.stringify(found);
    const now = () => new Date(ctx.now());
    const ready = known?.made === made ? known.ready : prepare(found, { request, simulators, now });
    ofTenant.set(id, { ready, made, until: ctx.now() + freshMs });
    return ready;
  };
}

/** A connector as it is stored, with what it may be spoken to with. */
export interface Found {
  readonly definition: ConnectorDefinition;
  readonly credentials: Record<string, string>;
}

const Credentials = z.record(z.string(), z.string());

/**
 * Undefined when it is not there, or has no credential that can be read; an Open311 endpoint may need none. A sandbox has none but simulators,
 * whatever was written down in it.
 */
export async function loadConnector(
  { db, tenant }: Context,
  id: string,
): Promise<Found | undefined> {
  const row = await findConnector(db, id);
  const isSimulator = row?.definition.address.startsWith("simulator:");
  if (tenant.sandboxOf !== undefined && !isSimulator) return undefined;
  const isOpen = row?.definition.kind === "open311";
  const held = await findSecret(db, `connector/${id}`);
  const credentials = Credentials.safeParse(held ?? (isOpen ? {} : undefined));
  return row && credentials.success
    ? { definition: row.definition, credentials: credentials.data }
    : undefined;
}

type Making = ConnectorOptions & { readonly now: () => Date };

function prepare(found: Found, options: Making): ReadyConnector | undefined {
  const { definition } = found;
  const connector = make(found, options);
  if (!connector) return undefined;
  const places = new Places(definition.maxParallel);
  const { findableAfterS } = definition;
  return {
    connector,
    ...(findableAfterS !== undefined && { findableAfterMs: findableAfterS * 1000 }),
    timeoutMs: definition.timeoutMs,
    parallel: definition.maxParallel,
    withPlace: (call, late) => places.with(call, late),
  };
}

function make(
  { definition, credentials }: Found,
  { request, simulators, now }: Making,
): Connector | undefined {
  const address = resolveAddress(definition.address, simulators);
  try {
    const each = timed(request, definition.timeoutMs);
    return createConnector({ ...definition, address }, credentials, { request: each, now });
  } catch (error) {
    if (error instanceof ConnectorFault) return undefined;
    throw error;
  }
}

/** No call takes longer than the connector's definition allows, however many of them a look for changes is made of. */
function timed(request: GuardedRequest, timeoutMs: number): GuardedRequest {
  return (call, signal) => request(call, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
}
