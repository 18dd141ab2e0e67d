/** Break words into lines that are no longer than so many characters; what is too much for them ends in “…”. */
export function linesOf(text: string, longest: number, most: number): string[] {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    const together = last === "" ? word : `${last} ${word}`;
    if (together.length <= longest || last === "") lines[lines.length - 1] = together;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => cut(line, longest));
  const isCut = lines.length > most;
  return isCut ? kept.with(-1, cut(`${kept.at(-1)} …`, longest)) : kept;
}

function cut(line: string, longest: number): string {
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}
