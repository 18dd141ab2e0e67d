import { z } from "zod";
import { Id, Instant } from "./id.ts";
import { Role } from "./role.ts";
import { CleanJson, text } from "./text.ts";

/** What a person is called for. */
export const AlarmKind = z
  .enum([
    "delivery-stuck",
    "message-stuck",
    "connector-stopped",
    "polling-failed",
    "status-unmapped",
    "key-expiring",
    "certificate-expiring",
    "design-drifted",
    "queue-stuck",
    "scan-stuck",
    "feedback-waiting",
    "publication-failed",
  ])
  .meta({ description: "More kinds can come", "x-extensible": true });
export type AlarmKind = z.infer<typeof AlarmKind>;

/** Something that a person has to look at, one for each kind and subject until it has ended. */
export const Alarm = z
  .object({
    id: Id,
    kind: AlarmKind,
    /** What it is about: a connector and a code, a key, a certificate. */
    subject: z.string(),
    /** What is wrong, in a sentence. */
    title: z.string(),
    /** What to do about it. */
    advice: z.string(),
    /** Whose task it is: those with this role are written to. */
    role: Role,
    /** How often it was raised. */
    count: z.int(),
    raisedAt: Instant,
    lastAt: Instant,
    acknowledgedAt: Instant.optional(),
    acknowledgedBy: z.string().optional(),
    words: z.string().optional(),
    endedAt: Instant.optional(),
    data: z.record(z.string(), CleanJson),
  })
  .meta({ id: "Alarm" });
export type Alarm = z.infer<typeof Alarm>;

/** Somebody has seen an alarm and looks after it; nobody is written to about it again. */
export const AlarmAcknowledgement = z
  .strictObject({ words: text(1000, 1).optional() })
  .meta({ id: "AlarmAcknowledgement" });
export type AlarmAcknowledgement = z.infer<typeof AlarmAcknowledgement>;
