import { z } from "zod";
import { SoapAuth } from "./auth.ts";
import { Meanings } from "./conditions.ts";
import type { Purpose } from "./facts.ts";
import { namespacesAreNamed } from "./namespaces.ts";
import { ChangeReading, CodesReading, FindReading, Moments, ReferenceAt } from "./reading.ts";
import { namesDocument, pathTemplate, xmlTemplate } from "./request.ts";

const meanings = Meanings.optional();

/** One SOAP operation: the action that names it and what stands in the envelope's body. */
function operation(purpose: Purpose) {
  return z.strictObject({
    /** The SOAPAction, or the action of the content type in SOAP 1.2. */
    action: z.string().max(300),
    body: xmlTemplate(purpose),
    /** Where it is sent, below the connector's address; to the address itself where left out. */
    path: pathTemplate(purpose).optional(),
    answers: meanings,
  });
}

const repeatable = z.boolean().default(false);

/** What a tenant's folder says of a SOAP back office. Prefixes of `namespaces` can be used in bodies and in XPaths. */
export const SoapSettings = z
  .strictObject({
    version: z.enum(["1.1", "1.2"]).default("1.1"),
    auth: SoapAuth,
    namespaces: z
      .record(z.string().regex(/^[A-Za-z_][\w.-]{0,30}$/), z.string().max(300))
      .default({}),
    /** What stands in the envelope's header of every operation, beside what lets us in. */
    header: xmlTemplate("codes").optional(),
    moments: Moments.prefault({ format: "local" }),
    answers: meanings,
    create: operation("create")
      .extend({
        body: xmlTemplate("create").default("{document}"),
        reference: ReferenceAt,
        repeatable,
      })
      .refine(({ body }) => namesDocument(body), {
        path: ["body"],
        message: "The body of a create has the mapped document in it, as “{document}”.",
      }),
    note: operation("note").extend({ repeatable }).optional(),
    attach: operation("attach").extend({ repeatable }).optional(),
    update: operation("update").extend({ repeatable }).optional(),
    find: operation("find").extend({ found: FindReading }).optional(),
    poll: operation("poll")
      .extend({ changes: ChangeReading, each: operation("each").optional() })
      .optional(),
    codes: z
      .record(z.string().min(1).max(80), operation("codes").extend({ list: CodesReading }))
      .default({}),
    /** Where the WSDL is, below the connector's address, with its query. */
    shape: z
      .strictObject({ path: z.string().max(300), query: z.string().max(60).optional() })
      .optional(),
  })
  .superRefine(namespacesAreNamed);
export type SoapSettings = z.infer<typeof SoapSettings>;
