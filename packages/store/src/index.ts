export * from "./access-requests.ts";
export * from "./agreements.ts";
export {
  type AlarmRow,
  acknowledgeAlarmRow,
  endAlarmRow,
  findAlarm,
  insertAlarm,
  listAlarms,
  listOpenAlarms,
  listUnansweredAlarms,
  noteAlarmMailed,
  repeatAlarm,
} from "./alarms.ts";
export * from "./api-keys.ts";
export { findAppliedFolder, putAppliedFolder } from "./applied-folder.ts";
export * from "./assisted-drafts.ts";
export {
  type AttemptOutcome,
  type AttemptRow,
  countAttempts,
  insertAttempt,
  listAttempts,
  listOutcomes,
} from "./attempts.ts";
export { type BreakerRow, findBreaker, listBreakers, putBreaker } from "./breakers.ts";
export {
  addCallCounts,
  type CallCountRow,
  type CallRow,
  insertCalls,
  listCalls,
  type NewCallRow,
  pruneCalls,
  sumCalls,
} from "./calls.ts";
export * from "./case-followers.ts";
export * from "./cases.ts";
export * from "./changed-references.ts";
export * from "./chase-counts.ts";
export { useAssertion } from "./client-assertions.ts";
export { findCodeLists, putCodeList } from "./code-lists.ts";
export * from "./configuration.ts";
export { findContainer, putContainer } from "./containers.ts";
export * from "./datasets.ts";
export type { Db, Tx } from "./db.ts";
export { digestOf } from "./digest.ts";
export { findDigestDay, putDigestDay } from "./digests.ts";
export type { KeyOwner } from "./directory.ts";
export * from "./documents.ts";
export { type DomainEntry, listDomains } from "./domains.ts";
export * from "./draft-returns.ts";
export * from "./drafts.ts";
export * from "./drafts-due.ts";
export { type DriftRow, findDriftRow, putDriftRow } from "./drifts.ts";
export * from "./endings.ts";
export { lastPlace, listAllEvents } from "./event-list.ts";
export * from "./events.ts";
export { countRows, exportedNouns, exportRows } from "./everything.ts";
export { StoreFault, type StoreFaultCode } from "./fault.ts";
export * from "./feedback.ts";
export * from "./figures.ts";
export { type Findable, formsOf, plainOf } from "./findable.ts";
export {
  approveFolderImport,
  type FolderImportRow,
  findFolderImport,
  findImportContents,
  forgetFolderImports,
  insertFolderImport,
  squeezeContents,
} from "./folder-imports.ts";
export * from "./follow.ts";
export * from "./followers.ts";
export { findAnswer, forgetAnswers, insertAnswer } from "./idempotency.ts";
export * from "./information.ts";
export { freeFollowing, isBehind, passedOverMs } from "./lanes.ts";
export type { LeaseEntry } from "./lease-rows.ts";
export { renewEveryMs, tenantLeaseMs } from "./lease-terms.ts";
export type { NodeEntry } from "./nodes.ts";
export * from "./notes.ts";
export {
  beginAttempt,
  type Claim,
  countStart,
  insertOutbox,
  laneOf,
  type NewOutboxRow,
  type OutboxRow,
  type OutboxState,
  type Settlement,
  settleAttempt,
  unanswered,
} from "./outbox.ts";
export {
  type Claimed,
  claimDue,
  freeLeases,
  type LaneDue,
  listDue,
  nextDue,
  probeBreakers,
  releaseClaims,
} from "./outbox-claims.ts";
export {
  countLanes,
  type LaneRow,
  listLongDue,
  listOutlivedClaims,
  type StuckRows,
} from "./outbox-lanes.ts";
export {
  countOutbox,
  type DestinationRow,
  findDeliveryByReference,
  findOutbox,
  listCases,
  listDestinations,
  listOutbox,
  openBody,
} from "./outbox-list.ts";
export { countOwedSince } from "./owed-lately.ts";
export { hastenOwed, listOwed, retryOwed } from "./owed-list.ts";
export { stateOfOwed } from "./owed-states.ts";
export * from "./payments.ts";
export * from "./people.ts";
export {
  addToGazetteer,
  beginGazetteer,
  findAddress,
  findGazetteer,
  type Gazetteer,
  type GazetteerAddress,
  type IndexedAddress,
  listAtPostcode,
  listNear,
  listWithWords,
  sweepGazetteers,
  useGazetteer,
} from "./places.ts";
export { findPolledTo, listOurs, movePolled, noteLook, rewindPolled } from "./polling.ts";
export * from "./previews.ts";
export * from "./process-events.ts";
export { findUpdatedAt, listProcesses, listUpdatedProcesses } from "./process-list.ts";
export {
  endProcess,
  findProcess,
  findProcessByReference,
  findProcesses,
  findProcessesBy,
  findProcessWithAnswers,
  insertProcess,
  moveStage,
  type ProcessRow,
  type ProcessWithAnswers,
  revokeGrants,
  setMergedInto,
  setRespondBy,
} from "./processes.ts";
export * from "./public-places.ts";
export { drawRandom } from "./random.ts";
export * from "./receipts.ts";
export { findRecentAttempts } from "./recent-attempts.ts";
export * from "./recipe-takers.ts";
export * from "./recipes.ts";
export {
  findRecord,
  forgetChanges,
  listUnmappedRecords,
  putRecord,
  type RecordRow,
  seeChange,
  wasSeen,
} from "./records.ts";
export { lastEventOf, removeTenant } from "./remove-tenant.ts";
export {
  countReplayItems,
  countStanding,
  endReplay,
  findReplay,
  insertReplay,
  listReplays,
  listRunningReplays,
  nextReplayItems,
  type ReplayRow,
  settleReplayItem,
} from "./replays.ts";
export * from "./schema-sets.ts";
export * from "./secrets.ts";
export {
  findBefore,
  findDifferences,
  forgetRevisions,
  insertRevision,
  lastRevision,
  listRevisionLines,
  listRevisions,
  type RevisionLine,
  type RevisionRow,
} from "./service-draft-revisions.ts";
export * from "./service-drafts.ts";
export * from "./services.ts";
export * from "./sessions.ts";
export * from "./settings.ts";
export * from "./sign-ins.ts";
export {
  countStatus,
  forgetStatuses,
  isUnmapped,
  listStatusesSeen,
  type StatusSeen,
} from "./statuses-seen.ts";
export type { OpenTenant, StoreOptions } from "./store-options.ts";
export {
  countDoubts,
  type Doubts,
  groupStuck,
  handleOwed,
  listStops,
  listStuck,
  rewriteOwed,
} from "./stuck.ts";
export * from "./subscriptions.ts";
export * from "./taken-recipes.ts";
export * from "./targets.ts";
export * from "./tenant-health.ts";
export { Store } from "./tenants.ts";
export { transact } from "./transact.ts";
export { findTrialRun, forgetTrialRuns, putTrialRun, type TrialRunRow } from "./trial-runs.ts";
export { forgetTrialVersions, keepTrialVersion } from "./trial-versions.ts";
export * from "./unsent.ts";
export {
  findExitWords,
  listLastVersions,
  listVersions,
  putExitWords,
  type VersionLine,
} from "./version-list.ts";
export * from "./waits.ts";
export {
  findWebhook,
  forgetWebhooks,
  listWebhooks,
  refuseWebhooks,
  renewFailedWebhooks,
  renewWebhook,
  tookWebhook,
} from "./webhooks.ts";
export * from "./workload.ts";
