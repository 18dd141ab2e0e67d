import type { Scope } from "@guildhall/contract";
import { acknowledgeAlarm, listAlarms } from "./alarm/get.ts";
import { takeCheckpoint } from "./audit/checkpoint.ts";
import { listAudit } from "./audit/list.ts";
import { verifyAudit } from "./audit/verify.ts";
import { catchUpStatuses } from "./back-office/catch-up.ts";
import { beginLook } from "./back-office/look.ts";
import { takeInChange } from "./back-office/take-in.ts";
import { countContact, getChasing } from "./chase.ts";
import { getConnection, listConnections } from "./connection/get.ts";
import { putConnection } from "./connection/put.ts";
import { setCredential } from "./connection/set-credential.ts";
import { getContainer } from "./container/get.ts";
import { updateContainer } from "./container/update.ts";
import type { Context } from "./context.ts";
import { coverageReport } from "./coverage/report.ts";
import { getDelivery, readDeliveryContents } from "./delivery/detail.ts";
import { listDeliveryGroups } from "./delivery/groups.ts";
import { handleDelivery, handOverDelivery } from "./delivery/handle.ts";
import { listDeliveries } from "./delivery/list.ts";
import { retryDelivery } from "./delivery/retry.ts";
import { openDocument } from "./document/get.ts";
import { listDocuments } from "./document/list.ts";
import { attachFile, checkRoom, detachFile } from "./draft/attach.ts";
import { moveDraft } from "./draft/move.ts";
import { getDraft } from "./draft/reach.ts";
import { removeDraft } from "./draft/remove.ts";
import { saveDraft } from "./draft/save.ts";
import { tendDrafts } from "./draft/tend.ts";
import { listRatings, summariseRatings } from "./ending/ratings.ts";
import { answerInformation, openInformation } from "./information/answering.ts";
import { askForInformation, listInformation, withdrawInformation } from "./information/asking.ts";
import { tendInformation, whenInformationDue } from "./information/tend.ts";
import { issueKey } from "./key/issue.ts";
import { revokeKey } from "./key/revoke.ts";
import { getLedger } from "./ledger/get.ts";
import { getMessage, listMessages } from "./message/list.ts";
import { receiveNotifyReceipt, receiveReceipt } from "./message/receive.ts";
import { addNote } from "./note/add.ts";
import { listNotes } from "./note/list.ts";
import { listEvents } from "./process/events.ts";
import { getProcess } from "./process/get.ts";
import { listProcesses } from "./process/list.ts";
import { revokeGrants } from "./process/revoke-grants.ts";
import { startProcess } from "./process/start.ts";
import { beginReplay, getReplay, listReplays } from "./replay/begin.ts";
import { compareDelivery } from "./replay/compare.ts";
import { previewReplay } from "./replay/preview.ts";
import { getServiceVersion } from "./service/definition.ts";
import { publishService } from "./service/publish.ts";
import { getServiceVersionAt, listServiceVersions } from "./service/versions.ts";
import { withdrawService } from "./service/withdraw.ts";
import { beginServiceDraft } from "./service-draft/begin.ts";
import { getDraftConditions } from "./service-draft/conditions.ts";
import { getDraftDifferences } from "./service-draft/differences.ts";
import { discardServiceDraft } from "./service-draft/discard.ts";
import { editServiceDraft } from "./service-draft/edit.ts";
import { getDraftFlow } from "./service-draft/flow.ts";
import { getServiceDraft } from "./service-draft/get.ts";
import { listServiceDrafts, listServiceOverviews } from "./service-draft/list.ts";
import { noteTried } from "./service-draft/note-tried.ts";
import { publishServiceDraft, unscheduleServiceDraft } from "./service-draft/publish.ts";
import { publishDue } from "./service-draft/publish-due.ts";
import { readCondition } from "./service-draft/read-condition.ts";
import { readDraftOutline } from "./service-draft/read-outline.ts";
import { getDraftReadiness } from "./service-draft/readiness.ts";
import { replaceServiceDraft } from "./service-draft/replace.ts";
import { listDraftRevisions } from "./service-draft/revisions.ts";
import { takeInLive } from "./service-draft/take-in.ts";
import { undoServiceDraft } from "./service-draft/undo.ts";
import { getDraftUses } from "./service-draft/uses.ts";
import { completeTask } from "./task/complete.ts";
import { getTask, listTasks } from "./task/list.ts";
import { listAllTasks } from "./task/list-all.ts";
import { updateTask } from "./task/update.ts";
import { createWorld, exampleshire, noise, type World } from "./testing.ts";

