import { z } from "zod";
import { Difference } from "./edit.ts";
import { Id, Instant } from "./id.ts";

/** A kind of thing in a tenant's folder. */
export const FolderPart = z
  .enum(["tenant", "service", "brand", "connector", "dataset", "schema", "target"])
  .meta({ id: "FolderPart", description: "More kinds can come", "x-extensible": true });
export type FolderPart = z.infer<typeof FolderPart>;

const part = { kind: FolderPart, id: z.string(), title: z.string() };

/** One thing that an import would bring or change, in words. */
export const FolderChange = z
  .object({
    action: z.enum(["add", "change"]),
    ...part,
    /** What would be done: “Report noise” is live in version 3: a draft begins beside it. */
    sentence: z.string(),
    /** What would be otherwise in a service. */
    differences: z.array(Difference),
    /** How many more differences there are than are told. */
    more: z.int().positive().optional(),
  })
  .meta({ id: "FolderChange" });
export type FolderChange = z.infer<typeof FolderChange>;

/** One thing of a folder that is not taken, and why. */
export const FolderLeftOut = z
  .object({ ...part, sentence: z.string() })
  .meta({ id: "FolderLeftOut" });
export type FolderLeftOut = z.infer<typeof FolderLeftOut>;

/** What a folder would change of a tenant, for somebody to approve. */
export const FolderImport = z
  .object({
    id: Id,
    state: z.enum(["planned", "approved"]),
    madeAt: Instant,
    madeBy: z.string(),
    /** Until when it can be approved. */
    expiresAt: Instant,
    approvedAt: Instant.optional(),
    approvedBy: z.string().optional(),
    changes: z.array(FolderChange),
    leftOut: z.array(FolderLeftOut),
    /** How many things of the folder are here as it says already. */
    unchanged: z.int(),
  })
  .meta({ id: "FolderImport" });
export type FolderImport = z.infer<typeof FolderImport>;
