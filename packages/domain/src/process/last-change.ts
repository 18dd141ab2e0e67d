import { Problem } from "@guildhall/contract";
import { lastPlace, listChangedReferences } from "@guildhall/store";
import type { Context } from "../context.ts";
import type { Ground } from "../ground.ts";

/** So many events are read at once, that one look is short whatever was imported meanwhile; the next goes on there. */
const mostAtOnce = 5000;

/** Which processes something happened to, up to a place in the chain of events. */
export interface Changes {
  readonly place: number;
  readonly references: ReadonlySet<string>;
}

/**
 * Give a number that grows with everything that happens in a tenant, whichever process wrote it.
 *
 * It is one look at the end of an index, so that whoever waits for changes can ask it often. Officers of another tenant
 * do not wait: each look of theirs is recorded, and would itself be a change to look at.
 *
 * @throws Problem `not-found` for them
 */
export async function lastChange({ db, only }: Pick<Context, "db" | "only">): Promise<number> {
  if (only?.agreement) throw new Problem("not-found");
  return lastPlace(db);
}

/**
 * Tell which processes something happened to after a place that `lastChange` gave; undefined where there is no such
 * place any more, since an older copy of the tenant was put in its place.
 *
 * Where nothing happened it is that one look.
 */
export async function changesAfter(
  ground: Pick<Ground, "db">,
  after: number,
): Promise<Changes | undefined> {
  const last = await lastChange(ground);
  if (last < after) return undefined;
  if (last === after) return { place: after, references: new Set() };
  const place = Math.min(last, after + mostAtOnce);
  const found = await listChangedReferences(ground.db, { after, upTo: place });
  return { place, references: new Set(found) };
}
