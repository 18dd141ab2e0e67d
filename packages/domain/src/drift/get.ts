import { type ConnectorDrift, Problem } from "@guildhall/contract";
import { type DriftRow, findConnector, findDriftRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

/**
 * See what was found when a back office was last compared with what the mappings need.
 *
 * @throws Problem `not-found` (connector)
 */
export async function getDrift(ctx: Context, connector: string): Promise<ConnectorDrift> {
  requireScope(ctx, "connectors:read");
  if (!(await findConnector(ctx.db, connector))) throw new Problem("not-found");
  return presentDrift(connector, await findDriftRow(ctx.db, connector));
}

export function presentDrift(connector: string, row: DriftRow | undefined): ConnectorDrift {
  if (!row) return { connector, state: "unseen", findings: [] };
  const { state, lookedAt, findings } = row;
  return { connector, state, lookedAt: instant(lookedAt), findings: [...findings] };
}
