import { z } from "zod";
import { Slug } from "./id.ts";

/** What the platform forgets by itself, whatever a service says. */
export const KeptKind = z.enum([
  "drafts-unkept",
  "feedback",
  "followers",
  "previews",
  "calls",
  "webhooks",
]);
export type KeptKind = z.infer<typeof KeptKind>;

/** For how long things are kept. */
export const Retention = z
  .object({
    /** What each live service promises in its privacy notice, by its id. */
    services: z.array(
      z.object({
        service: Slug,
        title: z.string(),
        /** Days that a request is kept after it has ended. */
        days: z.int(),
        /** Days that a form is kept which somebody means to come back to. */
        draftDays: z.int(),
        lawfulBasis: z.string(),
      }),
    ),
    platform: z.array(z.object({ kind: KeptKind, days: z.int() })),
  })
  .meta({ id: "Retention" });
export type Retention = z.infer<typeof Retention>;
