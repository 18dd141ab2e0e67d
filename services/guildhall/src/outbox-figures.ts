import type { OutboxFigures } from "@guildhall/runtime";
import { countOutbox, nextDue } from "@guildhall/store";
import type { Platform } from "./platform.ts";

/** Count what all tenants owe to the outside, and how long the oldest that is due has waited. */
export async function outboxFigures({ store, groundFor }: Platform): Promise<OutboxFigures> {
  const rows: Record<string, number> = {};
  let oldestDueAt = Number.POSITIVE_INFINITY;
  for (const { definition } of await store.tenants()) {
    const ground = await groundFor(definition.id).catch(() => undefined);
    if (!ground) continue;
    for (const [state, count] of Object.entries(await countOutbox(ground.db))) {
      rows[state] = (rows[state] ?? 0) + count;
    }
    oldestDueAt = Math.min(oldestDueAt, (await nextDue(ground.db)) ?? oldestDueAt);
  }
  return { rows, oldestDueSeconds: Math.max(0, (Date.now() - oldestDueAt) / 1000) };
}
