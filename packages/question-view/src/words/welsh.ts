import { files } from "./cy/files.ts";
import { places } from "./cy/places.ts";
import { questions } from "./cy/questions.ts";
import type { QuestionWords } from "./words.ts";

/** The same in Welsh. */
export const welsh: QuestionWords = { files, places, questions };
