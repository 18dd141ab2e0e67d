import type { english } from "./english.ts";

/** What a language must say around questions: what it lacks does not compile. */
export type QuestionWords = typeof english;
