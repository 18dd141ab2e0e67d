import { mappingSources } from "@guildhall/builder";
import type { MappingSources } from "@guildhall/contract";
import { findColumns, findConnector, listDatasets } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { type MappingPlace, reachMapping } from "./reach.ts";

/**
 * List what the rows of a mapping can be made of: answers, facts, datasets, conditions and changes, by plain names.
 *
 * @throws Problem `not-found`
 */
export async function listMappingSources(
  ctx: Context,
  place: MappingPlace,
): Promise<MappingSources> {
  requireScope(ctx, "services:read");
  const { definition, mapping } = await reachMapping(ctx, place);
  const datasets: MappingSources["datasets"] = [];
  for (const { id } of await listDatasets(ctx.db))
    datasets.push({ id, columns: [...((await findColumns(ctx.db, id)) ?? [])] });
  const connector = (await findConnector(ctx.db, mapping.connector))?.definition;
  return mappingSources(definition, { datasets, lists: Object.keys(connector?.codes ?? {}) });
}
