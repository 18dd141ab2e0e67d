const mostNamed = 8;

/** Names in a row: `a, b or c`, the first of them where they are many; the validator itself stops at ten. */
export function anyOf(names: readonly string[]): string {
  const different = [...new Set(names)];
  const isLong = different.length > mostNamed + 1;
  const shown = isLong ? [...different.slice(0, mostNamed), "others"] : different;
  const last = shown.at(-1) ?? "";
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} or ${last}` : last;
}

/** A number of things: `1 character`, `2 characters`. */
export function many(count: string, thing: string): string {
  return `${count} ${thing}${count === "1" ? "" : "s"}`;
}
