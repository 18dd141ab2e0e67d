/** The names of all metrics that an expression of PromQL reads. */
export function metricsIn(expression: string): string[] {
  const bare = expression
    .replace(/"(?:[^"\\]|\\.)*"/g, "")
    .replace(/\{[^}]*\}/g, "")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, "");
  const names = [...bare.matchAll(/(?<![\w$:.])[a-zA-Z_:][\w:]*(?!\w|\s*\()/g)].map(
    ([name]) => name,
  );
  return [...new Set(names.filter((name) => !words.has(name)))];
}

/** What is no metric, though it stands alone. */
const words: ReadonlySet<string> = new Set(
  "and or unless by without on ignoring group_left group_right offset bool inf nan".split(" "),
);
