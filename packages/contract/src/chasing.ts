import { z } from "zod";
import { Slug } from "./id.ts";

/** How somebody got in touch about a request that they had sent. */
export const ContactChannel = z.enum(["phone", "in-person", "letter", "email", "other"]);
export type ContactChannel = z.infer<typeof ContactChannel>;

/** What they wanted to know or say. It is chosen and never written, so that no contact holds personal data. */
export const ContactAbout = z.enum(["where-it-is", "when", "more-to-say", "unhappy", "other"]);
export type ContactAbout = z.infer<typeof ContactAbout>;

export const NewContact = z
  .strictObject({ channel: ContactChannel, about: ContactAbout.optional() })
  .meta({ id: "NewContact" });
export type NewContact = z.infer<typeof NewContact>;

/** A contact as it was counted: for a service, a stage and a day of that stage. Of whose request it was, nothing is kept. */
export const Contact = z
  .object({
    service: Slug,
    stage: Slug,
    dayInStage: z.int(),
    channel: ContactChannel,
    about: ContactAbout.optional(),
  })
  .meta({ id: "Contact" });
export type Contact = z.infer<typeof Contact>;

/** Null where it is from 1 to 4 and whoever asks is not of the council: so few could point at a person. */
const tally = z
  .int()
  .nullable()
  .meta({ description: "Null where it is from 1 to 4 and a partner or a vendor asks" });

export const ChasedStage = z
  .object({
    stage: Slug,
    title: z.string(),
    /** Whether it had ended there. */
    ended: z.boolean(),
    views: tally,
    contacts: tally,
    /** By days since the stage began; the last counts all later ones as well. */
    days: z.array(z.object({ day: z.int(), views: tally, contacts: tally })),
  })
  .meta({ id: "ChasedStage" });
export type ChasedStage = z.infer<typeof ChasedStage>;

/** A message that is missing, by where people look and nobody tells them anything. */
export const ChaseFinding = z
  .object({
    stage: Slug,
    of: z.enum(["views", "contacts"]),
    /** What part of all views or contacts it is. */
    share: z.number().min(0).max(1),
    afterDay: z.int(),
    sentence: z.string(),
  })
  .meta({ id: "ChaseFinding" });
export type ChaseFinding = z.infer<typeof ChaseFinding>;

/** How often people look after what they sent, or ask for it, and when. */
export const Chasing = z
  .object({
    service: Slug,
    from: z.iso.date(),
    to: z.iso.date(),
    views: tally,
    contacts: tally,
    stages: z.array(ChasedStage),
    findings: z.array(ChaseFinding),
  })
  .meta({ id: "Chasing" });
export type Chasing = z.infer<typeof Chasing>;
