import { createGrounds, createIds } from "@guildhall/domain";
import type { Config } from "@guildhall/runtime";
import type { Folders } from "./folders.ts";
import { openStore } from "./open-store.ts";
import { seed } from "./seed.ts";

/** Fill an installation that has no tenants from the tenants folder, before any process holds one. */
export async function seedWhereEmpty(config: Config, { tenants }: Folders): Promise<void> {
  const store = await openStore(config);
  try {
    if ((await store.originals()).size > 0) return;
    const handover = { reserve: () => undefined, give: () => {}, wake: () => {} };
    const ids = createIds();
    const { publicUrl, data } = config;
    const groundFor = createGrounds({ store, publicUrl, handover, ids, now: Date.now });
    await seed({ store, groundFor }, { folder: tenants, data });
  } finally {
    store.close();
  }
}
