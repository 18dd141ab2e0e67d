import { type Connection, Problem } from "@guildhall/contract";
import {
  type ConnectorRow,
  type Db,
  describeSecret,
  findConnector,
  listConnectors,
  type Tx,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

/** List a tenant's connections to outside systems, by id. */
export async function listConnections(ctx: Context): Promise<{ data: Connection[] }> {
  requireScope(ctx, "connectors:read");
  const rows = await listConnectors(ctx.db);
  return { data: await Promise.all(rows.map((row) => presentConnection(ctx.db, row))) };
}

/**
 * See one connection; of its credential only whether there is one.
 *
 * @throws Problem `not-found`
 */
export async function getConnection(ctx: Context, id: string): Promise<Connection> {
  requireScope(ctx, "connectors:read");
  const row = await findConnector(ctx.db, id);
  if (!row) throw new Problem("not-found");
  return presentConnection(ctx.db, row);
}

export async function presentConnection(
  db: Db | Tx,
  { definition }: Pick<ConnectorRow, "definition">,
): Promise<Connection> {
  const known = await describeSecret(db, credentialName(definition.id));
  if (!known) return { ...definition, credential: { set: false } };
  const { last4, updatedAt, setBy } = known;
  const shown = { ...(last4 === null ? {} : { last4 }), ...(setBy === null ? {} : { setBy }) };
  const credential = { set: true, ...shown, updatedAt: instant(updatedAt) };
  return { ...definition, credential };
}

/** What a connector's credential is sealed as. */
export function credentialName(connector: string): string {
  return `connector/${connector}`;
}
