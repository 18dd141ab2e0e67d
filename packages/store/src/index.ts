export * from "./access-requests.ts";
export {
  type AlarmKindStored,
  type AlarmRow,
  acknowledgeAlarmRow,
  endAlarmRow,
  findAlarm,
  insertAlarm,
  listAlarms,
  listOpenAlarms,
  listUnansweredAlarms,
  type NewAlarm,
  noteAlarmMailed,
  repeatAlarm,
} from "./alarms.ts";
export * from "./api-keys.ts";
export { findAppliedFolder, putAppliedFolder } from "./applied-folder.ts";
export {
  type AttemptRow,
  countAttempts,
  insertAttempt,
  listAttempts,
  type NewAttempt,
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
export { useAssertion } from "./client-assertions.ts";
export { type CodeList, findCodeLists, putCodeList } from "./code-lists.ts";
export * from "./configuration.ts";
export { findContainer, putContainer } from "./containers.ts";
export * from "./datasets.ts";
export type { ChainHead, Db, Tx } from "./db.ts";
export { digestOf } from "./digest.ts";
export { findDigestDay, putDigestDay } from "./digests.ts";
export type { KeyOwner, TenantEntry } from "./directory.ts";
export * from "./documents.ts";
export * from "./drafts.ts";
export { type DriftRow, findDriftRow, putDriftRow } from "./drifts.ts";
export { lastPlace, listAllEvents } from "./event-list.ts";
export * from "./events.ts";
export { StoreFault, type StoreFaultCode } from "./fault.ts";
export * from "./follow.ts";
export { findAnswer, forgetAnswers, insertAnswer } from "./idempotency.ts";
export { KeyOwners } from "./key-owners.ts";
export { freeFollowing, isBehind, passedOverMs } from "./lanes.ts";
export type { LeaseEntry, Owner } from "./lease-rows.ts";
export { type LeaseEvents, renewEveryMs, tenantLeaseMs } from "./lease-terms.ts";
export { Leases } from "./leases.ts";
export { type NodeEntry, type NodeIdentity, Nodes } from "./nodes.ts";
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
  type Due,
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
export { hastenOwed, listOwed, retryOwed } from "./owed-list.ts";
export { stateOfOwed } from "./owed-states.ts";
export type { Part } from "./part.ts";
export * from "./payments.ts";
export * from "./people.ts";
export { findPolledTo, listOurs, movePolled, noteLook, rewindPolled } from "./polling.ts";
export * from "./process-events.ts";
export {
  findUpdatedAt,
  listProcesses,
  listUpdatedProcesses,
} from "./process-list.ts";
export {
  endProcess,
  type Findable,
  findProcess,
  findProcessByReference,
  findProcessesBy,
  findProcessWithAnswers,
  insertProcess,
  moveStage,
  type NewProcessRow,
  type ProcessRow,
  revokeGrants,
  setRespondBy,
} from "./processes.ts";
export { drawRandom } from "./random.ts";
export {
  findRecord,
  forgetChanges,
  listUnmappedRecords,
  putRecord,
  type RecordRow,
  type SeenChange,
  seeChange,
  wasSeen,
} from "./records.ts";
export {
  countReplayItems,
  countStanding,
  endReplay,
  findReplay,
  insertReplay,
  listReplays,
  listRunningReplays,
  type NewReplay,
  nextReplayItems,
  type ReplayRow,
  settleReplayItem,
} from "./replays.ts";
export * from "./schema-sets.ts";
export * from "./secrets.ts";
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
  type StuckGroup,
  type StuckSelection,
} from "./stuck.ts";
export * from "./subscriptions.ts";
export { listAllTasks } from "./task-list.ts";
export { cancelTasks, findTask, insertTask, listTasks, moveTask, type TaskRow } from "./tasks.ts";
export { Store } from "./tenants.ts";
export { transact } from "./transact.ts";
export { Vault } from "./vault.ts";
export {
  findWebhook,
  forgetWebhooks,
  listWebhooks,
  refuseWebhooks,
  renewFailedWebhooks,
  renewWebhook,
  tookWebhook,
} from "./webhooks.ts";
