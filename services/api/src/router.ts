import { type Fault, Problem, type ProblemCode, problems } from "@guildhall/contract";
import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnv } from "./environment.ts";

/** A router whose requests are refused as problems, each fault with the place it lies at. */
export function createRouter(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const faults = result.error.issues.flatMap(faultsOf);
      const code = faults.some((fault) => fault.code === "invalid-text")
        ? "invalid-text"
        : "request-invalid";
      throw new Problem(code, { faults });
    },
  });
}

/** A JSON body or answer. */
export function json<T extends z.ZodType>(schema: T) {
  return { content: { "application/json": { schema } } };
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
  })
  .meta({ id: "Problem" });

/** The answers of a route that are problems, by status, each with the codes it can have. */
export function refusals(...codes: ProblemCode[]) {
  const all = [...codes, "not-found", "busy", "tenant-unavailable"] as const;
  const byStatus = group(all);
  return Object.fromEntries(
    [...byStatus].map(([status, these]) => [
      status,
      {
        description: these.map((code) => `\`${code}\`: ${problems[code].title}`).join("\n\n"),
        content: { "application/problem+json": { schema: ProblemBody } },
      },
    ]),
  );
}

/** What a write with JSON can be refused for, whatever it is. */
export const writeRefusals = [
  "unauthenticated",
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

export const readRefusals = [
  "unauthenticated",
  "scope-missing",
] as const satisfies readonly ProblemCode[];

export const bearer = [{ bearer: [] }];

export const idempotent = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{16,255}$/)
    .optional()
    .meta({
      description:
        "Required. The same key with the same request gives the same answer and happens once.",
    }),
});

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

function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

function group(codes: readonly ProblemCode[]): Map<number, ProblemCode[]> {
  const groups = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes)) {
    const { status } = problems[code];
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return groups;
}
