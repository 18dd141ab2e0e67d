import {
  AuditCheckpoint,
  AuditEvent,
  AuditVerification,
  type EventType,
  pageOf,
} from "@guildhall/contract";
import { ask, listAudit, refusedBy, takeAuditCheckpoint, verifyAudit } from "@guildhall/sdk";
import { type As, pageLength } from "./as.ts";

/** Which events of the audit trail are looked for. */
export interface AuditSearch {
  readonly type?: EventType;
  readonly actor?: string;
  readonly process?: string;
  readonly after?: string;
  readonly before?: string;
  readonly cursor?: string;
}

/** Who did what, and whether the trail of it is whole. */
export function auditApi(as: As) {
  return {
    audit: (query: AuditSearch) =>
      ask(listAudit({ ...as, query: { limit: pageLength, ...query } }), pageOf(AuditEvent)),
    auditVerification: () => ask(verifyAudit(as), AuditVerification),
    auditCheckpoint: () => ask(takeAuditCheckpoint(as), AuditCheckpoint),
    auditSheet: async (query: AuditSearch) => {
      const headers = { Accept: "text/csv" };
      const { response, error } = await listAudit({ ...as, query, headers, parseAs: "stream" });
      if (!response?.ok) throw refusedBy(response, error);
      return response;
    },
  };
}
