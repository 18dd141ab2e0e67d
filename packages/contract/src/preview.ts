import { z } from "zod";
import { Answers } from "./form.ts";
import { Id, Instant, QuestionId, Slug } from "./id.ts";
import { Service } from "./service.ts";
import { NewServiceVersion } from "./service-version.ts";
import { text } from "./text.ts";

/** A version of a service that is not live, to be shown to whoever has its link: a definition, or the draft as it is now. */
export const NewPreview = z
  .strictObject({
    name: text(120, 1),
    definition: NewServiceVersion.optional(),
    draft: z.literal(true).optional(),
    /** At most 90 days from now. */
    expiresAt: Instant,
    /** Whether those with the link see what others have said. */
    showsComments: z.boolean().default(false),
  })
  .refine(({ definition, draft }) => (definition === undefined) === (draft === true), {
    message: "one-of-draft-and-definition",
  })
  .meta({ id: "NewPreview" });
export type NewPreview = z.infer<typeof NewPreview>;

/** Something that would keep a service from being published as it is. */
export const PreviewFault = z.object({ pointer: z.string(), detail: z.string() });

export const Preview = z
  .object({
    id: Id,
    service: Slug,
    name: z.string(),
    /** Where it is shown; left out for a caller that may not share it, and once it has ended. */
    url: z.url().optional(),
    state: z.enum(["open", "expired", "ended"]),
    showsComments: z.boolean(),
    sharedAt: Instant,
    sharedBy: z.string(),
    expiresAt: Instant,
    /** How many comments nobody has dealt with. */
    newComments: z.int(),
  })
  .meta({ id: "Preview" });
export type Preview = z.infer<typeof Preview>;

/** A preview that was just shared, with what would keep the service from being published as it is. */
export const SharedPreview = Preview.extend({ faults: z.array(PreviewFault) }).meta({
  id: "SharedPreview",
});
export type SharedPreview = z.infer<typeof SharedPreview>;

/** What somebody with the link says of a page or a question. They need no account. */
export const NewPreviewComment = z
  .strictObject({
    page: Slug,
    question: QuestionId.optional(),
    author: text(80, 1),
    text: text(1200, 1),
  })
  .meta({ id: "NewPreviewComment" });
export type NewPreviewComment = z.infer<typeof NewPreviewComment>;

export const PreviewComment = z
  .object({
    id: Id,
    page: Slug,
    question: QuestionId.optional(),
    /** What the question, or else the page, is called in the preview. */
    title: z.string(),
    author: z.string(),
    text: z.string(),
    state: z.enum(["new", "dealt-with"]),
    at: Instant,
    dealtWith: z.object({ at: Instant, by: z.string() }).optional(),
  })
  .meta({ id: "PreviewComment" });
export type PreviewComment = z.infer<typeof PreviewComment>;

/** The service of a preview, as its pages show it. */
export const ShownPreview = z
  .object({ name: z.string(), service: Service, showsComments: z.boolean(), expiresAt: Instant })
  .meta({ id: "ShownPreview" });
export type ShownPreview = z.infer<typeof ShownPreview>;

/** What somebody has filled in on the pages of a preview. It is sent to nobody. */
export const PreviewAnswers = z
  .strictObject({ answers: Answers, seen: z.array(Slug).max(200).default([]) })
  .meta({ id: "PreviewAnswers" });
export type PreviewAnswers = z.infer<typeof PreviewAnswers>;
