import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A call that GOV.UK Pay turns down, with the code that it has for it. */
export class PayError extends Error {
  readonly status: ContentfulStatusCode;
  readonly body: { readonly code?: string; readonly field?: string; readonly description: string };

  constructor(status: ContentfulStatusCode, body: PayError["body"]) {
    super(body.description);
    this.status = status;
    this.body = body;
  }
}

export const missing = (field: string) =>
  new PayError(400, { field, code: "P0101", description: `Missing mandatory attribute: ${field}` });

export const invalid = (field: string, why: string) =>
  new PayError(422, {
    field,
    code: "P0102",
    description: `Invalid attribute value: ${field}. ${why}`,
  });

export const noJson = () =>
  new PayError(400, { code: "P0197", description: "Unable to parse JSON" });

export const keyReused = () =>
  new PayError(409, {
    code: "P0191",
    description: "The Idempotency-Key you sent was already used to create a different payment",
  });

export const blocked = () =>
  new PayError(403, { code: "P0920", description: "Request blocked by security rules" });

export const notFound = (code: "P0200" | "P0300" | "P0500" | "P0600") =>
  new PayError(404, { code, description: "Not found" });

export const unauthorised = () =>
  new PayError(401, { description: "Credentials are required to access this resource" });
