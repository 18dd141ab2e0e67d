import { z } from "zod";
import { Slug } from "./id.ts";
import { MessageKind } from "./message-kind.ts";
import { MessageWords } from "./service.ts";
import { text } from "./text.ts";
import { Language } from "./translation.ts";

/** Something that is put into a message where its words have `((name))`. */
export const MessagePlaceholder = z
  .object({ name: z.string(), title: z.string() })
  .meta({ id: "MessagePlaceholder" });
export type MessagePlaceholder = z.infer<typeof MessagePlaceholder>;

/** What people are told on one occasion by a service in the making, and in whose words. */
export const DraftMessage = z
  .object({
    kind: MessageKind,
    title: z.string(),
    /** When it is sent, in a sentence. */
    occasion: z.string(),
    /** The service's own words, the platform's, or none: then nobody is written to. */
    whose: z.enum(["own", "platform", "none"]),
    /** The words in English as they would be sent. */
    words: MessageWords.optional(),
    /** The service's own Welsh, as far as there is any, and whether its English has changed since. */
    welsh: z
      .object({
        subject: z.string().optional(),
        text: z.string().optional(),
        sms: z.string().optional(),
        isOutdated: z.boolean(),
      })
      .optional(),
    placeholders: z.array(MessagePlaceholder),
  })
  .meta({ id: "DraftMessage" });
export type DraftMessage = z.infer<typeof DraftMessage>;

/** A message to be shown as it would arrive. Its words may be such as were not saved yet. */
export const NewMessagePreview = z
  .strictObject({
    kind: MessageKind,
    language: Language.default("en"),
    words: MessageWords.optional(),
    /** Whose answers it is filled in from; made-up ones where it is left out. */
    scenario: Slug.optional(),
  })
  .meta({ id: "NewMessagePreview" });
export type NewMessagePreview = z.infer<typeof NewMessagePreview>;

/** A message as it would arrive, part by part. All of it is plain text. */
export const MessagePreview = z
  .object({
    kind: MessageKind,
    language: Language,
    /** Whom it comes from. */
    from: z.string(),
    subject: z.string(),
    paragraphs: z.array(z.string()),
    /** The table under the words. */
    details: z.array(z.object({ label: z.string(), value: z.string() })),
    /** What the link to the person's request says. */
    link: z.string(),
    footer: z.array(z.string()),
    /** The same for mail programs that show plain text. */
    text: z.string(),
    /** What goes to a phone, where the person left a mobile and no e-mail address. */
    sms: z.string(),
  })
  .meta({ id: "MessagePreview" });
export type MessagePreview = z.infer<typeof MessagePreview>;

/** A note that is to be shown as it would arrive. */
export const NewNotePreview = z
  .strictObject({ contents: text(4000, 1) })
  .meta({ id: "NewNotePreview" });
export type NewNotePreview = z.infer<typeof NewNotePreview>;

/** How a note would reach whoever sent a request, and what they would be written. */
export const NotePreview = z
  .object({
    /** Left out where they left no way to be written to, or the service writes nothing of notes. */
    channel: z.enum(["email", "sms"]).optional(),
    message: MessagePreview.optional(),
  })
  .meta({ id: "NotePreview" });
export type NotePreview = z.infer<typeof NotePreview>;
