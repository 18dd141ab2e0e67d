import { z } from "zod";
import { text } from "./text.ts";

/** The languages that citizens read: English, which every text is written in first, and Welsh. */
export const Language = z.enum(["en", "cy"]).meta({ id: "Language" });
export type Language = z.infer<typeof Language>;

/** A text in another language beside the English that it was made from, so that one whose English has changed is known. */
export const Translation = z
  .strictObject({ of: text(4000, 1), text: text(4000, 1) })
  .meta({ id: "Translation" });
export type Translation = z.infer<typeof Translation>;

/**
 * Translations by the path of the text in its service: `title`, `form.pages.<id>.title`, `form.questions.<id>.hint`,
 * `form.questions.<id>.options.<value>.label`, `messages.started.text`.
 *
 * Lists are entered by the names of their items, and a question keeps its path on whatever page it stands.
 */
export const Translations = z.record(z.string().max(300), Translation).meta({ id: "Translations" });
export type Translations = z.infer<typeof Translations>;
