import { z } from "zod";
import { text } from "./text.ts";

const megabyte = 1024 * 1024;

/** How much evidence may come with one request: said before, and refused beyond. */
export const evidenceLimits = {
  files: 10,
  fileBytes: 25 * megabyte,
  allBytes: 100 * megabyte,
} as const;

/** How much evidence a process takes in all, with what its citizen adds to it later. */
export const processLimits = { files: 30, allBytes: 300 * megabyte } as const;

/**
 * What is known of a file's harmlessness: it waits to be looked at, was found clean or infected, or came where nothing
 * looks for malware.
 */
export const DocumentState = z.enum(["pending-scan", "clean", "infected", "unscanned"]);
export type DocumentState = z.infer<typeof DocumentState>;

/** What a file shows, in the words of whoever sent it; empty words take the label away. */
export const DocumentChange = z.strictObject({ label: text(200) }).meta({ id: "DocumentChange" });
export type DocumentChange = z.infer<typeof DocumentChange>;

/** What a small picture can be made of. HEIC cannot be decoded without licences that we do not have. */
export const pictureTypes: ReadonlySet<string> = new Set([
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/webp",
]);
