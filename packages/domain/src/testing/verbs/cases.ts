import { readAnswers } from "../../case/answers.ts";
import { correctAnswer } from "../../case/correct.ts";
import { followCase, listFollowedCases, unfollowCase } from "../../case/follow.ts";
import { mergeProcess } from "../../case/merge.ts";
import { searchCases } from "../../case/search.ts";
import { viewCase } from "../../case/viewers.ts";
import { assignTask } from "../../task/assign.ts";
import { bulkTasks } from "../../task/bulk.ts";
import { listColleagues } from "../../task/colleagues.ts";
import { listTeams } from "../../task/teams.ts";
import type { GuardedVerb } from "./guarded.ts";

const id = "prc_01zzzzzzzzzzzzzzzzzzzzzzzz";
const other = "prc_01zzzzzzzzzzzzzzzzzzzzzzzy";
const correction = { question: "a", value: "b", reason: "c" };
const note = { kind: "note", contents: "a", visibleToCitizen: false } as const;

/** Of cases as the staff of a council work them. */
export const verbsOfCases: readonly GuardedVerb[] = [
  ["assignTask", "tasks:write", (ctx) => assignTask(ctx, id, { assignee: null })],
  ["bulkTasks", "tasks:write", (ctx) => bulkTasks(ctx, { tasks: [id], act: note })],
  [
    "listColleagues",
    "tasks:read",
    (ctx) => listColleagues({ ...ctx, actor: { ...ctx.actor, kind: "staff" } }),
  ],
  ["listTeams", "tasks:read", (ctx) => listTeams(ctx)],
  ["searchCases", "processes:read", (ctx) => searchCases(ctx, { email: "a", limit: 1 })],
  ["readAnswers", "documents:read", (ctx) => readAnswers(ctx, id)],
  ["correctAnswer", "tasks:write", (ctx) => correctAnswer(ctx, id, correction)],
  ["mergeProcess", "tasks:write", (ctx) => mergeProcess(ctx, id, { into: other })],
  ["viewCase", "processes:read", (ctx) => viewCase({ ...ctx, session: "ses_1" }, id)],
  ["followCase", "processes:read", (ctx) => followCase({ ...ctx, session: "ses_1" }, id)],
  ["unfollowCase", "processes:read", (ctx) => unfollowCase({ ...ctx, session: "ses_1" }, id)],
  [
    "listFollowedCases",
    "processes:read",
    (ctx) => listFollowedCases({ ...ctx, session: "ses_1" }, { limit: 1 }),
  ],
];
