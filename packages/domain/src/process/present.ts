import type { Destination, Payment, Process, Stage } from "@guildhall/contract";
import { listOutbox, type OutboxRow, type ProcessRow } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { latestPayments } from "../payment/list.ts";
import { presentPayment } from "../payment/present.ts";

/** Show processes as the API does: their stage in words, and where each delivery truly stands. */
export async function presentProcesses(
  ctx: Context,
  rows: readonly ProcessRow[],
): Promise<Process[]> {
  const owed = await listOutbox(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const names = await connectorNames(ctx, owed);
  const processes = await Promise.all(
    rows.map(async (row) => ({
      row,
      service: await ctx.catalogue.version(row.service, row.version),
    })),
  );
  const payments = await latestPayments(ctx, processes);
  return processes.map(({ row, service }) => {
    const deliveries = owed.filter(
      ({ process, kind }) => process === row.id && kind === "delivery",
    );
    const payment = payments.get(row.id);
    return present(row, service, {
      destinations: deliveries.map((delivery) => destinationOf(delivery, names)),
      ...(payment ? { payment: presentPayment(ctx, payment, service) } : {}),
    });
  });
}

function present(
  row: ProcessRow,
  service: CompiledService,
  parts: { destinations: Destination[]; payment?: Payment },
): Process {
  return {
    id: row.id,
    reference: row.reference,
    service: row.service,
    serviceVersion: row.version,
    serviceTitle: service.definition.title,
    status: row.status,
    stage: stageOf(service, row.stage),
    receivedAt: instant(row.receivedAt),
    ...(row.respondBy === null ? {} : { respondBy: instant(row.respondBy) }),
    ...(row.endedAt === null ? {} : { endedAt: instant(row.endedAt) }),
    ...parts,
  };
}

/** A stage in the citizen's words. */
export function stageOf({ definition }: CompiledService, id: string): Stage {
  return definition.stages.find((stage) => stage.id === id) ?? { id, title: id };
}

export function destinationOf(row: OutboxRow, names: ReadonlyMap<string, string>): Destination {
  return {
    connector: row.destination,
    name: names.get(row.destination) ?? row.destination,
    state: row.state,
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
  rows: readonly OutboxRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...new Set(
      rows.filter(({ kind }) => kind === "delivery").map(({ destination }) => destination),
    ),
  ];
  const names = await Promise.all(
    ids.map(async (id) => [id, await catalogue.connectorName(id)] as const),
  );
  return new Map(names);
}

export function instant(at: number): string {
  return new Date(at).toISOString();
}
