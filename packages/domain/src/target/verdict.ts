import type { SchemaSet } from "@guildhall/contract";
import { type CheckXml, SchemaSetRefused } from "@guildhall/mapping";
import { findSchemaDigest, findSchemaSet } from "@guildhall/store";
import type { Context } from "../context.ts";

/** What a schema set says of a document; or why it could say nothing. */
export type SchemaVerdict =
  | { readonly faults: Awaited<ReturnType<CheckXml>> }
  | { readonly sentence: string };

interface KeptSet {
  readonly digest: string;
  readonly set: SchemaSet | undefined;
}

/** Make ready to hold documents against tenants' schema sets, each read once for as long as it stays as it is. */
export function createVerdicts(check: CheckXml) {
  const kept = new WeakMap<object, KeptSet>();
  const find = async ({ db }: Context, id: string) => {
    const digest = await findSchemaDigest(db, id);
    if (digest === undefined) return undefined;
    const known = kept.get(db);
    if (known?.digest === digest) return known.set;
    const set = await findSchemaSet(db, id);
    kept.set(db, { digest, set });
    return set;
  };
  return async (ctx: Context, schema: string, document: string): Promise<SchemaVerdict> => {
    const set = await find(ctx, schema);
    if (!set)
      return { sentence: `There is no schema “${schema}” any more, so it could not be checked.` };
    try {
      return { faults: await check(set, document) };
    } catch (error) {
      if (!(error instanceof SchemaSetRefused)) throw error;
      return { sentence: `The schema “${schema}” cannot be used, so it could not be checked.` };
    }
  };
}
