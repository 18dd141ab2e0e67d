import { begin as beginDirectory } from "./directory-001-begin.ts";
import { nodes } from "./directory-002-nodes.ts";
import { domains } from "./directory-003-domains.ts";
import { cookbook } from "./directory-004-cookbook.ts";
import { publishers } from "./directory-005-publishers.ts";
import { tenantHealth } from "./directory-006-tenant-health.ts";
import { agreements as directoryAgreements } from "./directory-007-agreements.ts";
import { setBy } from "./directory-008-set-by.ts";
import { begin as beginTenant } from "./tenant-001-begin.ts";
import { referenceData } from "./tenant-002-reference-data.ts";
import { payments } from "./tenant-003-payments.ts";
import { keys } from "./tenant-004-keys.ts";
import { staff } from "./tenant-005-staff.ts";
import { webhooks } from "./tenant-006-webhooks.ts";
import { lists } from "./tenant-007-lists.ts";
import { access } from "./tenant-008-access.ts";
import { calls } from "./tenant-009-calls.ts";
import { delivery } from "./tenant-010-delivery.ts";
import { synchronisation } from "./tenant-011-synchronisation.ts";
import { mending } from "./tenant-012-mending.ts";
import { drift } from "./tenant-013-drift.ts";
import { drafts } from "./tenant-014-drafts.ts";
import { evidence } from "./tenant-015-evidence.ts";
import { places } from "./tenant-016-places.ts";
import { feedback } from "./tenant-017-feedback.ts";
import { language } from "./tenant-018-language.ts";
import { serviceDrafts } from "./tenant-019-service-drafts.ts";
import { targets } from "./tenant-020-targets.ts";
import { trialRuns } from "./tenant-021-trial-runs.ts";
import { recipes } from "./tenant-022-recipes.ts";
import { waits } from "./tenant-023-waits.ts";
import { folderImports } from "./tenant-024-folder-imports.ts";
import { following } from "./tenant-025-following.ts";
import { information } from "./tenant-026-information.ts";
import { receipts } from "./tenant-027-receipts.ts";
import { endings } from "./tenant-028-endings.ts";
import { cases } from "./tenant-029-cases.ts";
import { figures } from "./tenant-030-figures.ts";
import { signedInAt } from "./tenant-031-signed-in-at.ts";
import { agreements as tenantAgreements } from "./tenant-035-agreements.ts";
import { caseFollowers } from "./tenant-036-case-followers.ts";

/** A step forward, named by hand. A step that has run is never changed. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const tenantMigrations: readonly Migration[] = [
  { name: "001-begin", sql: beginTenant },
  { name: "002-reference-data", sql: referenceData },
  { name: "003-payments", sql: payments },
  { name: "004-keys", sql: keys },
  { name: "005-staff", sql: staff },
  { name: "006-webhooks", sql: webhooks },
  { name: "007-lists", sql: lists },
  { name: "008-access", sql: access },
  { name: "009-calls", sql: calls },
  { name: "010-delivery", sql: delivery },
  { name: "011-synchronisation", sql: synchronisation },
  { name: "012-mending", sql: mending },
  { name: "013-drift", sql: drift },
  { name: "014-drafts", sql: drafts },
  { name: "015-evidence", sql: evidence },
  { name: "016-places", sql: places },
  { name: "017-feedback", sql: feedback },
  { name: "018-language", sql: language },
  { name: "019-service-drafts", sql: serviceDrafts },
  { name: "020-targets", sql: targets },
  { name: "021-trial-runs", sql: trialRuns },
  { name: "022-recipes", sql: recipes },
  { name: "023-waits", sql: waits },
  { name: "024-folder-imports", sql: folderImports },
  { name: "025-following", sql: following },
  { name: "026-information", sql: information },
  { name: "027-receipts", sql: receipts },
  { name: "028-endings", sql: endings },
  { name: "029-cases", sql: cases },
  { name: "030-figures", sql: figures },
  { name: "031-signed-in-at", sql: signedInAt },
  { name: "035-agreements", sql: tenantAgreements },
  { name: "036-case-followers", sql: caseFollowers },
];
export const directoryMigrations: readonly Migration[] = [
  { name: "001-begin", sql: beginDirectory },
  { name: "002-nodes", sql: nodes },
  { name: "003-domains", sql: domains },
  { name: "004-cookbook", sql: cookbook },
  { name: "005-publishers", sql: publishers },
  { name: "006-tenant-health", sql: tenantHealth },
  { name: "007-agreements", sql: directoryAgreements },
  { name: "008-set-by", sql: setBy },
];
