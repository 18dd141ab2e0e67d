import { files } from "./en/files.ts";
import { places } from "./en/places.ts";
import { questions } from "./en/questions.ts";

/** What questions say besides their own words, in English. */
export const english = { files, places, questions };
