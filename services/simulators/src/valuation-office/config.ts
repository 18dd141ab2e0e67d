import { z } from "zod";

/** The Valuation Office's account of one billing authority. */
export const ValuationConfig = z.strictObject({
  /** The authority's four-digit code. */
  billingAuthority: z.string().regex(/^\d{4}$/),
  /** The folder of the schema set that files are checked against, below the folder of tenants. */
  schemas: z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/),
});
export type ValuationConfig = z.infer<typeof ValuationConfig>;
