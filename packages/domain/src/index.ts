export {
  type Path,
  pathOfPointer as pathOf,
  pointerTo,
  type Said,
  serviceFaults,
} from "@guildhall/builder";
export type { JwksFetch } from "@guildhall/keys";
export { askForAccess, type SandboxFor } from "./access/ask.ts";
export { collectKey } from "./access/collect.ts";
export { approveAccess, refuseAccess } from "./access/decide.ts";
export { endTestKey } from "./access/end-test-key.ts";
export { getAccessRequest, listAccessRequests } from "./access/get.ts";
export { type Ending, endOf } from "./alarm/expiring.ts";
export { acknowledgeAlarm, listAlarms } from "./alarm/get.ts";
export { seeToLook } from "./alarm/polling.ts";
export { type Watching, watchAlarms, whenNextWatch } from "./alarm/watch.ts";
export { openAssistedDraft } from "./assist/open.ts";
export * from "./audit.ts";
export { goesInCircles } from "./back-office/brake.ts";
export { catchUpStatuses } from "./back-office/catch-up.ts";
export { beginLook, endLook, type Look } from "./back-office/look.ts";
export { takeInChange } from "./back-office/take-in.ts";
export { changeBrand, changeLogo, removeLogo } from "./brand/change.ts";
export { logoFault } from "./brand/logo.ts";
export { connectorRest } from "./breaker/feed.ts";
export { countCalls } from "./call/count.ts";
export { listCalls } from "./call/list.ts";
export { type CallEntry, type CallLog, type CallLogOptions, createCallLog } from "./call/log.ts";
export * from "./cases.ts";
export { cameBefore, type Precondition, recall } from "./change.ts";
export { countContact, createViewLog, getChasing, type ViewLog } from "./chase.ts";
export { getConnection, listConnections } from "./connection/get.ts";
export { putConnection } from "./connection/put.ts";
export { setCredential } from "./connection/set-credential.ts";
export { getContainer } from "./container/get.ts";
export { updateContainer } from "./container/update.ts";
export { asPlatform, type Context, type RepeatableRequest, requireScope } from "./context.ts";
export { coverageReport } from "./coverage/report.ts";
export { awaitScan, awaitsScan, dropInfected, isOfInfected } from "./delivery/await-scan.ts";
export { beginDelivery, countDoubtfulStart, isPoison } from "./delivery/begin.ts";
export { codesByText, keepCodes, listStaleCodes, whenCodesDue } from "./delivery/codes.ts";
export { withRows } from "./delivery/datasets.ts";
export { getDelivery, readDeliveryContents } from "./delivery/detail.ts";
export { type Doubt, doubtOf } from "./delivery/doubt.ts";
export { listDeliveryGroups } from "./delivery/groups.ts";
export { handleDelivery, handOverDelivery } from "./delivery/handle.ts";
export { listDeliveries } from "./delivery/list.ts";
export { findClaimed, type LoadedDelivery, loadDelivery, loadRow } from "./delivery/load.ts";
export { type LoadedFollowUp, loadFollowUp } from "./delivery/load-follow-up.ts";
export { locationOf } from "./delivery/location.ts";
export { retryDelivery } from "./delivery/retry.ts";
export {
  buryDelivery,
  giveBackDelivery,
  holdDelivery,
  type RowFault,
  settleDelivery,
} from "./delivery/settle.ts";
export { whoseDelivery } from "./delivery/whose.ts";
export { type FormDocument, type FoundDocument, openDocument } from "./document/get.ts";
export { labelDocument } from "./document/label.ts";
export { listDocuments } from "./document/list.ts";
export { countUnknown, endInfected, findUnseen, listUnseen, settleScan } from "./document/scan.ts";
export { openThumbnail, type PictureDesk } from "./document/thumbnail.ts";
export { attachFile, checkRoom, detachFile } from "./draft/attach.ts";
export { beginDraft } from "./draft/begin.ts";
export { keepDraft } from "./draft/keep.ts";
export { moveDraft } from "./draft/move.ts";
export { getDraft } from "./draft/reach.ts";
export { removeDraft } from "./draft/remove.ts";
export { askForReturn, findReturn, openReturn } from "./draft/return.ts";
export { saveDraft } from "./draft/save.ts";
export { tendDrafts, whenDraftsDue } from "./draft/tend.ts";
export { getDrift } from "./drift/get.ts";
export { type AskOffice, lookForDrift, type Told } from "./drift/look.ts";
export { isDriftDue, whenDriftDue } from "./drift/when.ts";
export { asOfToday } from "./dry-run/as-of-today.ts";
export { type DryRunDesk, type Misbehaviour, madeUpStatus, type Officer } from "./dry-run/desk.ts";
export { getDryRun, getScenarioRun } from "./dry-run/get.ts";
export { documentDiffers } from "./dry-run/judge.ts";
export { type Begun, beginDryRun, dryRun } from "./dry-run/run.ts";
export { beginScenarioRun } from "./dry-run/run-scenarios.ts";
export { listRatings, rateProcess, sayNotFixed, summariseRatings } from "./ending.ts";
export { listPublicEvents } from "./event/list.ts";
export { dealWithFeedback, giveFeedback, listFeedback, listFeedbackCounts } from "./feedback.ts";
export * from "./figures.ts";
export type { BrandWithLogo, FolderContents, WithdrawnService } from "./folder/contents.ts";
export { type ExportedTenant, exportService, exportTenant } from "./folder/export.ts";
export {
  approveFolderImport,
  type GivenFolder,
  getFolderImport,
  planFolderImport,
} from "./folder/import.ts";
export { askToFollow, confirmFollow, findFollow, listNearby, stopFollow } from "./following.ts";
export { createGrounds, type Ground } from "./ground.ts";
export type { Handover, Lane, Reserved } from "./handover.ts";
export { createIds } from "./ids.ts";
export { answerInformation, openInformation } from "./information/answering.ts";
export { askForInformation, listInformation, withdrawInformation } from "./information/asking.ts";
export { tendInformation, whenInformationDue } from "./information/tend.ts";
export { type Authenticator, createAuthenticator, type Identity } from "./key/authenticate.ts";
export {
  type ClientProof,
  createExchange,
  type Exchange,
  tokenEndpointOf,
} from "./key/exchange.ts";
export type { NewKey } from "./key/issue.ts";
export { OAuthFault } from "./key/oauth-fault.ts";
export type { Caller } from "./key/place.ts";
export { changeKey, getKey, issueKey, listKeys, revokeKey, rotateKey } from "./keys.ts";
export { getLedger } from "./ledger/get.ts";
export { listMappingLines } from "./mapping/lines.ts";
export { matchMappingOptions } from "./mapping/options.ts";
export { previewMapping } from "./mapping/preview.ts";
export { listMappingSources } from "./mapping/sources.ts";
export { getMessage, listMessages } from "./message/list.ts";
export { type LoadedMessage, loadMessage, loadWritten, type Unwritable } from "./message/load.ts";
export { receiveNotifyReceipt, receiveReceipt } from "./message/receive.ts";
export { beginMessage, refuseMessage, settleMessage } from "./message/settle.ts";
export { addNote, listNotes, openTracking, previewNote, trackProcess } from "./notes.ts";
export {
  claimOwed,
  giveBackOwed,
  releaseOwed,
  takeOverOwed,
  whenDue,
  whenNextDue,
} from "./outbox/claim.ts";
export { createPaymentDesk, type PaymentDesk, type ReadyProvider } from "./payment/desk.ts";
export { duePayments, putOffLook, whenNextLook } from "./payment/watch.ts";
export { addPerson } from "./person/add.ts";
export { changePerson, endSessions, removePerson } from "./person/change.ts";
export { getCurrentPerson } from "./person/current.ts";
export { getPerson, listPeople } from "./person/list.ts";
export { readPlacesCredential, setPlacesKey } from "./place/credential.ts";
export {
  createPlaceDesk,
  type PlaceDesk,
  type PlaceDeskDeps,
  type ReadyPlaces,
} from "./place/desk.ts";
export type { AddressesWanted } from "./place/find.ts";
export { type ImportedGazetteer, importGazetteer } from "./place/import.ts";
export { plainNumber } from "./place/own-gazetteer.ts";
export { postcodeIn } from "./place/words.ts";
export {
  commentOnPreview,
  dealWithPreviewComment,
  listPreviewComments,
  listShownComments,
} from "./preview/comment.ts";
export { endPreview } from "./preview/end.ts";
export { getPreview, listPreviews } from "./preview/list.ts";
export { sharePreview } from "./preview/share.ts";
export { getPreviewAnswers, keepPreviewAnswers, showPreview } from "./preview/show.ts";
export { listEvents } from "./process/events.ts";
export { getProcess } from "./process/get.ts";
export { listProcesses } from "./process/list.ts";
export { revokeGrants } from "./process/revoke-grants.ts";
export {
  type FollowedProcess,
  findProcessId,
  getProcessByReference,
  searchProcesses,
} from "./process/search.ts";
export { startProcess } from "./process/start.ts";
export { listUpdates, type Update } from "./process/updates.ts";
export { adoptRecipe } from "./recipe/adopt.ts";
export { confirmPart, getAdoption } from "./recipe/adoption.ts";
export { Cookbook } from "./recipe/cookbook.ts";
export { listRecipeDeadlines, requireRecipe, requireRecipeNoMore } from "./recipe/deadline.ts";
export * from "./recipe/list.ts";
export { importRecipe, shareRecipe, sketchRecipe } from "./recipe/share.ts";
export { previewUpgrade, upgradeRecipe } from "./recipe/upgrade.ts";
export { reconcile, type Stuck } from "./reconcile/reconcile.ts";
export { beginReplay, getReplay, listReplays } from "./replay/begin.ts";
export { compareDelivery } from "./replay/compare.ts";
export { type Mending, previewReplay } from "./replay/preview.ts";
export { workReplay } from "./replay/work.ts";
export { leaseMs } from "./retry.ts";
export { type IsSimulated, sandboxIdOf } from "./sandbox/copy.ts";
export { createSandboxes, type Sandboxes } from "./sandbox/sandboxes.ts";
export { connectorFaults } from "./service/check/connector.ts";
export { getServiceVersion } from "./service/definition.ts";
export { getLogo, getService, getTenant, lastPublishedAt, listServices } from "./service/get.ts";
export { publishService } from "./service/publish.ts";
export { getRetention } from "./service/retention.ts";
export { getServiceExit, getServiceVersionAt, listServiceVersions } from "./service/versions.ts";
export { withdrawService } from "./service/withdraw.ts";
export { beginServiceDraft } from "./service-draft/begin.ts";
export { getDraftConditions } from "./service-draft/conditions.ts";
export { getDraftDifferences } from "./service-draft/differences.ts";
export { discardServiceDraft } from "./service-draft/discard.ts";
export { editServiceDraft, type KeptEdits, presentEdited } from "./service-draft/edit.ts";
export { getDraftFlow } from "./service-draft/flow.ts";
export { getServiceDraft } from "./service-draft/get.ts";
export { recallDraft } from "./service-draft/kept.ts";
export { listServiceDrafts, listServiceOverviews } from "./service-draft/list.ts";
export { listDraftMessages } from "./service-draft/messages.ts";
export { listServicePatterns, listStepKinds } from "./service-draft/patterns.ts";
export { previewMessage } from "./service-draft/preview-message.ts";
export { publishServiceDraft, unscheduleServiceDraft } from "./service-draft/publish.ts";
export { publishDue, whenPublicationDue } from "./service-draft/publish-due.ts";
export { readCondition } from "./service-draft/read-condition.ts";
export { readDraftOutline } from "./service-draft/read-outline.ts";
export { getDraftReadiness } from "./service-draft/readiness.ts";
export { replaceServiceDraft } from "./service-draft/replace.ts";
export { listDraftRevisions } from "./service-draft/revisions.ts";
export { listDraftStatuses } from "./service-draft/statuses.ts";
export { takeInLive } from "./service-draft/take-in.ts";
export { undoServiceDraft } from "./service-draft/undo.ts";
export { getDraftUses } from "./service-draft/uses.ts";
export {
  getSignInCredential,
  readSignInCredential,
  setSignInCredential,
} from "./session/credential.ts";
export { createSignInDesk, type SignInDesk } from "./session/desk.ts";
export { giveLink } from "./session/link.ts";
export { refreshSession } from "./session/refresh.ts";
export { listSigningKeys, revokeSigningKey, rotateSigningKeys } from "./signing-key/rotate.ts";
export { addSubscription } from "./subscription/add.ts";
export { changeSubscription } from "./subscription/change.ts";
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
export { addTarget } from "./target/add.ts";
export { createTargetDesk, type TargetDesk } from "./target/desk.ts";
export { getTarget, listTargetFields, listTargets } from "./target/get.ts";
export { getLiveTarget, listLiveFields, listLiveTargets } from "./target/live.ts";
export { removeTarget } from "./target/remove.ts";
export { replaceTarget } from "./target/replace.ts";
export * from "./tenants.ts";
export * from "./tracking.ts";
export { tendWaits, whenWaitDue } from "./wait/tend.ts";
