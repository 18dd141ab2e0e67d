import { z } from "zod";
import { Slug } from "../id.ts";
import { Auth } from "./auth.ts";
import { Meanings } from "./conditions.ts";
import { namespacesAreNamed } from "./namespaces.ts";
import {
  ChangeReading,
  CodesReading,
  FindReading,
  Moments,
  Paging,
  ReferenceAt,
} from "./reading.ts";
import { holdsDocument, request } from "./request.ts";

const meanings = Meanings.optional();

/** What one thing that a back office is told becomes. */
function operation<P extends "note" | "attach" | "update">(purpose: P) {
  return request(purpose).extend({
    answers: meanings,
    /** Doing it twice does no harm, so it may be done again after an answer that was lost. */
    repeatable: z.boolean().default(false),
  });
}

const found = request("find").extend({
  answers: meanings,
  found: FindReading,
  /** How what was found goes on; a Link header is followed where this is left out. */
  paging: Paging.optional(),
});

/**
 * What a tenant's folder says of a REST back office: the requests, and how its answers are read.
 *
 * `answers` are the meanings of all requests; an operation's own come in their place.
 */
export const HttpSettings = z
  .strictObject({
    auth: Auth,
    /** What the prefixes in XPaths stand for. */
    namespaces: z
      .record(z.string().regex(/^[A-Za-z_][\w.-]{0,30}$/), z.string().max(300))
      .default({}),
    moments: Moments.prefault({}),
    answers: meanings,
    create: request("create")
      .extend({
        answers: meanings,
        reference: ReferenceAt,
        repeatable: z.boolean().default(false),
      })
      .refine(holdsDocument, {
        path: ["body"],
        message: "The body of a create has the mapped document in it, as “{document}”.",
      }),
    note: operation("note").optional(),
    attach: operation("attach").optional(),
    update: operation("update").optional(),
    /** How a case is looked up by our reference. */
    find: found.optional(),
    poll: request("poll")
      .extend({
        answers: meanings,
        changes: ChangeReading,
        paging: Paging.optional(),
        /** Each entry names a case only, and the case is read by this request; paths of changes begin at its answer. */
        each: request("each").optional(),
      })
      .optional(),
    /** Code lists by name. */
    codes: z
      .record(z.string().min(1).max(80), request("codes").extend({ list: CodesReading }))
      .default({}),
    /** Where the system describes its documents: an OpenAPI document or a JSON Schema, and the place of each mapping operation's in it. */
    shape: z
      .strictObject({
        path: z.string().max(300),
        documents: z.record(
          Slug,
          z
            .string()
            .regex(
              /^#(?:\/[^/]{1,100}){0,10}$/,
              "This is no JSON pointer such as “#/components/schemas/Case”.",
            ),
        ),
      })
      .optional(),
  })
  .superRefine(namespacesAreNamed);
export type HttpSettings = z.infer<typeof HttpSettings>;
