import type { Mapping } from "@guildhall/contract";

/** Break a document that `render` wrote into lines, for people to read. It says the same. */
export function layOut(text: string, format: Mapping["format"]): string {
  return format === "json" ? JSON.stringify(JSON.parse(text), null, 2) : layOutXml(text);
}

/** In what we write, a tag has no `<` or `>` within, and an element holds text or elements. */
function layOutXml(text: string): string {
  const parts = text.match(/<[^>]*>|[^<]+/g) ?? [];
  let [written, depth] = ["", 0];
  parts.forEach((part, at) => {
    const isEnd = part.startsWith("</");
    if (isEnd) depth -= 1;
    const isAlone = part.startsWith("<") && !isTextAround(parts, at, isEnd);
    written += isAlone ? `${written === "" ? "" : "\n"}${"  ".repeat(depth)}${part}` : part;
    if (opens(part)) depth += 1;
  });
  return written;
}

function opens(part: string): boolean {
  return /^<[^/?]/.test(part) && !part.endsWith("/>");
}

/** The end of an element follows on its text, or on its own beginning. */
function isTextAround(parts: readonly string[], at: number, isEnd: boolean): boolean {
  const before = parts[at - 1];
  return isEnd && before !== undefined && (!before.startsWith("<") || opens(before));
}
