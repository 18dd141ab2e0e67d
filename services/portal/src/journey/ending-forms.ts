import { NewRating, text } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { RatingFields } from "../pages/rating-page.tsx";
import type { Words } from "../words/words.ts";

const mostCharacters = 1200;
const said = text(mostCharacters, 1);

/** What was typed in a field, with line ends as they are kept. */
export function typedIn(fields: Fields, name: string): string {
  return (fieldOf(fields, name) ?? "").replaceAll("\r\n", "\n").trim();
}

/** What is wrong with words that were typed; undefined where they can be kept. */
export function faultIn(
  typed: string,
  words: { readonly long: string; readonly characters: string },
): string | undefined {
  if (typed === "" || said.safeParse(typed).success) return undefined;
  return typed.length > mostCharacters ? words.long : words.characters;
}

type Faults = Partial<Record<keyof RatingFields, string>>;

/** Read how satisfied somebody is, or what is wrong with what they sent. */
export function readRating(
  { score, words: typed }: RatingFields,
  words: Words["ending"]["rating"],
): { readonly rating: NewRating } | { readonly faults: Faults } {
  const rating = { score: Number(score), ...(typed !== "" && { words: typed }) };
  const read = NewRating.safeParse(rating);
  if (read.success) return { rating: read.data };
  const isChosen = /^[1-5]$/.test(score);
  const fault = faultIn(typed, words);
  return {
    faults: { ...(!isChosen && { score: words.empty }), ...(fault && { words: fault }) },
  };
}
