import {
  Id,
  InformationAnswers,
  InformationDraft,
  InformationRequest,
  NewInformationRequest,
  pageOf,
} from "@guildhall/contract";
import {
  answerInformation,
  askForInformation,
  listInformation,
  openInformation,
  recall,
  withdrawInformation,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { LanguageQuery, languageOf } from "../language.ts";
import { answered, once } from "../once.ts";
import { readJson } from "../read-json.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
} from "../router.ts";

const params = z.object({ id: Id });
const one = params.extend({ request: Id });
const tags = ["Information requests"];
const security = bearer;

const ask = createRoute({
  method: "post",
  path: "/{id}/information-requests",
  operationId: "askForInformation",
  summary: "Ask the citizen for one more thing",
  description:
    "Questions of the form that the process was made with, by their ids; one question in other words; photos or files: at least one of them. The citizen is told why and until when, ten working days where nothing is said, with a link to these questions alone. One thing at a time is asked of a process.",
  tags,
  security,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(NewInformationRequest, {
        ownQuestion: "Which floor does the noise come from?",
        files: true,
        reason: "The officer could not tell where the noise comes from.",
        workingDays: 10,
      }),
    },
  },
  responses: {
    201: { description: "What is asked", ...json(InformationRequest) },
    ...refusals(...postRefusals, "process-closed", "information-asked"),
  },
});

const list = createRoute({
  method: "get",
  path: "/{id}/information-requests",
  operationId: "listInformationRequests",
  summary: "List what the citizen was asked, and what they answered",
  description:
    "Answers stand beside what the process says of the same questions, which never changes.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "What was asked, first to last", ...json(pageOf(InformationRequest)) },
    ...refusals(...readRefusals),
  },
});

const withdraw = createRoute({
  method: "delete",
  path: "/{id}/information-requests/{request}",
  operationId: "withdrawInformationRequest",
  summary: "Ask no more what was asked",
  description: "Doing it twice is doing it once.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params: one },
  responses: {
    200: { description: "What was asked", ...json(InformationRequest) },
    ...refusals(...readRefusals, "information-ended"),
  },
});

const open = createRoute({
  method: "get",
  path: "/{id}/information-requests/{request}/form",
  operationId: "openInformationRequest",
  summary: "Open what is asked, to be filled in by its citizen",
  description:
    "The questions as a form of their own, and a draft that keeps what is typed and uploaded, with the token that opens it. For the citizen's own token alone.",
  tags,
  security,
  middleware: [requireCredential] as const,
  request: { params: one, query: LanguageQuery },
  responses: {
    200: { description: "The form and its draft", ...json(InformationDraft) },
    ...refusals(...readRefusals, "information-ended", "process-closed"),
  },
});

const answer = createRoute({
  method: "post",
  path: "/{id}/information-requests/{request}/answers",
  operationId: "answerInformationRequest",
  summary: "Answer what is asked",
  description:
    "With the token of the draft that came with the form. Files are uploaded to that draft first. The answer goes back to the case as a note with documents.",
  tags,
  security,
  parameters: [idempotencyKey],
  middleware: [requireCredential, readJson, once] as const,
  request: {
    params: one,
    body: {
      required: true,
      ...json(InformationAnswers, { answers: { ownQuestion: "The second floor" } }),
    },
  },
  responses: {
    200: { description: "What was asked, with the answer", ...json(InformationRequest) },
    ...refusals(...postRefusals, "answers-invalid", "information-ended", "process-closed"),
  },
});

/** What citizens are asked after they have sent their form. */
export const information = createRouter()
  .openapi(ask, async (c) => {
    const { ctx } = c.var;
    const before = await recall<InformationRequest>(ctx);
    const { id } = c.req.valid("param");
    const asked = before?.answer ?? (await askForInformation(ctx, id, c.req.valid("json")));
    return c.json(asked, 201, answered(before));
  })
  .openapi(list, async (c) =>
    c.json(await listInformation(c.var.ctx, c.req.valid("param").id), 200),
  )
  .openapi(withdraw, async (c) => {
    const { id: process, request } = c.req.valid("param");
    return c.json(await withdrawInformation(c.var.ctx, { process, request }), 200);
  })
  .openapi(open, async (c) => {
    const { id: process, request } = c.req.valid("param");
    const language = languageOf(c, c.req.valid("query").language);
    c.header("Cache-Control", "no-store");
    return c.json(await openInformation(c.var.ctx, { process, request }, language), 200);
  })
  .openapi(answer, async (c) => {
    const { ctx } = c.var;
    const before = await recall<InformationRequest>(ctx);
    const { id: process, request } = c.req.valid("param");
    const said =
      before?.answer ?? (await answerInformation(ctx, { process, request }, c.req.valid("json")));
    return c.json(said, 200, answered(before));
  });
