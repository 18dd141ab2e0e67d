import {
  type ComparisonRequest,
  type DeliveryComparison,
  type DocumentDifference,
  Problem,
} from "@guildhall/contract";
import { compareDocuments, type Difference } from "@guildhall/mapping";
import { findOutbox, findProcess, type OutboxRow, openBody } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { wordsOfCode } from "../delivery/code-words.ts";
import { reachDelivery } from "../delivery/list.ts";
import { type LoadedDelivery, loadRow } from "../delivery/load.ts";
import { maskFor, maskOf } from "../delivery/shown.ts";
import type { Mask } from "../ledger/mask.ts";
import { type Write, writerOf } from "./writer.ts";

/**
 * Compare one delivery as it was frozen with how it would be written now, and check that by its receiver's schema.
 *
 * @throws Problem `not-found`, `invalid-transition` (it is no document of a mapping, but follows a case)
 */
export async function compareDelivery(
  ctx: Context,
  id: string,
  { useLive, write }: ComparisonRequest & { readonly write: Write },
): Promise<DeliveryComparison> {
  requireScope(ctx, "deliveries:read");
  const row = await reachDelivery(ctx, id);
  if (row.operation !== "create") throw new Problem("invalid-transition");
  return compareRow(ctx, row, { useLive, write });
}

/** Compare a delivery that the actor may see. */
export async function compareRow(
  ctx: Context,
  row: OutboxRow,
  { useLive, write }: { useLive: boolean; write: Write },
): Promise<DeliveryComparison> {
  const process = await findProcess(ctx.db, row.process);
  const version = await writerOf(ctx, row, useLive);
  const before = await bodyOf(ctx, row);
  const about = {
    delivery: row.id,
    process: row.process,
    reference: process?.reference ?? "",
    connector: row.destination,
    mapping: row.purpose,
    wasWritten: before !== undefined,
  };
  const found = version === undefined ? undefined : await findOutbox(ctx.db, row.id);
  const loaded = found && (await loadRow(ctx, { ...found, writtenBy: version ?? null }));
  if (!loaded || version === undefined) {
    const differences: DocumentDifference[] = [];
    return {
      ...about,
      version: process?.version ?? 0,
      differences,
      passes: false,
      leftOut: "no-mapping",
    };
  }
  return { ...about, version, ...(await outcomeOf(ctx, loaded, { before, write })) };
}

async function outcomeOf(
  ctx: Context,
  loaded: LoadedDelivery,
  { before, write }: { before: string | undefined; write: Write },
): Promise<Pick<DeliveryComparison, "differences" | "passes" | "code" | "faults" | "document">> {
  const written = await write(ctx, loaded);
  if ("code" in written) {
    const { code, faults = [] } = written;
    const codeText = wordsOfCode(code).means;
    const why = { passes: false, code, codeText };
    return faults.length > 0
      ? { ...why, differences: [], faults: [...faults] }
      : { ...why, differences: [] };
  }
  const { format } = loaded.mapping;
  const mask = await maskOf(ctx, loaded.row.process);
  const show = await maskFor(ctx, loaded.row.process);
  const found = before === undefined ? [] : compareDocuments(before, written.text, format);
  return {
    passes: true,
    differences: found.map((difference) => masked(difference, mask)),
    document: { format, text: show(written.text), masked: true },
  };
}

async function bodyOf({ db }: Context, { id }: OutboxRow): Promise<string | undefined> {
  const body = await openBody(db, id);
  return typeof body === "string" ? body : undefined;
}

/** What stands for what: the way to a place may name what stands there. */
function masked({ kind, at, expected, got }: Difference, mask: Mask): DocumentDifference {
  return {
    kind,
    at: mask(at),
    ...(expected === undefined ? {} : { before: mask(expected) }),
    ...(got === undefined ? {} : { after: mask(got) }),
  };
}
