import { z } from "@hono/zod-openapi";
import { Errors } from "./schemas.ts";

/** An answer in either format, as the document describes it. */
export function said(description: string, schema: z.ZodType) {
  return {
    description,
    content: { "application/json": { schema }, "text/xml": { schema: z.string() } },
  };
}

const meanings = {
  400: "Something of the request is missing or not right; each error says what",
  403: "The api_key is missing, not valid, or does not allow this",
  404: "There is no such thing here",
  413: "The request is too large",
  500: "Something went wrong on our side",
  503: "The service is busy; try again shortly",
} as const;

/** What any request can be refused for; a key that is no good is refused even where none is needed. */
export const errors = Object.fromEntries(
  Object.entries(meanings).map(([status, meaning]) => [status, said(meaning, Errors)]),
);

/** Everyone may ask. */
export const open: [] = [];

/** Clients send the key in the query, in the form, or as everyone else does in a header. */
export const keyed = [{ bearer: [] }, { api_key: [] }];

/** Every request may name the council, which the address has named already. */
export const Jurisdiction = z.object({ jurisdiction_id: z.string().optional() });

/** A form's fields, of which a client may send others; these are passed over. */
export function formOf(schema: z.ZodType, example: object) {
  return {
    required: true,
    content: {
      "application/x-www-form-urlencoded": { schema: z.toJSONSchema(schema) as object, example },
    },
  };
}
