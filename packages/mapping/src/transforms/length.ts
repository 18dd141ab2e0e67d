import { MappingFault } from "../fault.ts";
import { type CompileSetting, checkCount, listwise, textOf, textwise } from "./change.ts";

/** Keep the beginning of a text; `mark` ends what was cut, and counts. */
export const compileCut: CompileSetting<"cut"> = ({ cut, after, mark = "" }, place) => {
  checkCount(cut, "cut", place);
  const room = cut - mark.length;
  if (room < 1) throw new MappingFault(place, "the mark leaves no room for the text");
  const beginning = after === "word" ? wholeWords : firstCharacters;
  return textwise(
    (text) => (firstCharacters(text, cut) === text ? text : beginning(text, room) + mark),
    place,
  );
};

/** Break a text into a list; white space where it breaks is left out. */
export const compilePieces: CompileSetting<"pieces"> = ({ pieces }, place) => {
  checkCount(pieces, "pieces", place);
  return listwise((value) => piecesOf(textOf(value, place), pieces));
};

/** Fill a text up from the left. */
export const compilePad: CompileSetting<"pad"> = ({ pad: { to, with: filler } }, place) => {
  if (!Number.isSafeInteger(to) || to < 1 || to > 1000) {
    throw new MappingFault(place, "pad needs a number from 1 to 1000");
  }
  if ([...filler].length !== 1 || !filler.isWellFormed()) {
    throw new MappingFault(place, "pad needs one character to pad with");
  }
  return textwise((text) => filler.repeat(Math.max(0, to - [...text].length)) + text, place);
};

/** The text as it is where it fits, and else broken between words, or within one that is longer than a piece. */
export function piecesOf(text: string, limit: number): string[] {
  if (firstCharacters(text, limit) === text) return [text];
  const pieces: string[] = [];
  for (let rest = text.trim(); rest !== ""; ) {
    const piece = wholeWords(rest, limit);
    if (piece !== "") pieces.push(piece);
    // Where a piece is one unit long, a pair fits in none.
    rest = rest.slice(piece.length || 2).trimStart();
  }
  return pieces;
}

/** Characters are counted as back offices count them, in units of UTF-16; a pair of them is kept whole or left out whole. */
export function firstCharacters(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = isPair(text, limit - 1) ? limit - 1 : limit;
  return text.slice(0, end);
}

function isPair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff;
}

/** The words that fit, or the beginning of a first one that does not. */
function wholeWords(text: string, limit: number): string {
  const fitting = firstCharacters(text, limit);
  if (fitting === text || isSpace(text, fitting.length)) return fitting.trimEnd() || fitting;
  let end = fitting.length;
  while (end > 0 && !isSpace(fitting, end - 1)) end -= 1;
  return fitting.slice(0, end).trimEnd() || fitting;
}

function isSpace(text: string, index: number): boolean {
  return /\s/.test(text.charAt(index));
}
