import { z } from "zod";

/** What a billing authority's folder says of its account with the Valuation Office. */
export const ValuebillSettings = z.object({
  /** The four-digit code of the billing authority, which every report has to carry. */
  billingAuthority: z.string().regex(/^\d{4}$/),
});
export type ValuebillSettings = z.infer<typeof ValuebillSettings>;

export const ValuebillCredentials = z.object({
  userName: z.string().min(1),
  password: z.string().min(1),
});
export type ValuebillCredentials = z.infer<typeof ValuebillCredentials>;
