import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Config, loadRootKey } from "@guildhall/runtime";
import { Store, type StoreOptions } from "@guildhall/store";

/** Open the store of an installation. */
export async function openStore(
  config: Config,
  options: Omit<StoreOptions, "folder" | "rootKey"> = {},
): Promise<Store> {
  refuseLostKey(config);
  return Store.open({ ...options, folder: config.data, rootKey: await loadRootKey(config) });
}

/** Refuse to make a new root key beside databases that only the old one opens. */
function refuseLostKey({ data, rootKey }: Config): void {
  if (rootKey || !existsSync(join(data, "directory.db")) || existsSync(join(data, "root.key")))
    return;
  throw new Error(
    `${data} has databases but no root.key. Put the key back, or set GUILDHALL_ROOT_KEY.`,
  );
}
