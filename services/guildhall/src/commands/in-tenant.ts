import { createGrounds, createIds, type Ground } from "@guildhall/domain";
import { readConfig } from "@guildhall/runtime";
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
  const handover = { reserve: () => undefined, give: () => {}, wake: () => {} };
  const { publicUrl } = config;
  const ids = createIds();
  const groundFor = createGrounds({ store, publicUrl, handover, ids, now: Date.now });
  // Awaited here, before what was opened is shut.
  return await borrow(tenant, async () => {
    const ground = await groundFor(tenant);
    if (!ground) throw new Error(`There is no tenant ${tenant}.`);
    return work(ground);
  });
}
