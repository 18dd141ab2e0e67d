import type { ProblemCode } from "@guildhall/contract";
import type { Context } from "hono";
import type { FakeApi, StoredDraft } from "./fake-api.ts";
import { reference, trackingKey, trackingOf } from "./tracking.ts";

type Problem = (code: ProblemCode) => Response;

const remembered = new WeakMap<FakeApi, Map<string, { body: string; answer: string }>>();

/** Take a draft's answers once; the same again gives the same receipt. */
export async function submit(c: Context, api: FakeApi, problem: Problem): Promise<Response> {
  const known = remembered.get(api) ?? new Map();
  remembered.set(api, known);
  const key = c.req.header("idempotency-key") ?? "";
  const body = await c.req.text();
  const before = known.get(key);
  if (before)
    return before.body === body
      ? c.json(JSON.parse(before.answer), 202)
      : problem("idempotency-mismatch");
  const id = /^Bearer token\.(\w+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
  const draft = api.drafts.get(id);
  const refused = refusalOf(draft);
  if (!draft || refused) return problem(refused ?? "unauthenticated");
  draft.sent = true;
  const started = startedFrom(api, draft, JSON.parse(body).answers);
  known.set(key, { body, answer: JSON.stringify(started) });
  return c.json(started, 202);
}

function refusalOf(draft: StoredDraft | undefined): ProblemCode | undefined {
  if (draft?.sent) return "invalid-transition";
  if (draft?.standing === "replaced") return "draft-replaced";
  return draft?.standing === "withdrawn" ? "service-withdrawn" : undefined;
}

function startedFrom(api: FakeApi, { service }: StoredDraft, answers: object): object {
  api.submissions.push({ ...answers });
  api.tracking.set(reference, trackingOf(service));
  return {
    id: `prc_${"1".padStart(26, "0")}`,
    reference,
    status: "open",
    receivedAt: "2026-11-22T12:00:00.000Z",
    trackingKey,
    token: "token.process",
    ...(api.payments.length > 0 ? { payment: api.payments.at(-1) } : {}),
  };
}
