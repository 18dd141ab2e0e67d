import type { Context } from "hono";

/** As whoever does not want to wait may send it (RFC 7240). */
export const preferAsync = {
  name: "Prefer",
  in: "header",
  required: false,
  description:
    "`respond-async` for an answer at once, 202 with the address at which to follow what goes on.",
  schema: { type: "string", maxLength: 200 },
  example: "respond-async",
} as const;

/** Whether a request asks not to be kept waiting. */
export function prefersAsync(c: Context): boolean {
  return /(?:^|[,\s])respond-async(?:$|[,;\s])/i.test(c.req.header("prefer") ?? "");
}

/** The headers of an answer that did not wait. */
export function followAt(location: string): Record<string, string> {
  return { Location: location, "Preference-Applied": "respond-async" };
}
