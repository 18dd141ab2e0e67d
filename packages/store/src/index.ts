export * from "./access-requests.ts";
export * from "./api-keys.ts";
export { findAppliedFolder, putAppliedFolder } from "./applied-folder.ts";
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
export * from "./datasets.ts";
export type { ChainHead, Db, Tx } from "./db.ts";
export { digestOf } from "./digest.ts";
export type { KeyOwner, TenantEntry } from "./directory.ts";
export * from "./documents.ts";
export * from "./drafts.ts";
export { lastPlace, listAllEvents } from "./event-list.ts";
export * from "./events.ts";
export { StoreFault, type StoreFaultCode } from "./fault.ts";
export * from "./follow.ts";
export { findAnswer, forgetAnswers, insertAnswer } from "./idempotency.ts";
export { KeyOwners } from "./key-owners.ts";
export * from "./notes.ts";
export {
  beginAttempt,
  type Claim,
  claimDue,
  freeLeases,
  insertOutbox,
  laneOf,
  type NewOutboxRow,
  nextDue,
  type OutboxRow,
  type OutboxState,
  releaseClaims,
  type Settlement,
  settleAttempt,
  unanswered,
} from "./outbox.ts";
export {
  countOutbox,
  type DestinationRow,
  findDeliveryByReference,
  findOutbox,
  listDestinations,
  listOutbox,
  openBody,
} from "./outbox-list.ts";
export { listOwed, retryOwed } from "./owed-list.ts";
export type { Part } from "./part.ts";
export * from "./payments.ts";
export * from "./people.ts";
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
export * from "./schema-sets.ts";
export * from "./secrets.ts";
export * from "./services.ts";
export * from "./sessions.ts";
export * from "./settings.ts";
export * from "./sign-ins.ts";
export * from "./subscriptions.ts";
export { listAllTasks } from "./task-list.ts";
export { cancelTasks, findTask, insertTask, listTasks, moveTask, type TaskRow } from "./tasks.ts";
export { type OpenTenant, Store, type StoreOptions } from "./tenants.ts";
export { transact } from "./transact.ts";
export { Vault } from "./vault.ts";
export {
  findWebhook,
  listWebhooks,
  refuseWebhooks,
  renewFailedWebhooks,
  renewWebhook,
  tookWebhook,
} from "./webhooks.ts";
