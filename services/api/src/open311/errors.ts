import { type Fault, Problem, type ProblemCode, problems } from "@guildhall/contract";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ApiDeps, ApiEnv } from "../environment.ts";
import { methodsByPath } from "../other-methods.ts";
import { toProblem } from "../problem-response.ts";
import { say } from "./format.ts";

/** Refuse something of a request, and say in plain words what. */
export function refusal(field: string, detail: string, code = "invalid"): Problem {
  return new Problem("request-invalid", { faults: [{ pointer: `/${field}`, code, detail }] });
}

/** Answer whatever was thrown as Open311 does: a list of errors, each with a status and words for a person. */
export function sayErrors({ reportFault }: Pick<ApiDeps, "reportFault">) {
  return (error: Error, c: Context<ApiEnv>): Response =>
    answer(
      c,
      toProblem(error, (fault) => reportFault(fault, c.var.requestId)),
    );
}

/** Say at every address which methods it takes, and refuse the others; whatever is left is nowhere. */
export function refuseTheRest(app: OpenAPIHono<ApiEnv>): void {
  for (const [path, methods] of methodsByPath(app)) {
    const headers = { Allow: [...methods, "OPTIONS"].join(", ") };
    app.all(path, (c) =>
      c.req.method === "OPTIONS"
        ? c.body(null, 204, headers)
        : answer(c, new Problem("method-not-allowed"), headers),
    );
  }
  app.all("*", () => {
    throw new Problem("not-found");
  });
}

function answer(
  c: Context<ApiEnv>,
  { code, faults, retryAfterS }: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  c.set("problem", code);
  const status = statusOf(code);
  const descriptions = faults.length > 0 ? faults.slice(0, mostFaults).map(wordsFor) : [];
  const errors = (descriptions.length > 0 ? descriptions : [titleOf(code)]).map((description) => ({
    code: status,
    description,
  }));
  const retry = retryAfterS === undefined ? {} : { "Retry-After": String(retryAfterS) };
  return say(c, "errors", errors, {
    status,
    headers: { "Cache-Control": "no-store", ...retry, ...headers },
  });
}

const mostFaults = 100;

/** Open311 knows 400 for a request that is wrong, 403 for a key that is, and 404. Others are as HTTP has them. */
function statusOf(code: ProblemCode): number {
  const { status } = problems[code];
  if (status === 401) return 403;
  return asBadRequest.has(status) ? 400 : status;
}

const asBadRequest: ReadonlySet<number> = new Set([409, 411, 412, 415, 422]);

function wordsFor({ pointer, code, detail }: Fault): string {
  return detail ?? `${pointer.slice(1) || "The request"}: ${code.replaceAll("-", " ")}`;
}

const titles: Partial<Record<ProblemCode, string>> = {
  unauthenticated: "A valid api_key is needed",
  "scope-missing": "This api_key does not allow that",
  "malformed-json": "The form could not be read: it is not UTF-8, or not encoded as a form is",
  "media-type-unsupported":
    "Send the form as application/x-www-form-urlencoded. Files cannot be taken here",
};

function titleOf(code: ProblemCode): string {
  return titles[code] ?? problems[code].title;
}
