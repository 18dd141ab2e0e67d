import { z } from "zod";
import { AssistedChannel } from "./assist.ts";
import { Answers } from "./form.ts";
import { Id, Instant, QuestionId, Slug } from "./id.ts";
import { EmailAddress } from "./person.ts";
import { Document } from "./process.ts";
import { text } from "./text.ts";

export const NewDraft = z
  .strictObject({
    service: Slug,
    /** A member of staff fills it in for a caller. */
    assisted: z.strictObject({ channel: AssistedChannel }).optional(),
  })
  .meta({ id: "NewDraft" });
export type NewDraft = z.infer<typeof NewDraft>;

/** Answers of a page as they were typed; the page is remembered as seen, though all on it was left blank. */
export const DraftChange = z
  .strictObject({ answers: Answers, page: Slug.optional() })
  .meta({ id: "DraftChange" });
export type DraftChange = z.infer<typeof DraftChange>;

/**
 * Whether a draft can be finished as it is, has to move on to the version that is live now, or not at all, since the
 * service is not offered any more.
 */
export const DraftStanding = z.enum(["open", "replaced", "withdrawn"]);
export type DraftStanding = z.infer<typeof DraftStanding>;

/** What a person chose to show that it is them who comes back. */
export const ReturnFactKind = z.enum(["postcode", "date", "word"]);
export type ReturnFactKind = z.infer<typeof ReturnFactKind>;

/** How a draft is kept for somebody's return. */
export const DraftReturn = z
  .strictObject({
    /** Where the link is sent. */
    email: EmailAddress,
    /** What is asked for when the link is opened. Capitals and spaces do not matter. */
    fact: z.strictObject({ kind: ReturnFactKind, value: text(80, 1) }),
    /** The language of the letters. */
    language: z.enum(["en", "cy"]).default("en"),
  })
  .meta({ id: "DraftReturn" });
export type DraftReturn = z.infer<typeof DraftReturn>;

/** A form being filled in. Its token is the citizen's own and opens this draft and what comes of it, nothing else. */
export const Draft = z
  .object({
    id: Id,
    service: Slug,
    serviceVersion: z.int(),
    answers: Answers,
    documents: z.array(Document),
    expiresAt: Instant,
    standing: DraftStanding,
    /** The pages that were answered or passed over. */
    seen: z.array(Slug),
    /** The questions that came or changed since it began, and were not answered anew. */
    asks: z.array(QuestionId),
    /** Whether a link to come back was sent. */
    kept: z.boolean(),
    token: z.string().optional(),
    /** How the caller reached the member of staff who fills it in. */
    assisted: z.object({ channel: AssistedChannel }).optional(),
    /** Opens it once, in the browser of the member of staff who began it; shown when it is begun. */
    handOver: z.object({ code: z.string(), expiresAt: Instant }).optional(),
  })
  .meta({ id: "Draft" });
export type Draft = z.infer<typeof Draft>;

/** Asks for the link again; the answer is the same whether there is a draft or not. */
export const NewReturnLink = z
  .strictObject({ service: Slug, email: EmailAddress })
  .meta({ id: "NewReturnLink" });
export type NewReturnLink = z.infer<typeof NewReturnLink>;

const returnKey = z.string().max(60);

export const ReturnKey = z.strictObject({ key: returnKey }).meta({ id: "ReturnKey" });

/** The key of a link that was sent, and the fact. */
export const ReturnProof = z
  .strictObject({ key: returnKey, fact: text(80, 1) })
  .meta({ id: "ReturnProof" });
export type ReturnProof = z.infer<typeof ReturnProof>;

/** What a link leads to, as far as it is told before the fact is known. */
export const FoundReturn = z
  .object({ service: Slug, serviceVersion: z.int(), fact: ReturnFactKind, expiresAt: Instant })
  .meta({ id: "FoundReturn" });
export type FoundReturn = z.infer<typeof FoundReturn>;
