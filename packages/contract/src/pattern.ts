import { z } from "zod";
import { Slug } from "./id.ts";

/** Questions that many services ask alike, ready to be put into a form by the edit `insert`. */
export const ServicePattern = z
  .object({
    id: Slug,
    title: z.string(),
    /** When to use it, in a sentence. */
    text: z.string(),
    pages: z.array(z.object({ title: z.string(), questions: z.array(z.string()) })),
  })
  .meta({ id: "ServicePattern" });
export type ServicePattern = z.infer<typeof ServicePattern>;
