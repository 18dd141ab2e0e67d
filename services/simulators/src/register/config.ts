import { z } from "zod";

/** A register of works: the statuses that its cases go through, the first of them a new case's. */
export const RegisterConfig = z.strictObject({
  statuses: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
        title: z.string().min(1).max(80),
        closed: z.boolean().default(false),
      }),
    )
    .min(1),
});
export type RegisterConfig = z.infer<typeof RegisterConfig>;

/** The register of a tenant that says nothing of one. */
export const usualRegister: RegisterConfig = {
  statuses: [
    { id: "open", title: "Open", closed: false },
    { id: "in_progress", title: "In progress", closed: false },
    { id: "fixed", title: "Done", closed: true },
    { id: "no_further_action", title: "No further action", closed: true },
  ],
};
