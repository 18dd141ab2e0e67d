import { z } from "zod";

/**
 * One submission as the service tells of it: our reference, where it stands, and what is wrong with it.
 *
 * States are Pending, Verified, Failed, Unknown, Submitted, Cancelled and Done; a new one is taken as it
 * comes, for a person to make sense of.
 */
export const Submission = z.object({
  reference: z.string().regex(/^[\w.-]{1,64}$/),
  status: z.string().regex(/^[A-Za-z]{1,40}$/),
  errors: z.array(z.object({ code: z.string().regex(/^\d{4}$/) })).default([]),
  updatedAt: z.iso.datetime({ offset: true }).optional(),
});
export type Submission = z.infer<typeof Submission>;

/** An answer that takes nothing: the codes of what is wrong. */
export const Refusal = z.object({
  errors: z.array(z.object({ code: z.string().regex(/^\d{4}$/) })).min(1),
});

/** Where a submission stands, with each code of what is wrong once: `Failed/1005/2000`. */
export function statusOf({ status, errors }: Submission): string {
  const codes = [...new Set(errors.map(({ code }) => code))].sort();
  return [status, ...codes.slice(0, 20)].join("/");
}
