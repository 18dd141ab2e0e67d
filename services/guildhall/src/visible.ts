/** Write a text on one line, with what nobody can see made visible. */
export function visible(text: string): string {
  return text
    .replace(/\r?\n/g, "⏎")
    .replace(
      /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u00a0]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    );
}

/**
 * Say in one line what is wrong in a file, and where.
 *
 * A file's name may hold anything, and a terminal does what control characters say.
 */
export function lineOfFault(fault: { file: string; line: number; sentence: string }): string {
  return visible(`${fault.file}:${fault.line} ${fault.sentence}`);
}
