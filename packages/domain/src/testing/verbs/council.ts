import { approveAgreement, endAgreement } from "../../agreement/decide.ts";
import { getAgreement, listAgreements } from "../../agreement/list.ts";
import { proposeAgreement } from "../../agreement/propose.ts";
import { actUnderAgreement } from "../../agreement/token.ts";
import { takeCheckpoint } from "../../audit/checkpoint.ts";
import { listAudit } from "../../audit/list.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { listTenantHealth } from "../../health/tenants.ts";
import { issueKey } from "../../key/issue.ts";
import { revokeKey } from "../../key/revoke.ts";
import { checkNewTenant } from "../../tenant/check-new.ts";
import { createTenant } from "../../tenant/create.ts";
import { listRunTenants } from "../../tenant/list-run.ts";
import { getTenantReadiness } from "../../tenant/readiness.ts";
import { beginTenantScenarios } from "../../tenant/run-scenarios.ts";
import { testConnection } from "../../tenant/test-connection.ts";
import type { GuardedVerb } from "./guarded.ts";

// Nobody without the scope comes so far as to look at it.
const nothing = {} as never;
const id = "prc_01zzzzzzzzzzzzzzzzzzzzzzzz";

const agreement = {
  side: "owner",
  with: "a",
  purpose: "b",
  until: "2026-01-01T00:00:00Z",
} as const;

/** Of the audit trail, of keys and of agreements. */
export const verbsOfCouncil: readonly GuardedVerb[] = [
  ["listAudit", "audit:read", (ctx) => listAudit(ctx, { limit: 1 })],
  ["takeCheckpoint", "audit:read", (ctx) => takeCheckpoint(ctx)],
  ["verifyAudit", "audit:read", (ctx) => verifyAudit(ctx)],
  ["listTenantHealth", "platform:read", (ctx) => listTenantHealth(ctx)],
  ["listAgreements", "agreements:read", (ctx) => listAgreements(ctx)],
  ["getAgreement", "agreements:read", (ctx) => getAgreement(ctx, id)],
  ["proposeAgreement", "agreements:write", (ctx) => proposeAgreement(ctx, agreement)],
  ["approveAgreement", "agreements:write", (ctx) => approveAgreement(ctx, id)],
  ["endAgreement", "agreements:write", (ctx) => endAgreement(ctx, id)],
  ["actUnderAgreement", "drafts:write", (ctx) => actUnderAgreement(ctx, id)],
  ["issueKey", "keys:write", (ctx) => issueKey(ctx, { name: "a", kind: "vendor", scopes: [] })],
  ["revokeKey", "keys:write", (ctx) => revokeKey(ctx, id)],
  ["checkNewTenant", "platform:write", (ctx) => checkNewTenant(ctx, {}, nothing)],
  ["createTenant", "platform:write", (ctx) => createTenant(ctx, nothing, nothing)],
  ["testConnection", "platform:write", (ctx) => testConnection(ctx, nothing, nothing)],
  ["beginTenantScenarios", "platform:write", (ctx) => beginTenantScenarios(ctx, id, nothing)],
  ["getTenantReadiness", "platform:read", (ctx) => getTenantReadiness(ctx, id, nothing)],
  ["listRunTenants", "platform:read", (ctx) => listRunTenants(ctx, nothing)],
];
