import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asPlatform, type Ground, takeCheckpoint } from "@guildhall/domain";

/** Where the checkpoints of a tenant's audit trail are kept, one on each line: beside the databases, not in them. */
export function checkpointFile(data: string, tenant: string): string {
  return join(data, "checkpoints", `${tenant}.txt`);
}

/** Sign how far a tenant's audit trail has come, and keep it. */
export async function keepCheckpoint(data: string, ground: Ground): Promise<void> {
  const { signed } = await takeCheckpoint(asPlatform(ground));
  const file = checkpointFile(data, ground.tenant.id);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await appendFile(file, `${signed}\n`, { mode: 0o600, flush: true });
}

/** The checkpoints in a file as they were signed; none where nobody has kept any. */
export async function readCheckpoints(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8").catch((error) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").filter((line) => line.trim() !== "");
}
