import { z } from "zod";

const Code = z.string().min(1).max(20);

/** What a tenant's folder says of its Uniform. */
export const UniformSettings = z.object({
  databaseId: z.string().min(1),
  /** The type of alternative reference under which every case must carry ours. */
  referenceType: z.string().min(1).optional(),
  /** How a case is told a note: a visit with the words and, for somebody to read them, an action that is due. */
  notes: z
    .object({
      visitType: Code,
      officer: Code,
      action: Code,
      /** In how many days the action is due. */
      dueDays: z.int().min(0).max(365).default(1),
    })
    .optional(),
  /** The types of visit whose comments officers write for the citizen; no others come back as notes. */
  visibleVisits: z.array(Code).max(50).default([]),
});
export type UniformSettings = z.infer<typeof UniformSettings>;

export const UniformCredentials = z.object({
  userName: z.string().min(1),
  password: z.string().min(1),
  databaseId: z.string().min(1).optional(),
});
