import { z } from "zod";
import { StatusRow } from "./connector.ts";
import { Form } from "./form.ts";
import { QuestionId, Slug } from "./id.ts";
import { Mapping } from "./mapping.ts";
import { MessageKind } from "./message-kind.ts";
import { Charge } from "./payment.ts";
import { Scenario } from "./scenario.ts";
import { Step } from "./step.ts";
import { text } from "./text.ts";
import { Language, Translations } from "./translation.ts";

/** Where a process stands, in the citizen's words. */
export const Stage = z
  .strictObject({ id: Slug, title: text(100, 1), text: text(1000).optional() })
  .meta({ id: "Stage" });
export type Stage = z.infer<typeof Stage>;

/** The words of a message: as an e-mail or letter, and shorter for a phone where it goes there too. */
export const MessageWords = z.strictObject({
  subject: text(200, 1),
  text: text(4000, 1),
  sms: text(612, 1).optional(),
});
export type MessageWords = z.infer<typeof MessageWords>;

/**
 * Whether open requests of others can be seen and followed, and how near and how new they have to be.
 *
 * Only for what lies in the street: never for what concerns somebody's home, health or neighbours.
 */
export const LookFirst = z
  .strictObject({
    /** Its owner declares that all it is about lies in public. */
    inPublic: z.literal(true),
    metres: z.int().min(10).max(2000).default(100),
    days: z.int().min(1).max(365).default(60),
  })
  .meta({ id: "LookFirst" });
export type LookFirst = z.infer<typeof LookFirst>;

/** What happens where somebody says that what has ended is not dealt with, and until when and how often they can. */
export const NotFixed = z
  .strictObject({
    rule: z.enum(["reopen", "start-anew"]),
    /** Where one that is reopened stands again: the first stage unless it is said. */
    stage: Slug.optional(),
    withinDays: z.int().min(1).max(365).default(28),
    times: z.int().min(1).max(5).default(1),
  })
  .meta({ id: "NotFixed" });
export type NotFixed = z.infer<typeof NotFixed>;

/** The recipe that a service was adopted from, and the version that it has taken last. */
export const AdoptedRecipe = z
  .strictObject({ recipe: Slug, version: z.int().positive() })
  .meta({ id: "AdoptedRecipe" });
export type AdoptedRecipe = z.infer<typeof AdoptedRecipe>;

/** A service whole: form, process, mappings, messages and retention, versioned as one. */
export const ServiceDefinition = z.strictObject({
  id: Slug,
  title: text(120, 1),
  summary: text(400, 1),
  /** The recipe of the folder's cookbook that its files are laid over. */
  recipe: Slug.optional(),
  /** The recipe that it was adopted from. Adopting and upgrading say it, and nothing else does. */
  adopted: AdoptedRecipe.optional(),
  brand: Slug.optional(),
  category: text(80).default("Environmental health"),
  /** The number in the England and Wales service list, where it is confirmed. */
  lgsl: z.int().positive().optional(),
  /** Read before the first question: what it is for, what is needed, who should turn elsewhere. */
  introduction: text(4000).optional(),
  urgent: text(1000).optional(),
  form: Form,
  /** Which questions give the citizen's own details. */
  contact: z
    .strictObject({
      name: QuestionId.optional(),
      email: QuestionId.optional(),
      phone: QuestionId.optional(),
      address: QuestionId.optional(),
    })
    .default({}),
  /** Which question says where the trouble is. */
  location: QuestionId.optional(),
  stages: z.array(Stage).min(1),
  /** What statuses of the back office mean for this service alone; they stand before the connector's. */
  statuses: z.array(StatusRow).default([]),
  steps: z.array(Step).default([]),
  /** Left out where nobody sees the requests of others. */
  lookFirst: LookFirst.optional(),
  /** Left out where an end is an end. */
  notFixed: NotFixed.optional(),
  target: z.strictObject({ firstResponseWorkingDays: z.int().min(0).max(60), text: text(400, 1) }),
  whatHappensNext: text(2000, 1),
  messages: z.partialRecord(MessageKind, MessageWords).default({}),
  mappings: z.array(Mapping).default([]),
  retention: z.strictObject({
    days: z.int().positive(),
    lawfulBasis: text(400, 1),
    /** How long a form that somebody means to come back to is kept after its last change. */
    draftDays: z.int().min(1).max(90).default(28),
  }),
  /** Whether forms that were begun on an earlier version have to move on to this one, as when the law has changed. */
  replacesDrafts: z.boolean().optional(),
  /** The service in Welsh, text by text; it is offered in Welsh once its `title` is here. */
  welsh: Translations.optional(),
  /** Its tests: ways through it that must go on working. Citizens never see them. */
  scenarios: z.array(Scenario).max(40).default([]),
});
export type ServiceDefinition = z.infer<typeof ServiceDefinition>;

/** A published service in a list. */
export const ServiceSummary = z
  .object({
    id: Slug,
    version: z.int().positive(),
    title: z.string(),
    summary: z.string(),
    category: z.string(),
    brand: Slug.optional(),
    /** The languages that it is offered in, whichever this answer is in. */
    languages: z.array(Language),
  })
  .meta({ id: "ServiceSummary" });
export type ServiceSummary = z.infer<typeof ServiceSummary>;

/** A published service as anyone may see it: what it asks and what will happen, not where answers go. */
export const Service = ServiceSummary.extend({
  introduction: z.string().optional(),
  urgent: z.string().optional(),
  form: Form,
  contact: ServiceDefinition.shape.contact,
  location: ServiceDefinition.shape.location,
  stages: z.array(Stage),
  target: ServiceDefinition.shape.target,
  whatHappensNext: z.string(),
  lookFirst: LookFirst.optional(),
  /** What it costs; left out where it is free. */
  charges: z.array(Charge).optional(),
  retention: ServiceDefinition.shape.retention,
  /** Who the answers are passed on to, as the council calls them; left out where they stay with its own staff here. */
  recipients: z.array(z.string()).optional(),
  /** The paths of the texts that are in English here though the rest is in Welsh, for a page to mark them so. */
  untranslated: z.array(z.string()).optional(),
}).meta({ id: "Service" });
export type Service = z.infer<typeof Service>;
