/** What so many addresses have that it finds nothing alone. */
const common = new Set(
  "STREET ROAD CLOSE LANE AVENUE DRIVE COURT WAY PLACE THE OF AND FLAT HOUSE".split(" "),
);
const mostWords = 12;

/** The words that an address is indexed by. */
export function wordsIn(text: string): string[] {
  return [...new Set(plain(text).match(/[A-Z0-9]+/g) ?? [])].slice(0, mostWords);
}

/** The words that an address is looked for by: those that all have only count where there are no others. */
export function wordsSought(text: string): string[] {
  const words = wordsIn(text);
  const telling = words.filter((word) => !common.has(word));
  return telling.length > 0 ? telling : words;
}

/** Write a postcode in capitals with its space, or undefined where it has not the form of one. */
export function postcodeIn(text: string): string | undefined {
  const bare = text.toUpperCase().replaceAll(/\s/g, "");
  if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(bare)) return undefined;
  return `${bare.slice(0, -3)} ${bare.slice(-3)}`;
}

/** Capitals without accents and apostrophes: `St John’s` and `ST JOHNS` are the same. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .toUpperCase();
}
