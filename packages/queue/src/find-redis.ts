import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** A Redis to use: one that runs elsewhere, or a program that can be started here. */
export type FoundRedis =
  | { readonly kind: "given"; readonly url: string }
  | { readonly kind: "program"; readonly program: string };

export interface FindOptions {
  /** REDIS_URL, where it is set. */
  readonly url?: string | undefined;
  /** PATH. */
  readonly searchPath?: string | undefined;
}

/** Find the Redis that was given, else `redis-server` or `valkey-server` on the search path. */
export async function findRedis({
  url,
  searchPath = "",
}: FindOptions): Promise<FoundRedis | undefined> {
  if (url) return { kind: "given", url };
  const folders = searchPath.split(delimiter).filter((folder) => folder !== "");
  for (const name of ["redis-server", "valkey-server"]) {
    for (const folder of folders) {
      const program = join(folder, name);
      if (await isExecutable(program)) return { kind: "program", program };
    }
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
