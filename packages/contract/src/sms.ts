/** How long a text is on its way to a phone. */
export interface SmsLength {
  /** As networks count: some of their own alphabet count for two. */
  readonly characters: number;
  readonly parts: number;
  /** Whether something in it is not in the networks' own alphabet, so that a part holds less than half as much. */
  readonly isUnicode: boolean;
}

/** What a text to a phone may take, its link with it. */
export const mostSmsParts = 4;

const plain =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const escaped = "\f^{}\\[~]|€";
const weights = new Map<string, number>([
  ...[...plain].map((character) => [character, 1] as const),
  ...[...escaped].map((character) => [character, 2] as const),
]);

/**
 * Count a text as phone networks do (3GPP 23.038).
 *
 * Up to 160 characters of their alphabet go in one part, else 153 in each; with any other character in it, such as ŵ,
 * 70 go in one, else 67 in each.
 */
export function smsLength(text: string): SmsLength {
  let characters = 0;
  for (const character of text) {
    const weight = weights.get(character);
    if (weight === undefined) return inUnicode(text.length);
    characters += weight;
  }
  return { characters, parts: partsOf(characters, 160, 153), isUnicode: false };
}

function inUnicode(characters: number): SmsLength {
  return { characters, parts: partsOf(characters, 70, 67), isUnicode: true };
}

function partsOf(characters: number, alone: number, each: number): number {
  if (characters === 0) return 0;
  return characters <= alone ? 1 : Math.ceil(characters / each);
}
