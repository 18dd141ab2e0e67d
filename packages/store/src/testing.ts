import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TenantDefinition } from "@guildhall/contract";
import type { OpenTenant, StoreOptions } from "./store-options.ts";
import { Store } from "./tenants.ts";

export { contentsOf } from "./testing/contents.ts";

/** A store of a test's own, in a temporary folder, gone when the test ends. */
export interface TestStore extends AsyncDisposable {
  readonly folder: string;
  readonly store: Store;
  /** Add a council and open it. */
  tenant(id?: string, definition?: Partial<TenantDefinition>): Promise<OpenTenant>;
  /** Shut the store and open it anew, as another process would find it. */
  reopen(options?: Partial<StoreOptions>): Promise<Store>;
}

/** Make a store with a root key of zeros and no tenants. */
export async function createTestStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "guildhall-"));
  const open = (more: Partial<StoreOptions> = {}) =>
    Store.open({ folder, rootKey: new Uint8Array(32), ...options, ...more });
  let store = await open();
  return {
    folder,
    get store() {
      return store;
    },
    tenant: async (id = "exampleshire", definition = {}) => {
      await store.addTenant({ ...exampleshire, id, ...definition }, { now: 0 });
      const opened = await store.tenant(id);
      if (!opened) throw new Error(`no tenant ${id}`);
      return opened;
    },
    reopen: async (more) => {
      store.close();
      store = await open(more);
      return store;
    },
    [Symbol.asyncDispose]: async () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const exampleshire: TenantDefinition = {
  id: "exampleshire",
  kind: "council",
  name: "Exampleshire District Council",
  referencePrefix: "EXM",
  timeZone: "Europe/London",
};
