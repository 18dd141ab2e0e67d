import { changeApiKey, transact } from "@guildhall/store";
import type { Ground } from "../ground.ts";
import type { Client } from "./client.ts";

const coarseMs = 5 * 60_000;

/**
 * Remember that a key was used, to within five minutes, and after the request rather than before it.
 *
 * Where it cannot be written, the next use is noted instead: nobody waits for it, and nothing depends on it.
 */
export function noteUse({ db, now }: Ground, { id, row: { lastUsedAt } }: Client): void {
  const at = now();
  if (lastUsedAt !== null && at - lastUsedAt < coarseMs) return;
  transact(db, (tx) => changeApiKey(tx, id, { lastUsedAt: at })).catch(() => undefined);
}
