const deepest = 4;

/** A text without escapes, behind which a word would not be found, nor behind escapes that were escaped again. */
export function plain(text: string): string {
  let shown = text;
  for (let depth = 0; depth < deepest; depth += 1) {
    const next = unescaped(shown);
    if (next === shown) break;
    shown = next;
  }
  return shown.toWellFormed();
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  szlig: "ß",
};

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, " ")
    .replace(/&#(x[0-9a-f]+|\d+);/gi, (whole, code: string) => character(code) ?? whole)
    .replace(/&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash);/gi, "$1")
    .replace(/&([a-z]{2,8});/gi, (_, name: string) => named[name] ?? " ")
    .replace(/%[0-9a-f]{2}(?:%[0-9a-f]{2})*/gi, decoded);
}

function character(code: string): string | undefined {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
