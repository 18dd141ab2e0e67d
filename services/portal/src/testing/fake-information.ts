import type { Answers, Form, InformationRequest, ProblemCode } from "@guildhall/contract";
import { Hono } from "hono";
import type { FakeApi } from "./fake-api.ts";
import { process, reference, trackingOf } from "./tracking.ts";

type Problem = (code: ProblemCode, fault?: { pointer: string; code: string }) => Response;

/** What is asked of the one process that there is, and what was answered. */
export interface FakeInformation {
  request: InformationRequest | undefined;
  form: Form | undefined;
  readonly answers: Answers[];
}

export function noInformation(): FakeInformation {
  return { request: undefined, form: undefined, answers: [] };
}

const draft = "drf_00000000000000000000000099";

/** Ask the citizen of the one process for a telephone number, in other words, and a file. */
export function askForMore(api: FakeApi, respondBy = "2026-12-04"): void {
  const id = "inf_00000000000000000000000001";
  const reason = "The officer could not find the place.";
  api.information.request = {
    id,
    process,
    state: "open",
    questions: [],
    ownQuestion: "Which floor is it?",
    files: true,
    reason,
    respondBy,
    ifUnanswered: "task",
    askedAt: "2026-11-22T12:00:00.000Z",
    askedBy: "P. Officer",
  };
  const required = { required: true } as const;
  const questions: Form["pages"][number]["questions"] = [
    {
      id: "ownQuestion",
      type: "long-text",
      label: "Which floor is it?",
      maxLength: 200,
      ...required,
    },
    { id: "moreFiles", type: "files", label: "Photos or other files", maxFiles: 5, ...required },
  ];
  const title = "We need one more thing from you";
  const pages = [{ id: "answer", title, kind: "questions" as const, questions }];
  api.information.form = { conditions: [], sections: [], pages };
  api.tracking.set(reference, { ...trackingOf("noise"), process, information: { id, respondBy } });
  const own = { service: "noise", serviceVersion: 1, expiresAt: "2026-12-05T00:00:00.000Z" };
  const nothing = { documents: [], answers: {}, seen: [], asks: [], kept: false, sent: false };
  api.drafts.set(draft, { id: draft, ...own, ...nothing, standing: "replaced" });
}

/** End what is asked; where it is only the page that does not know yet, the tracking stays as it is. */
export function endAsking(api: FakeApi, state: InformationRequest["state"], isKnown = true): void {
  const { request } = api.information;
  if (request) api.information.request = { ...request, state };
  if (isKnown) api.tracking.set(reference, { ...trackingOf("noise"), process });
}

/** The routes of what is asked, for whoever holds the process's token or the draft's. */
export function informationRoutes(api: FakeApi, problem: Problem): Hono {
  const app = new Hono();
  const bears = (bearer: string | undefined, token: string) => bearer === `Bearer token.${token}`;
  const whyNot = () => {
    const { request } = api.information;
    if (!request) return problem("not-found");
    if (request.state === "open") return undefined;
    return problem("information-ended", { pointer: "/state", code: request.state });
  };
  app.get("/:id/information-requests", (c) => {
    if (!bears(c.req.header("authorization"), "process")) return problem("not-found");
    const { request } = api.information;
    return c.json({ data: request ? [request] : [] });
  });
  app.get("/:id/information-requests/:request/form", (c) => {
    if (!bears(c.req.header("authorization"), "process")) return problem("not-found");
    const { request, form } = api.information;
    const { sent: _, ...found } = api.drafts.get(draft) ?? { sent: false };
    return whyNot() ?? c.json({ request, form, draft: { ...found, token: `token.${draft}` } });
  });
  app.post("/:id/information-requests/:request/answers", async (c) => {
    if (!bears(c.req.header("authorization"), draft)) return problem("not-found");
    const refused = whyNot();
    if (refused) return refused;
    const { answers } = (await c.req.json()) as { answers: Answers };
    api.information.answers.push(answers);
    endAsking(api, "answered");
    return c.json(api.information.request);
  });
  return app;
}
