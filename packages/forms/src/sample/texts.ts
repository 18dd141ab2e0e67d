/** What people write and programs stumble over: every kind of character that `isCleanText` lets through. */
const awkward: readonly string[] = [
  "Tŷ Ŵyn, Llanfair­pwll",
  "O’Brien & Søn <b>“cafe\u0301”</b>",
  "]]><![CDATA[ &amp; &#0; --> <?xml?>",
  "שלום עולם",
  "مرحبا \u202eبالعالم\u202c",
  "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿🇬🇧",
  "𝔘𝔫𝔦 𠮷野家 ಕನ್ನಡ ไทย",
  "\u00a0\u200b\ufeff\u00ad\u200d\ufffd",
  "=cmd|'/C calc'!A0; DROP TABLE x; $7*7 {{x}} ((reference)) %s \\n",
  "\u0080\u009f\ue000\u{10fffd}",
  "Aberystwyth\tSY23",
  "  £1,000.00 – ½ – №5 – ﬁ – ß – ı – İ  ",
];
const broken: readonly string[] = [
  "one\ntwo",
  "one\r\n\r\ntwo",
  "one\rtwo",
  "\u0085\u2028\u2029",
  "\n",
];

/** Draws a whole number from 0 up to but not including `count`. */
export type Pick = (count: number) => number;

/** Texts of at most `max` code points: the shortest, a usual one, the longest of several kinds, and all that is awkward. */
export function textsOf(max: number, isLine: boolean): string[] {
  return [
    "x",
    "Loud music from the flat above, most nights.",
    "four ".repeat(Math.ceil(max / 5)),
    "W".repeat(max),
    "😀".repeat(max),
    piecesFor(isLine).join(" "),
    isLine ? "x" : "line\n".repeat(Math.ceil(max / 5)),
  ].map((text) => fitted(text, max));
}

/** A text put together from awkward pieces. */
export function mixedText(max: number, isLine: boolean, pick: Pick): string {
  const pieces = piecesFor(isLine);
  const chosen = Array.from({ length: 1 + pick(6) }, () => pieces[pick(pieces.length)] ?? "x");
  return fitted(chosen.join(pick(2) === 0 ? "" : " "), max);
}

function piecesFor(isLine: boolean): readonly string[] {
  return isLine ? awkward : [...awkward, ...broken];
}

/** As it is stored, and never blank. */
function fitted(text: string, max: number): string {
  const composed = text.normalize("NFC");
  const kept = composed.length > max ? Array.from(composed).slice(0, max).join("") : composed;
  return /\S/.test(kept) ? kept : "x";
}
