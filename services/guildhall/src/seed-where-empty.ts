import { join } from "node:path";
import { createGrounds, createIds } from "@guildhall/domain";
import type { Config } from "@guildhall/runtime";
import type { Folders } from "./folders.ts";
import { openStore } from "./open-store.ts";
import { seed } from "./seed.ts";
import { seedCookbook } from "./seed-cookbook.ts";

/** Fill an installation that has no tenants, or no recipes, from the tenants folder, before any process holds one. */
export async function seedWhereEmpty(config: Config, { tenants }: Folders): Promise<void> {
  const store = await openStore(config);
  try {
    const cookbook = join(tenants, "cookbook");
    if ((await store.originals()).size > 0) return await seedCookbook(store, cookbook);
    const handover = { reserve: () => undefined, give: () => {}, wake: () => {} };
    const ids = createIds();
    const { publicUrl, data } = config;
    const groundFor = createGrounds({ store, publicUrl, handover, ids, now: Date.now });
    await seed({ store, groundFor }, { folder: tenants, data });
    await seedCookbook(store, cookbook);
  } finally {
    store.close();
  }
}
