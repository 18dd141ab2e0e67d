import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Write a value as JSON that only we can read, whole or not at all. */
export async function writePrivately(path: string, value: unknown): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.part`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
