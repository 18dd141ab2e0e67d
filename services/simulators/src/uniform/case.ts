import { z } from "zod";

export const Visit = z.object({
  reference: z.string(),
  type: z.string(),
  officer: z.string(),
  scheduled: z.string(),
  comments: z.string(),
  actions: z.array(z.object({ code: z.string(), officer: z.string(), due: z.string() })),
});
export type Visit = z.infer<typeof Visit>;

const Pair = z.object({ type: z.string(), value: z.string() });

/** What comes in with a service request. Its times are UK local times without a zone. */
export const NewCase = z.object({
  alternatives: z.array(Pair),
  complaintType: z.string(),
  nature: z.string(),
  how: z.string(),
  site: z.object({ uprn: z.string(), east: z.string(), north: z.string() }).partial(),
  customers: z.array(z.object({ type: z.string(), fullName: z.string(), contacts: z.array(Pair) })),
  xtra: z.array(Pair),
  timeReceived: z.string(),
});
export type NewCase = z.infer<typeof NewCase>;

/** A general service request in Uniform. */
export const Case = NewCase.extend({
  /** `26/00034/SR` */
  reference: z.string(),
  technicalKey: z.string(),
  inspection: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  status: z.string(),
  closingAction: z.string().optional(),
  visits: z.array(Visit),
});
export type Case = z.infer<typeof Case>;
