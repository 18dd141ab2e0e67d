import { EditConflict, type Fault, Problem, type ProblemCode, problems } from "@guildhall/contract";
import { OpenAPIHono, z } from "@hono/zod-openapi";
import { pointerTo } from "./clean-json.ts";
import type { ApiEnv } from "./environment.ts";
import { exampleKey } from "./once.ts";

/**
 * A router whose requests are refused as problems, each fault with the place it lies at.
 *
 * A path that could name nothing is answered like one that names nothing.
 */
export function createRouter(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      if (result.target === "param") throw new Problem("not-found");
      const faults = result.error.issues.flatMap(faultsOf);
      const code = faults.some((fault) => fault.code === "invalid-text")
        ? "invalid-text"
        : "request-invalid";
      throw new Problem(code, { faults });
    },
  });
}

/** A JSON body or answer, with an example to try it with. */
export function json<T extends z.ZodType>(schema: T, example?: z.input<T>) {
  return { content: { "application/json": { schema, ...(example ? { example } : {}) } } };
}

export const ProblemBody = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    errors: z
      .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string().optional() }))
      .optional(),
    /** What others did to the parts that were to be edited. */
    conflicts: z.array(EditConflict).optional(),
  })
  .meta({ id: "Problem" });

/** The answers of a route that are problems, by status, each with the codes it can have. */
export function refusals(...codes: ProblemCode[]) {
  return Object.fromEntries(
    [...group([...codes, ...anywhere])].map(([status, these]) => [
      status,
      {
        description: these.map((code) => `\`${code}\`: ${problems[code].title}`).join("\n\n"),
        content: { "application/problem+json": { schema: ProblemBody } },
      },
    ]),
  );
}

/** What any request can be refused for; a credential that is no good is refused even where none is needed. */
const anywhere = [
  "unauthenticated",
  "address-not-allowed",
  "not-found",
  "rate-limited",
  "busy",
  "tenant-unavailable",
  "unexpected",
] as const satisfies readonly ProblemCode[];

/** What a write with JSON can be refused for, whatever it is. */
export const writeRefusals = [
  "signature-invalid",
  "scope-missing",
  "malformed-json",
  "media-type-unsupported",
  "body-too-large",
  "request-invalid",
  "invalid-text",
] as const satisfies readonly ProblemCode[];

/** What a POST can be refused for besides. */
export const postRefusals = [
  ...writeRefusals,
  "idempotency-key-missing",
  "idempotency-mismatch",
] as const satisfies readonly ProblemCode[];

export const readRefusals = ["scope-missing"] as const satisfies readonly ProblemCode[];

/** A key, a token or a grant; a client may also say that it gets its tokens as OAuth 2 has it. */
export const bearer = [{ bearer: [] }, { oauth2: [] }];

/** The operation is open to anyone. */
export const anyone: [] = [];

/** As a caller must send it; `once` reads it, and refuses a request without it as what it is. */
export const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "A UUID, or another text that nobody else would think of. The same key with the same request gives the same answer and happens once; it is remembered for 30 days.",
  schema: { type: "string", pattern: "^[!-~]{16,255}$" },
  example: exampleKey,
} as const;

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      code: "unknown-field",
    }));
  }
  const code = issue.code === "custom" ? issue.message : issue.code.replaceAll("_", "-");
  return [{ pointer: pointerTo(issue.path), code }];
}

function group(codes: readonly ProblemCode[]): Map<number, ProblemCode[]> {
  const groups = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes)) {
    const { status } = problems[code];
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return groups;
}
