/** A run of letters with the apostrophes inside it; a digit in it makes it a number or a code. */
const word = /[\p{L}\p{M}\p{Nd}]+(?:['’][\p{L}\p{M}\p{Nd}]+)*/gu;

/**
 * Give each word a capital letter, and small ones after it, where all that was typed is in one case.
 *
 * Who used both cases meant them: “de Souza” and “McDonald” stay. So do words with a digit, such as a
 * house number or half a postcode. A name keeps its second capital: O'Brien, D’Arcy.
 */
export function capitals(text: string): string {
  const isOneCase = text === text.toUpperCase() || text === text.toLowerCase();
  return isOneCase ? text.replace(word, capitalised) : text;
}

function capitalised(typed: string): string {
  if (/\p{Nd}/u.test(typed)) return typed;
  const [, prefix, mark, rest] = /^(\p{L})(['’])(\p{L}{3,})$/u.exec(typed) ?? [];
  if (prefix === undefined || mark === undefined || rest === undefined) return headed(typed);
  return prefix.toUpperCase() + mark + headed(rest);
}

function headed(typed: string): string {
  const [first = "", ...rest] = typed;
  return first.toUpperCase() + rest.join("").toLowerCase();
}
