/** The first so many characters of a text, none of them cut in two. */
export function cut(words: string, most: number): string {
  return words.length > most ? Array.from(words).slice(0, most).join("") : words;
}
