import { takeCheckpoint } from "../../audit/checkpoint.ts";
import { listAudit } from "../../audit/list.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { issueKey } from "../../key/issue.ts";
import { revokeKey } from "../../key/revoke.ts";
import type { GuardedVerb } from "./guarded.ts";

const id = "prc_01zzzzzzzzzzzzzzzzzzzzzzzz";

/** Of the audit trail and of keys. */
export const verbsOfCouncil: readonly GuardedVerb[] = [
  ["listAudit", "audit:read", (ctx) => listAudit(ctx, { limit: 1 })],
  ["takeCheckpoint", "audit:read", (ctx) => takeCheckpoint(ctx)],
  ["verifyAudit", "audit:read", (ctx) => verifyAudit(ctx)],
  ["issueKey", "keys:write", (ctx) => issueKey(ctx, { name: "a", kind: "vendor", scopes: [] })],
  ["revokeKey", "keys:write", (ctx) => revokeKey(ctx, id)],
];
