import type { TenantDefinition } from "@guildhall/contract";
import {
  findTenantHealth,
  listTenantHealth,
  putTenantHealth,
  type Store,
  type TenantHealthRow,
  transact,
} from "@guildhall/store";

/** How it goes with each tenant of the installation, as it is noted in the directory; it opens none of them. */
export class HealthBook {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  find(tenant: string): Promise<TenantHealthRow | undefined> {
    return findTenantHealth(this.#store.directory, tenant);
  }

  put(row: TenantHealthRow): Promise<void> {
    return transact(this.#store.directory, (tx) => putTenantHealth(tx, row));
  }

  /** Every tenant that is no sandbox, by id, with what was last noted of it. */
  async list(): Promise<{ definition: TenantDefinition; row: TenantHealthRow | undefined }[]> {
    const rows = await listTenantHealth(this.#store.directory);
    const noted = new Map(rows.map((row) => [row.tenant, row]));
    const all = (await this.#store.tenants()).map(({ definition }) => definition);
    return all
      .filter(({ sandboxOf }) => sandboxOf === undefined)
      .map((definition) => ({ definition, row: noted.get(definition.id) }));
  }
}
