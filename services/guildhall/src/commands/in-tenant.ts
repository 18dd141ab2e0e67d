import { createGrounds, createIds, type Ground } from "@guildhall/domain";
import { loadRootKey, readConfig } from "@guildhall/runtime";
import { Store } from "@guildhall/store";
import type { CommandWorld } from "./world.ts";

/** Do some work on one tenant's ground, and shut the store afterwards; what it leaves owed, the server hands over. */
export async function inTenant<T>(
  tenant: string,
  { env }: CommandWorld,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  const config = readConfig(env);
  const store = await Store.open({ folder: config.data, rootKey: await loadRootKey(config) });
  try {
    const handover = { reserve: () => undefined, give: () => {}, wake: () => {} };
    const groundFor = createGrounds({
      store,
      publicUrl: config.publicUrl,
      handover,
      ids: createIds(),
      now: Date.now,
    });
    const ground = await groundFor(tenant);
    if (!ground) throw new Error(`There is no tenant ${tenant}.`);
    return await work(ground);
  } finally {
    store.close();
  }
}
