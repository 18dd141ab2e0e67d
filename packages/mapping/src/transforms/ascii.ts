/** What Unicode's compatibility decomposition does not bring to ASCII, though people would. */
const likes: readonly (readonly [characters: string, like: string])[] = [
  ["‘’‚‛ʹʻʼʽˈ′´‹›", "'"],
  ["“”„‟″«»", '"'],
  ["‐‑‒–—―−⁃", "-"],
  ["•·", "*"],
  ["⁄÷", "/"],
  ["×", "x"],
  ["\u0085\u2028\u2029", "\n"],
  ["£", "GBP"],
  ["€", "EUR"],
  ["©", "(c)"],
  ["®", "(r)"],
  ["ß", "ss"],
  ["ẞ", "SS"],
  ["æ", "ae"],
  ["Æ", "AE"],
  ["œ", "oe"],
  ["Œ", "OE"],
  ["þ", "th"],
  ["Þ", "TH"],
  ["ðđɗ", "d"],
  ["ÐĐƊ", "D"],
  ["ø", "o"],
  ["Ø", "O"],
  ["ł", "l"],
  ["Ł", "L"],
  ["ħ", "h"],
  ["Ħ", "H"],
  ["ŧ", "t"],
  ["Ŧ", "T"],
  ["ŋ", "n"],
  ["Ŋ", "N"],
  ["ı", "i"],
  ["ĸƙ", "k"],
  ["Ƙ", "K"],
  ["ɓ", "b"],
  ["Ɓ", "B"],
  ["əɛ", "e"],
  ["ƏƐ", "E"],
  ["ɔ", "o"],
  ["Ɔ", "O"],
  ["ƴ", "y"],
  ["Ƴ", "Y"],
];
const likeOf = new Map(
  likes.flatMap(([characters, like]) => [...characters].map((character) => [character, like])),
);

/**
 * Write a text in ASCII: letters lose their marks, quotes, dashes and the like become plain ones.
 *
 * What has no like is left out: other scripts, emoji, signs. Tabs and line ends stay.
 */
export function toAscii(text: string): string {
  if (isAscii(text)) return text;
  return plain(plain(text).normalize("NFKD")).replace(/[^\t\n\r\u0020-\u007e]+/g, "");
}

function plain(text: string): string {
  return text.replace(/\P{ASCII}/gu, (character) => likeOf.get(character) ?? character);
}

function isAscii(text: string): boolean {
  return !/[^\t\n\r\u0020-\u007e]/.test(text);
}
