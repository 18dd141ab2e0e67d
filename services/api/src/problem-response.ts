import { Problem, problems } from "@guildhall/contract";
import { StoreFault } from "@guildhall/store";
import { HTTPException } from "hono/http-exception";

/** Called with what was not foreseen, for the log; the caller is told nothing of it. */
export type ReportFault = (error: unknown) => void;

/**
 * Answer with a problem (RFC 9457) whatever was thrown.
 *
 * The body says only what the registry says, so that the answer to a wrong id is byte for byte the answer to an
 * id that was never given, and nothing of a request, a query or a path of ours leaks.
 */
export function toResponse(error: unknown, report: ReportFault, publicUrl: string): Response {
  const problem = toProblem(error, report);
  const { status, title } = problems[problem.code];
  const type = `${publicUrl}/problems/${problem.code}`;
  const errors = problem.faults.length === 0 ? {} : { errors: problem.faults };
  const body = JSON.stringify({ type, title, status, code: problem.code, ...errors });
  return new Response(body, { status, headers: headersOf(problem, status) });
}

function headersOf({ retryAfterS }: Problem, status: number): Record<string, string> {
  return {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...(status === 401 ? { "WWW-Authenticate": "Bearer" } : {}),
    ...(retryAfterS === undefined ? {} : { "Retry-After": String(retryAfterS) }),
  };
}

function toProblem(error: unknown, report: ReportFault): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status === 400) return new Problem("malformed-json");
  if (error instanceof StoreFault) {
    const known = storeProblems[error.code];
    if (known !== undefined && known !== "tenant-unavailable")
      return new Problem(known, { retryAfterS: 1 });
    report(error);
    return new Problem(known ?? "unexpected");
  }
  report(error);
  return new Problem("unexpected");
}

const storeProblems: Partial<
  Record<StoreFault["code"], "busy" | "tenant-unavailable" | "invalid-text">
> = {
  busy: "busy",
  "ill-formed-text": "invalid-text",
  unreadable: "tenant-unavailable",
  "wrong-tenant": "tenant-unavailable",
  "read-only": "tenant-unavailable",
};
