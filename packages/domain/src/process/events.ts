import type { Event } from "@guildhall/contract";
import { listEvents as listRows } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "./present.ts";
import { reachProcess } from "./reach.ts";

/** Whose work it is, and what others' officers looked at: the council's own business, and no vendor's. */
const own: ReadonlySet<string> = new Set(["task.assigned", "agreement.used"]);

/**
 * See what happened in a process, in the order it happened; who works on it, staff alone.
 *
 * @throws Problem `not-found`
 */
export async function listEvents(ctx: Context, process: string): Promise<{ data: Event[] }> {
  requireScope(ctx, "events:read");
  await reachProcess(ctx, process);
  const { kind } = ctx.actor;
  const isOwn = kind === "staff" || kind === "platform";
  const rows = (await listRows(ctx.db, process)).filter(({ type }) => isOwn || !own.has(type));
  return {
    data: rows.map(({ seq, type, subject, actorKind, actorName, at, data }) => ({
      seq,
      // Appended by `tell`, which takes no other.
      type: type as Event["type"],
      process,
      subject,
      actor: { kind: actorKind, name: actorName },
      at: instant(at),
      data: JSON.parse(data),
    })),
  };
}