const arrived = { fate: "received", lasting: true } as const;
const id = "prc_01zzzzzzzzzzzzzzzzzzzzzzzz";
const file = { name: "a", key: "k", contentType: "a/b", bytes: 1, sha256: "a", storage: "s" };
const submission = { service: "noise", answers: {} };
const seen = { reference: "CASE-1", changeKey: "1", status: "LOOKING", at: new Date(0) };
const asked = { process: id, request: "inf_01zzzzzzzzzzzzzzzzzzzzzzzz" };
const again = { rewrite: false, useLive: false };
const write = async () => ({ text: "" });
const [backOffice = {} as never] = exampleshire.connectors;
const verbs: [string, Scope, (ctx: Context) => Promise<unknown>][] = [
  ["startProcess", "processes:write", (ctx) => startProcess(ctx, submission)],
  ["countContact", "notes:write", (ctx) => countContact(ctx, id, { channel: "phone" })],
  ["getChasing", "services:read", (ctx) => getChasing(ctx, "noise", {})],
  ["listRatings", "services:read", (ctx) => listRatings(ctx, "noise", { limit: 1 })],
  ["summariseRatings", "services:read", (ctx) => summariseRatings(ctx, "noise", {})],
  ["getProcess", "processes:read", (ctx) => getProcess(ctx, id)],
  ["listProcesses", "processes:read", (ctx) => listProcesses(ctx, { limit: 1 })],
  ["listEvents", "events:read", (ctx) => listEvents(ctx, id)],
  ["revokeGrants", "keys:write", (ctx) => revokeGrants(ctx, id)],
  ["addNote", "notes:write", (ctx) => addNote(ctx, id, { contents: "a", visibleToCitizen: true })],
  [
    "askForInformation",
    "notes:write",
    (ctx) => askForInformation(ctx, id, { reason: "a", files: true }),
  ],
  ["listInformation", "processes:read", (ctx) => listInformation(ctx, id)],
  ["withdrawInformation", "notes:write", (ctx) => withdrawInformation(ctx, asked)],
  ["openInformation", "processes:read", (ctx) => openInformation(ctx, asked)],
  ["answerInformation", "drafts:write", (ctx) => answerInformation(ctx, asked, { answers: {} })],
  ["tendInformation", "processes:write", (ctx) => tendInformation(ctx, () => undefined)],
  ["whenInformationDue", "processes:write", (ctx) => whenInformationDue(ctx)],
  ["listNotes", "notes:read", (ctx) => listNotes(ctx, id)],
  ["listTasks", "tasks:read", (ctx) => listTasks(ctx, id)],
  ["updateTask", "tasks:write", (ctx) => updateTask(ctx, id, {})],
  [
    "completeTask",
    "tasks:write",
    (ctx) => completeTask(ctx, id, { outcome: "completed", fields: {} }),
  ],
  ["takeInChange", "tasks:write", (ctx) => takeInChange(ctx, "back-office", seen)],
  ["beginLook", "tasks:write", (ctx) => beginLook(ctx, "back-office")],
  ["catchUpStatuses", "tasks:write", (ctx) => catchUpStatuses(ctx)],
  ["getContainer", "documents:read", (ctx) => getContainer(ctx, id)],
  ["updateContainer", "tasks:write", (ctx) => updateContainer(ctx, id, {})],
  ["coverageReport", "connectors:read", (ctx) => coverageReport(ctx, { connector: "back-office" })],
  ["listDocuments", "documents:read", (ctx) => listDocuments(ctx, id)],
  ["openDocument", "documents:read", (ctx) => openDocument(ctx, id)],
  ["getDraft", "drafts:write", (ctx) => getDraft(ctx, id)],
  ["saveDraft", "drafts:write", (ctx) => saveDraft(ctx, id, { answers: {} })],
  ["moveDraft", "drafts:write", (ctx) => moveDraft(ctx, id)],
  ["tendDrafts", "drafts:write", (ctx) => tendDrafts(ctx, async () => undefined)],
  ["checkRoom", "drafts:write", (ctx) => checkRoom(ctx, id)],
  ["attachFile", "drafts:write", (ctx) => attachFile(ctx, id, file)],
  ["detachFile", "drafts:write", (ctx) => detachFile(ctx, id, id)],
  ["removeDraft", "drafts:write", (ctx) => removeDraft(ctx, id)],
  ["getTask", "tasks:read", (ctx) => getTask(ctx, id)],
  ["listAllTasks", "tasks:read", (ctx) => listAllTasks(ctx, { limit: 1 })],
  ["getMessage", "messages:read", (ctx) => getMessage(ctx, id)],
  ["listMessages", "messages:read", (ctx) => listMessages(ctx, { limit: 1 })],
  ["receiveReceipt", "messages:write", (ctx) => receiveReceipt(ctx, id, arrived)],
  ["receiveNotifyReceipt", "messages:write", (ctx) => receiveNotifyReceipt(ctx, { status: "" })],
  ["getDelivery", "deliveries:read", (ctx) => getDelivery(ctx, id)],
  ["listDeliveries", "deliveries:read", (ctx) => listDeliveries(ctx, { limit: 1 })],
  ["retryDelivery", "deliveries:write", (ctx) => retryDelivery(ctx, id)],
  [
    "readDeliveryContents",
    "deliveries:read",
    (ctx) => readDeliveryContents(ctx, id, { reason: "find-a-fault" }),
  ],
  ["listDeliveryGroups", "deliveries:read", (ctx) => listDeliveryGroups(ctx)],
  ["handleDelivery", "deliveries:write", (ctx) => handleDelivery(ctx, id, { reason: "a" })],
  [
    "handOverDelivery",
    "deliveries:write",
    (ctx) => handOverDelivery(ctx, id, { team: "a", words: "b" }),
  ],
  ["getLedger", "deliveries:read", (ctx) => getLedger(ctx, id)],
  [
    "compareDelivery",
    "deliveries:read",
    (ctx) => compareDelivery(ctx, id, { useLive: false, write }),
  ],
  [
    "previewReplay",
    "deliveries:read",
    (ctx) => previewReplay(ctx, { ...again, sample: 0 }, { write, canBeAsked: async () => false }),
  ],
  ["beginReplay", "deliveries:write", (ctx) => beginReplay(ctx, again)],
  ["getReplay", "deliveries:read", (ctx) => getReplay(ctx, id)],
  ["listReplays", "deliveries:read", (ctx) => listReplays(ctx, { limit: 1 })],
  ["listAlarms", "deliveries:read", (ctx) => listAlarms(ctx, { limit: 1, ended: false })],
  ["acknowledgeAlarm", "deliveries:write", (ctx) => acknowledgeAlarm(ctx, id, {})],
  ["getConnection", "connectors:read", (ctx) => getConnection(ctx, id)],
  ["listConnections", "connectors:read", (ctx) => listConnections(ctx)],
  [
    "putConnection",
    "connectors:write",
    (ctx) => putConnection(ctx, backOffice, { mayCall: () => true }),
  ],
  ["setCredential", "connectors:write", (ctx) => setCredential(ctx, id, {})],
  ["getServiceVersion", "services:read", (ctx) => getServiceVersion(ctx, id)],
  ["publishService", "services:write", (ctx) => publishService(ctx, noise)],
  ["withdrawService", "services:write", (ctx) => withdrawService(ctx, id)],
  ["beginServiceDraft", "services:write", (ctx) => beginServiceDraft(ctx, {})],
  ["getServiceDraft", "services:read", (ctx) => getServiceDraft(ctx, id)],
  ["listServiceDrafts", "services:read", (ctx) => listServiceDrafts(ctx, { limit: 1 })],
  ["listServiceOverviews", "services:read", (ctx) => listServiceOverviews(ctx, { limit: 1 })],
  [
    "editServiceDraft",
    "services:write",
    (ctx) => editServiceDraft(ctx, id, { edits: [], since: 1 }),
  ],
  [
    "replaceServiceDraft",
    "services:write",
    (ctx) => replaceServiceDraft(ctx, { service: id, definition: noise }),
  ],
  ["discardServiceDraft", "services:write", (ctx) => discardServiceDraft(ctx, id)],
  ["undoServiceDraft", "services:write", (ctx) => undoServiceDraft(ctx, id)],
  ["takeInLive", "services:write", (ctx) => takeInLive(ctx, id, { decisions: [] })],
  ["listDraftRevisions", "services:read", (ctx) => listDraftRevisions(ctx, id, { limit: 1 })],
  ["getDraftReadiness", "services:read", (ctx) => getDraftReadiness(ctx, id)],
  ["getDraftFlow", "services:read", (ctx) => getDraftFlow(ctx, id)],
  ["getDraftUses", "services:read", (ctx) => getDraftUses(ctx, { service: id, at: "" })],
  ["getDraftConditions", "services:read", (ctx) => getDraftConditions(ctx, id)],
  [
    "readCondition",
    "services:read",
    (ctx) => readCondition(ctx, { service: id, parts: { join: "all", rows: [] } }),
  ],
  [
    "readDraftOutline",
    "services:read",
    (ctx) => readDraftOutline(ctx, { service: id, text: "When?" }),
  ],
  ["getDraftDifferences", "services:read", (ctx) => getDraftDifferences(ctx, id)],
  [
    "publishServiceDraft",
    "services:write",
    (ctx) => publishServiceDraft(ctx, { service: id, summary: "a" }),
  ],
  ["unscheduleServiceDraft", "services:write", (ctx) => unscheduleServiceDraft(ctx, id)],
  ["noteTried", "services:write", (ctx) => noteTried(ctx, id, { revision: 1, green: {} })],
  ["publishDue", "services:write", (ctx) => publishDue(ctx, () => {})],
  ["listServiceVersions", "services:read", (ctx) => listServiceVersions(ctx, id, { limit: 1 })],
  ["getServiceVersionAt", "services:read", (ctx) => getServiceVersionAt(ctx, id, 1)],
  ["listAudit", "audit:read", (ctx) => listAudit(ctx, { limit: 1 })],
  ["takeCheckpoint", "audit:read", (ctx) => takeCheckpoint(ctx)],
  ["verifyAudit", "audit:read", (ctx) => verifyAudit(ctx)],
  ["issueKey", "keys:write", (ctx) => issueKey(ctx, { name: "a", kind: "vendor", scopes: [] })],
  ["revokeKey", "keys:write", (ctx) => revokeKey(ctx, id)],
];

describe("requireScope", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each(verbs)("lets nobody do %s without %s", async (_, scope, verb) => {
    const others = [...world.ctx.scopes].filter((one) => one !== scope);
    await expect(verb(world.as({ scopes: others }))).rejects.toMatchObject({
      code: "scope-missing",
    });
  });

  it.each(verbs)(
    "lets whoever may do %s with %s alone, as far as that is concerned",
    async (_, scope, verb) => {
      const answer = await verb(world.as({ scopes: [scope] })).catch((problem) => problem);
      expect(answer).not.toMatchObject({ code: "scope-missing" });
    },
  );
});
