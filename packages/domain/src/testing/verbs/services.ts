import { getServiceVersion } from "../../service/definition.ts";
import { publishService } from "../../service/publish.ts";
import { getRetention } from "../../service/retention.ts";
import { getServiceVersionAt, listServiceVersions } from "../../service/versions.ts";
import { withdrawService } from "../../service/withdraw.ts";
import { beginServiceDraft } from "../../service-draft/begin.ts";
import { getDraftConditions } from "../../service-draft/conditions.ts";
import { getDraftDifferences } from "../../service-draft/differences.ts";
import { discardServiceDraft } from "../../service-draft/discard.ts";
import { editServiceDraft } from "../../service-draft/edit.ts";
import { getDraftFlow } from "../../service-draft/flow.ts";
import { getServiceDraft } from "../../service-draft/get.ts";
import { listServiceDrafts, listServiceOverviews } from "../../service-draft/list.ts";
import { noteTried } from "../../service-draft/note-tried.ts";
import { publishServiceDraft, unscheduleServiceDraft } from "../../service-draft/publish.ts";
import { publishDue } from "../../service-draft/publish-due.ts";
import { readCondition } from "../../service-draft/read-condition.ts";
import { readDraftOutline } from "../../service-draft/read-outline.ts";
import { getDraftReadiness } from "../../service-draft/readiness.ts";
import { replaceServiceDraft } from "../../service-draft/replace.ts";
import { listDraftRevisions } from "../../service-draft/revisions.ts";
import { takeInLive } from "../../service-draft/take-in.ts";
import { undoServiceDraft } from "../../service-draft/undo.ts";
import { getDraftUses } from "../../service-draft/uses.ts";
import { noise } from "../../testing.ts";
import type { GuardedVerb } from "./guarded.ts";

const id = "prc_01zzzzzzzzzzzzzzzzzzzzzzzz";

/** Of services and their drafts. */
export const verbsOfServices: readonly GuardedVerb[] = [
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
  ["getRetention", "services:read", (ctx) => getRetention(ctx)],
];
