import { createGrounds, createIds, type Ground } from "@guildhall/domain";
import { type Config, readConfig } from "@guildhall/runtime";
import type { Store } from "@guildhall/store";
import { openBorrower } from "../cluster/borrow.ts";
import type { CommandWorld } from "./world.ts";

/**
 * Do some work on one tenant's ground, beside a server that runs or without one; what it leaves owed, the server
 * hands over.
 */
export async function inTenant<T>(
  tenant: string,
  { env }: CommandWorld,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  await using borrower = await openBorrower(config);
  const { store, borrow } = borrower;
  const groundFor = groundsIn(store, config);
  // Awaited here, before what was opened is shut.
  return await borrow(tenant, async () => {
    const ground = await groundFor(tenant);
    if (!ground) throw new Error(`There is no tenant ${tenant}.`);
    return work(ground);
  });
}

/** The grounds of the tenants that a command works on; what they leave owed lies there for the server. */
export function groundsIn(store: Store, { publicUrl }: Pick<Config, "publicUrl">) {
  const handover = { reserve: () => undefined, give: () => {}, wake: () => {} };
  return createGrounds({ store, publicUrl, handover, ids: createIds(), now: Date.now });
}
