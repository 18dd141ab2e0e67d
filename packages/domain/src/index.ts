export type { JwksFetch } from "@guildhall/keys";
export { askForAccess, type SandboxFor } from "./access/ask.ts";
export { collectKey } from "./access/collect.ts";
export { approveAccess, refuseAccess } from "./access/decide.ts";
export { endTestKey } from "./access/end-test-key.ts";
export { getAccessRequest, listAccessRequests } from "./access/get.ts";
export { type Ending, endOf } from "./alarm/expiring.ts";
export { acknowledgeAlarm, listAlarms } from "./alarm/get.ts";
export { endAlarm, type Raising, raiseAlarm } from "./alarm/raise.ts";
export { type Watching, watchAlarms, whenNextWatch } from "./alarm/watch.ts";
export { type AuditQuery, listAudit } from "./audit/list.ts";
export { verifyAudit } from "./audit/verify.ts";
export { catchUpStatuses } from "./back-office/catch-up.ts";
export { beginLook, endLook, type Look, type Looked } from "./back-office/look.ts";
export { takeInChange } from "./back-office/take-in.ts";
export { connectorRest } from "./breaker/feed.ts";
export { countCalls } from "./call/count.ts";
export { listCalls } from "./call/list.ts";
export { type CallEntry, type CallLog, type CallLogOptions, createCallLog } from "./call/log.ts";
export { Catalogue, type CompiledService } from "./catalogue.ts";
export { cameBefore, type Precondition, recall } from "./change.ts";
export { getConnection, listConnections } from "./connection/get.ts";
export { type ConnectionGuards, type PutConnection, putConnection } from "./connection/put.ts";
export { setCredential } from "./connection/set-credential.ts";
export { getContainer } from "./container/get.ts";
export { updateContainer } from "./container/update.ts";
export {
  asPlatform,
  type Context,
  type Only,
  type RepeatableRequest,
  requireScope,
} from "./context.ts";
export { coverageReport, seenForMs } from "./coverage/report.ts";
export { beginDelivery, countDoubtfulStart, isPoison } from "./delivery/begin.ts";
export { type CodeWords, wordsOfCode } from "./delivery/code-words.ts";
export { codesByText, keepCodes, listStaleCodes, whenCodesDue } from "./delivery/codes.ts";
export { type DatasetLookup, withRows } from "./delivery/datasets.ts";
export { getDelivery, readDeliveryContents } from "./delivery/detail.ts";
export { listDeliveryGroups } from "./delivery/groups.ts";
export { handleDelivery, handOverDelivery } from "./delivery/handle.ts";
export { type DeliveryQuery, listDeliveries } from "./delivery/list.ts";
export {
  type DeliveryInput,
  findClaimed,
  type LoadedDelivery,
  loadDelivery,
  loadRow,
  type OnItsWay,
} from "./delivery/load.ts";
export { type LoadedFollowUp, loadFollowUp } from "./delivery/load-follow-up.ts";
export { locationOf } from "./delivery/location.ts";
export { retryDelivery } from "./delivery/retry.ts";
export {
  buryDelivery,
  giveBackDelivery,
  holdDelivery,
  type RowFault,
  type SettledDelivery,
  settleDelivery,
} from "./delivery/settle.ts";
export { usesOf } from "./delivery/uses.ts";
export { whoseDelivery } from "./delivery/whose.ts";
export { type FormDocument, type FoundDocument, openDocument } from "./document/get.ts";
export { listDocuments } from "./document/list.ts";
export { attachFile, checkRoom, detachFile, type ReceivedFile } from "./draft/attach.ts";
export { beginDraft } from "./draft/begin.ts";
export { getDraft } from "./draft/reach.ts";
export { removeDraft } from "./draft/remove.ts";
export { saveDraft } from "./draft/save.ts";
export { getDrift } from "./drift/get.ts";
export { type AskOffice, lookForDrift, type Told } from "./drift/look.ts";
export { isDriftDue, whenDriftDue } from "./drift/when.ts";
export type { DryRunDesk, Officer } from "./dry-run/desk.ts";
export { dryRun } from "./dry-run/run.ts";
export { listPublicEvents } from "./event/list.ts";
export { presentEvent } from "./event/present.ts";
export { createGrounds, type Ground, type GroundOptions } from "./ground.ts";
export type { Handover, Lane, Reserved } from "./handover.ts";
export { createIds, type Ids } from "./ids.ts";
export { type Authenticator, createAuthenticator, type Identity } from "./key/authenticate.ts";
export { changeKey, type KeyEdit } from "./key/change.ts";
export {
  type ClientProof,
  createExchange,
  type Exchange,
  type GivenToken,
  type TokenRequest,
  tokenEndpointOf,
} from "./key/exchange.ts";
export { getKey, listKeys } from "./key/get.ts";
export { type FreshKey, issueKey, type NewKey } from "./key/issue.ts";
export { type OAuthErrorCode, OAuthFault } from "./key/oauth-fault.ts";
export type { Caller } from "./key/place.ts";
export { revokeKey } from "./key/revoke.ts";
export { rotateKey } from "./key/rotate.ts";
export { getLedger } from "./ledger/get.ts";
export { getMessage, listMessages, type MessageQuery } from "./message/list.ts";
export { type LoadedMessage, loadMessage } from "./message/load.ts";
export { oweMail } from "./message/owe-mail.ts";
export {
  type AnsweredMessage,
  beginMessage,
  refuseMessage,
  settleMessage,
} from "./message/settle.ts";
export { addNote } from "./note/add.ts";
export { listNotes } from "./note/list.ts";
export {
  claimOwed,
  giveBackOwed,
  releaseOwed,
  takeOverOwed,
  whenDue,
  whenNextDue,
} from "./outbox/claim.ts";
export {
  createPaymentDesk,
  type PaymentDesk,
  type PaymentDeskDeps,
  type ReadyProvider,
} from "./payment/desk.ts";
export { duePayments, putOffLook, whenNextLook } from "./payment/watch.ts";
export { addPerson } from "./person/add.ts";
export { changePerson, endSessions, removePerson } from "./person/change.ts";
export { getCurrentPerson } from "./person/current.ts";
export { getPerson, listPeople } from "./person/list.ts";
export { listEvents } from "./process/events.ts";
export { getProcess } from "./process/get.ts";
export { listProcesses, type ProcessQuery } from "./process/list.ts";
export { revokeGrants } from "./process/revoke-grants.ts";
export {
  type FollowedProcess,
  findProcessId,
  getProcessByReference,
  type ProcessSearchQuery,
  searchProcesses,
} from "./process/search.ts";
export { startProcess } from "./process/start.ts";
export { openTracking, trackProcess } from "./process/track.ts";
export { listUpdates, type Update, type UpdateWindow } from "./process/updates.ts";
export { reconcile, type Stuck } from "./reconcile/reconcile.ts";
export { beginReplay, getReplay, listReplays } from "./replay/begin.ts";
export { compareDelivery } from "./replay/compare.ts";
export type { CanBeAsked } from "./replay/doubt.ts";
export { type Mending, previewReplay } from "./replay/preview.ts";
export { workReplay, workReplays } from "./replay/work.ts";
export { leaseMs, retryDelayMs } from "./retry.ts";
export { sandboxIdOf } from "./sandbox/copy.ts";
export { ensureSandbox, type SandboxDeps } from "./sandbox/ensure.ts";
export { createSandboxes, type Sandboxes, type SandboxesOptions } from "./sandbox/sandboxes.ts";
export { connectorFaults } from "./service/check/connector.ts";
export { type Path, pathOf, pointerTo, type Said } from "./service/check/said.ts";
export { serviceFaults } from "./service/check/service.ts";
export { getServiceVersion } from "./service/definition.ts";
export { getLogo, getService, getTenant, lastPublishedAt, listServices } from "./service/get.ts";
export { type Published, publishService } from "./service/publish.ts";
export { withdrawService } from "./service/withdraw.ts";
export {
  getSignInCredential,
  readSignInCredential,
  setSignInCredential,
} from "./session/credential.ts";
export { createSignInDesk, type SignInDesk, type SignInDeskDeps } from "./session/desk.ts";
export { createStaffCheck, type StaffIdentity } from "./session/identify.ts";
export { giveLink } from "./session/link.ts";
export { refreshSession } from "./session/refresh.ts";
export { listSigningKeys, revokeSigningKey, rotateSigningKeys } from "./signing-key/rotate.ts";
export { addSubscription } from "./subscription/add.ts";
export { type ChangeGuards, changeSubscription } from "./subscription/change.ts";
export {
  listSubscriptionDeliveries,
  replayFailed,
  replayWebhook,
} from "./subscription/deliveries.ts";
export { getSubscription, listSubscriptions } from "./subscription/list.ts";
export { type LoadedWebhook, loadWebhook } from "./subscription/load.ts";
export { pingSubscription } from "./subscription/ping.ts";
export type { MayCall } from "./subscription/reach.ts";
export { removeSubscription } from "./subscription/remove.ts";
export { rotateSubscription } from "./subscription/rotate.ts";
export { beginWebhook, settleWebhook, type WebhookOutcome } from "./subscription/settle.ts";
export { completeTask } from "./task/complete.ts";
export { getTask, listTasks } from "./task/list.ts";
export { listAllTasks, type TaskQuery } from "./task/list-all.ts";
export { updateTask } from "./task/update.ts";
export { type Applying, applyTenant } from "./tenant/apply.ts";
export { isAsApplied } from "./tenant/as-applied.ts";
export { forgetOld } from "./tenant/forget-old.ts";
export { type PlannedChange, planTenant, type TenantBundle } from "./tenant/plan.ts";
