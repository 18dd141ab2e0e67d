import type { AuditEvent, AuditFilter, EventType } from "@guildhall/contract";
import { type EventRow, listAllEvents } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { placeIn } from "../process/list.ts";
import { instant } from "../process/present.ts";

export type AuditQuery = AuditFilter & {
  readonly limit: number;
  readonly cursor?: string | undefined;
};

/**
 * Read the audit trail, the latest first: everything that happened, and who did it.
 *
 * @throws Problem `request-invalid` (a cursor of another list)
 */
export async function listAudit(
  ctx: Context,
  { limit, cursor, type, actor, process, after, before }: AuditQuery,
): Promise<{ data: AuditEvent[]; nextCursor?: string }> {
  requireScope(ctx, "audit:read");
  const { rows, next } = await listAllEvents(ctx.db, {
    limit,
    below: placeIn(cursor),
    type,
    actor,
    process,
    after: moment(after),
    before: moment(before),
  });
  const data = rows.map(present);
  return next === undefined ? { data } : { data, nextCursor: String(next) };
}

function moment(at: string | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}

function present(row: EventRow): AuditEvent {
  const { seq, type, process, subject, actorKind, actorId, actorName, at, data, hash } = row;
  return {
    seq,
    // Only events of these types are ever appended.
    type: type as EventType,
    ...(process === null ? {} : { process }),
    subject,
    actor: { kind: actorKind, id: actorId, name: actorName },
    at: instant(at),
    data: JSON.parse(data),
    hash: Buffer.from(hash).toString("hex"),
  };
}
