import { type Connection, type ConnectorDefinition, Problem } from "@guildhall/contract";
import {
  appendEvent,
  findConnector,
  listLiveServices,
  probeBreakers,
  putConnector,
} from "@guildhall/store";
import { change, type Precondition } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { connectorFaults } from "../service/check/connector.ts";
import { refuseFaulty } from "../service/check/said.ts";
import { requireRecentSignIn } from "../session/recent.ts";
import type { MayCall } from "../subscription/reach.ts";
import { presentConnection } from "./get.ts";

/** A connection as it stands now, and whether it was made by this. */
export interface PutConnection {
  readonly connection: Connection;
  readonly created: boolean;
}

/** What guards a change of a connection: what it may be based on, and where it may lead. */
export interface ConnectionGuards {
  readonly unchanged?: Precondition | undefined;
  readonly mayCall: MayCall;
}

/**
 * Put a connector in the place of the one with its id, or add it. Its credential stays.
 *
 * @throws Problem `request-invalid` with what cannot work beside the tenant's services, `url-not-allowed`,
 * `precondition-failed`
 */
export async function putConnection(
  ctx: Context,
  definition: ConnectorDefinition,
  { unchanged, mayCall }: ConnectionGuards,
): Promise<PutConnection> {
  requireScope(ctx, "connectors:write");
  requireRecentSignIn(ctx);
  if (!definition.address.startsWith("simulator:") && !mayCall(definition.address))
    throw new Problem("url-not-allowed", {
      faults: [{ pointer: "/address", code: "not-allowed" }],
    });
  const services = await listLiveServices(ctx.db, { limit: 10_000 });
  refuseFaulty(
    connectorFaults(
      definition,
      services.map((service) => service.definition),
    ),
  );
  const { id } = definition;
  const put = await change(ctx, async ({ tx }) => {
    const before = await findConnector(tx, id);
    if (before) unchanged?.(await presentConnection(tx, before));
    else if (unchanged) throw new Problem("precondition-failed");
    await putConnector(tx, definition);
    await probeBreakers(tx, { now: ctx.now(), probes: true, connector: id });
    await appendEvent(tx, {
      type: "connector.changed",
      subject: id,
      actor: ctx.actor,
      at: ctx.now(),
      data: { created: before === undefined },
    });
    return {
      connection: await presentConnection(tx, { definition }),
      created: before === undefined,
    };
  });
  ctx.handover.wake(ctx.tenant.id);
  return put;
}
