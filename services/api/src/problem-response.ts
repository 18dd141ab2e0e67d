import { Problem, type ProblemCode, problems } from "@guildhall/contract";
import { StoreFault } from "@guildhall/store";
import { HTTPException } from "hono/http-exception";

/** More faults than anyone would put right at once are not told, so that no answer outgrows its request. */
const mostFaults = 100;

/**
 * Answer with a problem (RFC 9457).
 *
 * The body says only what the registry says, so that the answer to a wrong id is byte for byte the answer to an
 * id that was never given, and nothing of a request, a query or a path of ours leaks.
 */
export function toResponse(
  { code, faults, retryAfterS, conflicts }: Problem,
  publicUrl: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const { status, title } = problems[code];
  const errors = faults.length === 0 ? {} : { errors: faults.slice(0, mostFaults) };
  const clashes = conflicts.length === 0 ? {} : { conflicts: conflicts.slice(0, mostFaults) };
  const type = `${publicUrl}/problems/${code}`;
  const headers = {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...(status === 401 ? { "WWW-Authenticate": challenges[code] ?? "Bearer" } : {}),
    ...(retryAfterS === undefined ? {} : { "Retry-After": String(retryAfterS) }),
    ...more,
  };
  return new Response(JSON.stringify({ type, title, status, code, ...errors, ...clashes }), {
    status,
    headers,
  });
}

/** What is asked of whoever has shown a credential that is good, but not good enough (RFC 9470). */
const challenges: Partial<Record<ProblemCode, string>> = {
  "sign-in-again": 'Bearer error="insufficient_user_authentication", max_age=900',
};

/** Turn whatever was thrown into a problem; what was not foreseen is reported, and the caller is told nothing of it. */
export function toProblem(error: unknown, report: (fault: unknown) => void): Problem {
  if (error instanceof Problem) return error;
  const foreseen = error instanceof HTTPException ? requestProblems[error.status] : undefined;
  if (foreseen) return new Problem(foreseen);
  if (error instanceof StoreFault && passing.has(error.code))
    return new Problem("busy", { retryAfterS: 1 });
  if (error instanceof StoreFault && error.code === "ill-formed-text")
    return new Problem("invalid-text");
  report(error);
  const shut = error instanceof StoreFault && unusable.has(error.code);
  return new Problem(shut ? "tenant-unavailable" : "unexpected");
}

/** What the framework itself refuses, before a route of ours sees it. */
const requestProblems: Partial<Record<number, ProblemCode>> = {
  400: "malformed-json",
  413: "body-too-large",
  415: "media-type-unsupported",
};

/** What is over when the request comes again: a lock, or that another process has the tenant by now. */
const passing: ReadonlySet<StoreFault["code"]> = new Set(["busy", "not-owner"]);

const unusable: ReadonlySet<StoreFault["code"]> = new Set([
  "unreadable",
  "wrong-tenant",
  "read-only",
  "full",
  "closed",
]);
