import type { Destination, Payment, Process, Stage } from "@guildhall/contract";
import {
  type DestinationRow,
  findUpdatedAt,
  listDestinations,
  type ProcessRow,
  stateOfOwed,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { latestPayments } from "../payment/list.ts";
import { presentPayment } from "../payment/present.ts";

/** Show processes as the API does: their stage in words, and where each delivery truly stands. */
export async function presentProcesses(
  ctx: Context,
  rows: readonly ProcessRow[],
): Promise<Process[]> {
  const deliveries = await listDestinations(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const names = await connectorNames(ctx, deliveries);
  const processes = await Promise.all(
    rows.map(async (row) => ({
      row,
      service: await ctx.catalogue.version(row.service, row.version),
      updatedAt: (await findUpdatedAt(ctx.db, row.id)) ?? row.receivedAt,
    })),
  );
  const payments = await latestPayments(ctx, processes);
  return processes.map(({ row, service, updatedAt }) => {
    const ofThis = deliveries.filter(({ process }) => process === row.id);
    const payment = payments.get(row.id);
    return present(row, service, {
      updatedAt: instant(updatedAt),
      destinations: ofThis.map((delivery) => destinationOf(delivery, names)),
      ...(payment ? { payment: presentPayment(ctx, payment, service) } : {}),
    });
  });
}

function present(
  row: ProcessRow,
  service: CompiledService,
  parts: { updatedAt: string; destinations: Destination[]; payment?: Payment },
): Process {
  return {
    id: row.id,
    reference: row.reference,
    service: row.service,
    serviceVersion: row.version,
    serviceTitle: service.definition.title,
    channel: row.channel,
    status: row.status,
    stage: stageOf(service, row.stage),
    receivedAt: instant(row.receivedAt),
    ...(row.respondBy === null ? {} : { respondBy: instant(row.respondBy) }),
    ...(row.endedAt === null ? {} : { endedAt: instant(row.endedAt) }),
    ...(row.continues === null ? {} : { continues: row.continues }),
    ...(row.mergedInto === null ? {} : { mergedInto: row.mergedInto }),
    ...parts,
  };
}

/** A stage in the citizen's words. */
export function stageOf({ definition }: CompiledService, id: string): Stage {
  return definition.stages.find((stage) => stage.id === id) ?? { id, title: id };
}

export function destinationOf(
  row: DestinationRow,
  names: ReadonlyMap<string, string>,
): Destination {
  return {
    connector: row.destination,
    name: names.get(row.destination) ?? row.destination,
    state: stateOfOwed(row),
    attempts: row.attempts,
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.state === "accepted" && row.settledAt !== null
      ? { acceptedAt: instant(row.settledAt) }
      : {}),
  };
}

/** What the connectors of these rows are called. */
export async function connectorNames(
  { catalogue }: Context,
  rows: readonly DestinationRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ destination }) => destination))];
  const names = await Promise.all(
    ids.map(async (id) => [id, await catalogue.connectorName(id)] as const),
  );
  return new Map(names);
}

export function instant(at: number): string {
  return new Date(at).toISOString();
}
