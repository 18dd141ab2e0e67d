export { endPoll, pollWindow, takeInChange } from "./back-office/take-in.ts";
export { Catalogue, type CompiledService } from "./catalogue.ts";
export { recall } from "./change.ts";
export {
  asPlatform,
  type Context,
  type Only,
  type RepeatableRequest,
  requireScope,
} from "./context.ts";
export { codesByText, keepCodes, listStaleCodes } from "./delivery/codes.ts";
export { type DatasetLookup, withRows } from "./delivery/datasets.ts";
export { type DeliveryInput, type LoadedDelivery, loadDelivery } from "./delivery/load.ts";
export { locationOf } from "./delivery/location.ts";
export {
  beginDelivery,
  holdDelivery,
  type RowFault,
  settleDelivery,
} from "./delivery/settle.ts";
export { usesOf } from "./delivery/uses.ts";
export { type FormDocument, type FoundDocument, openDocument } from "./document/get.ts";
export { listDocuments } from "./document/list.ts";
export { attachFile, checkRoom, detachFile, type ReceivedFile } from "./draft/attach.ts";
export { beginDraft } from "./draft/begin.ts";
export { getDraft } from "./draft/reach.ts";
export { saveDraft } from "./draft/save.ts";
export { createGrounds, type Ground, type GroundOptions } from "./ground.ts";
export type { Handover } from "./handover.ts";
export { createIds, type Ids } from "./ids.ts";
export { createAuthenticator, type Identity } from "./key/authenticate.ts";
export { issueKey, type NewKey, revokeKey } from "./key/issue.ts";
export { type LoadedMessage, loadMessage } from "./message/load.ts";
export {
  type AnsweredMessage,
  beginMessage,
  refuseMessage,
  settleMessage,
} from "./message/settle.ts";
export { addNote } from "./note/add.ts";
export { listNotes } from "./note/list.ts";
export { claimOwed, releaseOwed, takeOverOwed, whenNextDue } from "./outbox/claim.ts";
export {
  createPaymentDesk,
  type PaymentDesk,
  type PaymentDeskDeps,
  type ReadyProvider,
} from "./payment/desk.ts";
export { duePayments, putOffLook, whenNextLook } from "./payment/watch.ts";
export { listEvents } from "./process/events.ts";
export { getProcess, listProcesses, type ProcessQuery } from "./process/get.ts";
export { revokeGrants } from "./process/revoke-grants.ts";
export { startProcess } from "./process/start.ts";
export { openTracking, trackProcess } from "./process/track.ts";
export { leaseMs, retryDelayMs } from "./retry.ts";
export { getLogo, getService, getTenant, listServices } from "./service/get.ts";
export { completeTask } from "./task/complete.ts";
export { listTasks } from "./task/list.ts";
export { updateTask } from "./task/update.ts";
export { type Applying, applyTenant } from "./tenant/apply.ts";
export { isAsApplied } from "./tenant/as-applied.ts";
export { type PlannedChange, planTenant, type TenantBundle } from "./tenant/plan.ts";
