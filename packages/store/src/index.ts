export { type ApiKeyRow, findApiKey, insertApiKey, revokeApiKey } from "./api-keys.ts";
export { findAppliedFolder, putAppliedFolder } from "./applied-folder.ts";
export { type CodeList, findCodeLists, putCodeList } from "./code-lists.ts";
export {
  findColumns,
  findRows,
  listDatasets,
  putDataset,
  removeDataset,
} from "./datasets.ts";
export type { ChainHead, Db, Tx } from "./db.ts";
export { digestOf } from "./digest.ts";
export { findKeyOwner, indexKey, type TenantEntry } from "./directory.ts";
export {
  adoptDocuments,
  type DocumentRow,
  deleteDocument,
  findDocument,
  insertDocument,
  listDraftDocuments,
  listProcessDocuments,
} from "./documents.ts";
export { type DraftRow, endDraft, findDraft, insertDraft, saveDraft } from "./drafts.ts";
export {
  appendEvent,
  type EventRow,
  findEvent,
  listEvents,
  type NewEvent,
  verifyChain,
} from "./events.ts";
export { StoreFault, type StoreFaultCode } from "./fault.ts";
export { findAnswer, insertAnswer } from "./idempotency.ts";
export { findNote, insertNote, listNotes, type NoteRow } from "./notes.ts";
export {
  beginAttempt,
  type Claim,
  claimDue,
  freeLeases,
  insertOutbox,
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
  findDeliveryByReference,
  findOutbox,
  listOutbox,
} from "./outbox-list.ts";
export {
  delayPaymentLook,
  findPaid,
  findPayment,
  freezeOrder,
  hurryPayment,
  insertPayment,
  listDuePayments,
  listPayments,
  movePayment,
  type NewPaymentRow,
  nextPaymentLook,
  type PaymentChange,
  type PaymentRow,
} from "./payments.ts";
export {
  endProcess,
  type Findable,
  findProcess,
  findProcessByReference,
  findProcessesBy,
  findProcessWithAnswers,
  insertProcess,
  listProcesses,
  moveStage,
  type NewProcessRow,
  type ProcessFilter,
  type ProcessRow,
  revokeGrants,
  setRespondBy,
} from "./processes.ts";
export { drawRandom } from "./random.ts";
export {
  findSchemaDigest,
  findSchemaSet,
  listSchemaSets,
  putSchemaSet,
  removeSchemaSet,
} from "./schema-sets.ts";
export { findSecret, openSecret, putSecret, sealSecret } from "./secrets.ts";
export {
  findLiveService,
  findServiceVersion,
  listLiveServices,
  publishService,
  type ServiceVersion,
  servicesChangedAt,
  withdrawService,
} from "./services.ts";
export {
  type ConnectorRow,
  findConnector,
  findLogo,
  isLastChange,
  listBrands,
  listConnectors,
  movePolled,
  putBrand,
  putConnector,
  type SeenChange,
  seeChange,
} from "./settings.ts";
export { cancelTasks, findTask, insertTask, listTasks, moveTask, type TaskRow } from "./tasks.ts";
export { type OpenTenant, Store, type StoreOptions } from "./tenants.ts";
export { transact } from "./transact.ts";
export { Vault } from "./vault.ts";
