import { catchUpStatuses } from "../../back-office/catch-up.ts";
import { beginLook } from "../../back-office/look.ts";
import { takeInChange } from "../../back-office/take-in.ts";
import { countContact, getChasing } from "../../chase.ts";
import { getContainer } from "../../container/get.ts";
import { updateContainer } from "../../container/update.ts";
import { coverageReport } from "../../coverage/report.ts";
import { openDocument } from "../../document/get.ts";
import { listDocuments } from "../../document/list.ts";
import { attachFile, checkRoom, detachFile } from "../../draft/attach.ts";
import { moveDraft } from "../../draft/move.ts";
import { getDraft } from "../../draft/reach.ts";
import { removeDraft } from "../../draft/remove.ts";
import { saveDraft } from "../../draft/save.ts";
import { tendDrafts } from "../../draft/tend.ts";
import { listRatings, summariseRatings } from "../../ending/ratings.ts";
import { getFigures } from "../../figures/get.ts";
import { answerInformation, openInformation } from "../../information/answering.ts";
import {
  askForInformation,
  listInformation,
  withdrawInformation,
} from "../../information/asking.ts";
import { tendInformation, whenInformationDue } from "../../information/tend.ts";
import { addNote } from "../../note/add.ts";
import { listNotes } from "../../note/list.ts";
import { previewNote } from "../../note/preview.ts";
import { listEvents } from "../../process/events.ts";
import { getProcess } from "../../process/get.ts";
import { listProcesses } from "../../process/list.ts";
import { revokeGrants } from "../../process/revoke-grants.ts";
import { startProcess } from "../../process/start.ts";
import { completeTask } from "../../task/complete.ts";
import { getTask, listTasks } from "../../task/list.ts";
import { listAllTasks } from "../../task/list-all.ts";
import { updateTask } from "../../task/update.ts";
import { allocateTeam } from "../../workload/allocate.ts";
import { getWorkload } from "../../workload/get.ts";
import type { GuardedVerb } from "./guarded.ts";

const id = "prc_01zzzzzzzzzzzzzzzzzzzzzzzz";
const file = { name: "a", key: "k", contentType: "a/b", bytes: 1, sha256: "a", storage: "s" };
const neverShown = () => {
  throw new Error("Nothing is shown to whoever may not see it");
};
const submission = { service: "noise", answers: {} };
const seen = { reference: "CASE-1", changeKey: "1", status: "LOOKING", at: new Date(0) };
const asked = { process: id, request: "inf_01zzzzzzzzzzzzzzzzzzzzzzzz" };

/** Of processes, their notes, tasks, documents and drafts. */
export const verbsOfProcesses: readonly GuardedVerb[] = [
  ["startProcess", "processes:write", (ctx) => startProcess(ctx, submission)],
  ["countContact", "notes:write", (ctx) => countContact(ctx, id, { channel: "phone" })],
  ["getChasing", "services:read", (ctx) => getChasing(ctx, "noise", {})],
  ["listRatings", "services:read", (ctx) => listRatings(ctx, "noise", { limit: 1 })],
  ["summariseRatings", "services:read", (ctx) => summariseRatings(ctx, "noise", {})],
  ["getFigures", "tasks:read", (ctx) => getFigures(ctx, { by: "month" })],
  ["getWorkload", "tasks:read", (ctx) => getWorkload(ctx)],
  ["allocateTeam", "tasks:write", (ctx) => allocateTeam(ctx, "Noise")],
  ["getProcess", "processes:read", (ctx) => getProcess(ctx, id)],
  ["listProcesses", "processes:read", (ctx) => listProcesses(ctx, { limit: 1 })],
  ["listEvents", "events:read", (ctx) => listEvents(ctx, id)],
  ["revokeGrants", "keys:write", (ctx) => revokeGrants(ctx, id)],
  [
    "previewNote",
    "notes:write",
    (ctx) => previewNote(ctx, id, { contents: "a" }, { showMessage: neverShown }),
  ],
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
];
