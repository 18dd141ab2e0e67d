import { type DeliveryFault, Problem } from "@guildhall/contract";
import { findProcess, type OutboxRow } from "@guildhall/store";
import type { Context } from "../context.ts";
import type { LoadedDelivery } from "../delivery/load.ts";

/** Writes a delivery's document as it would be written now, or says why it cannot be. */
export type Write = (
  ctx: Context,
  loaded: LoadedDelivery,
) => Promise<
  { readonly text: string } | { readonly code: string; readonly faults?: readonly DeliveryFault[] }
>;

/**
 * The version of a service by which a delivery is written: its process's own unless another is named, or the live one
 * where that is asked for; undefined where that has no mapping of this name for its connector.
 */
export async function writerOf(
  ctx: Context,
  row: Pick<OutboxRow, "process" | "purpose" | "destination" | "writtenBy">,
  useLive: boolean,
): Promise<number | undefined> {
  const process = await findProcess(ctx.db, row.process);
  if (!process) return undefined;
  const service = useLive
    ? await liveOf(ctx, process.service)
    : await ctx.catalogue.version(process.service, row.writtenBy ?? process.version);
  const mapping = service?.definition.mappings.find(({ id }) => id === row.purpose);
  return mapping?.connector === row.destination ? service?.version : undefined;
}

/** Undefined for a service that was withdrawn. */
async function liveOf({ catalogue }: Context, service: string) {
  try {
    return await catalogue.live(service);
  } catch (error) {
    if (error instanceof Problem && error.code === "not-found") return undefined;
    throw error;
  }
}
