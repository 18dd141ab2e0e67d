import { z } from "zod";

const Code = z.string().min(1).max(200);

/** What a tenant's folder says of its Alloy. */
export const AlloySettings = z.object({
  /** The attribute that holds our reference. */
  reference: Code,
  /** The attribute that files are attached to. */
  evidence: Code.default("attributes_filesAttachableAttachments"),
  /** For each link attribute, the design it leads to and the attribute that names its items. */
  links: z.record(Code, z.object({ design: Code, attribute: Code })).default({}),
});
export type AlloySettings = z.infer<typeof AlloySettings>;

export const AlloyCredentials = z.object({ apiKey: z.string().min(1) });
