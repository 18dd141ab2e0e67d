import { type Fault, isCleanText } from "@guildhall/contract";

export const deepest = 16;

/**
 * Find what of a JSON value could not be stored or would harm: a text or key that is not clean, `__proto__`, or
 * nesting that nothing of ours has. Undefined when all is well.
 */
export function findUnclean(value: unknown, pointer = "", depth = deepest): Fault | undefined {
  if (typeof value === "string")
    return isCleanText(value) ? undefined : { pointer, code: "invalid-text" };
  if (value === null || typeof value !== "object") return undefined;
  if (depth === 0) return { pointer, code: "too-deep" };
  for (const [key, item] of Object.entries(value)) {
    const fault = inKey(key, pointer) ?? findUnclean(item, `${pointer}/${escaped(key)}`, depth - 1);
    if (fault) return fault;
  }
  return undefined;
}

/** A key that is not clean is not repeated: the pointer leads to what it is in. */
function inKey(key: string, pointer: string): Fault | undefined {
  if (!isCleanText(key)) return { pointer, code: "invalid-text" };
  return key === "__proto__"
    ? { pointer: `${pointer}/__proto__`, code: "unknown-field" }
    : undefined;
}

/** Write a path as a JSON pointer (RFC 6901). */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${escaped(String(part))}`).join("");
}

function escaped(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
