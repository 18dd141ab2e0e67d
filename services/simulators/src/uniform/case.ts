import { z } from "zod";
import { RequestType } from "./request-type.ts";

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

/** Something that was done to a request, and by whom. */
export const CaseAct = z.object({
  at: z.iso.datetime(),
  by: z.enum(["platform", "officer"]),
  title: z.string(),
  words: z.string().optional(),
});
export type CaseAct = z.infer<typeof CaseAct>;

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

/** A service request in Uniform. */
export const Case = NewCase.extend({
  /** `26/00034/SR` */
  reference: z.string(),
  requestType: RequestType.default("GENERAL"),
  technicalKey: z.string(),
  inspection: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  status: z.string(),
  closingAction: z.string().optional(),
  visits: z.array(Visit),
  acts: z.array(CaseAct).default([]),
});
export type Case = z.infer<typeof Case>;
