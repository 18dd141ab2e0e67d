import type { english } from "./en/english.ts";

/** What a language must say: what it lacks does not compile. */
export type Words = typeof english;
