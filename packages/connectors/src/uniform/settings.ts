import { z } from "zod";

/** What a tenant's folder says of its Uniform. */
export const UniformSettings = z.object({
  databaseId: z.string().min(1),
  /** The type of alternative reference under which every case must carry ours. */
  referenceType: z.string().min(1).optional(),
});
export type UniformSettings = z.infer<typeof UniformSettings>;

export const UniformCredentials = z.object({
  userName: z.string().min(1),
  password: z.string().min(1),
  databaseId: z.string().min(1).optional(),
});
