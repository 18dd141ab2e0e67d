import type { Db, Tx } from "./db.ts";

/** What a process can be found by without being read. */
export interface Findable {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly postcode?: string | undefined;
  readonly surname?: string | undefined;
}

type Kind = keyof Findable;

/** A value as it is found by: without what people write in one way and another. */
export function plainOf(kind: Kind, value: string): string {
  const plain = unspaced(value);
  if (kind === "phone")
    return plain
      .replace(/[^+\d]/g, "")
      .replace(/^00/, "+")
      .replace(/^\+440?/, "0");
  if (kind !== "surname") return plain;
  // Neither accents nor apostrophes and hyphens, of which there are many.
  return plain.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * All that a value which somebody asks for may be found by, as `plainOf` gives it.
 *
 * Of a surname of several words the last is kept. What was kept before all this was told apart is found as it was
 * written.
 */
export function formsOf(kind: Kind, value: string): string[] {
  const last = kind === "surname" ? [value.trim().split(/\s+/).at(-1) ?? ""] : [];
  const forms = [value, ...last].map((one) => plainOf(kind, one));
  return [...new Set([...forms, unspaced(value)])].filter((form) => form !== "");
}

/** @internal The number that a value is found by; null for none. */
export function indexOf({ vault }: Db | Tx, kind: Kind, value: string | undefined): number | null {
  if (value === undefined || value === "") return null;
  return vault.blind(kind, plainOf(kind, value));
}

/** @internal The numbers that a value which somebody asks for may be found by. */
export function indexesFor({ vault }: Db | Tx, kind: Kind, value: string): number[] {
  return formsOf(kind, value).map((form) => vault.blind(kind, form));
}

/** However it is spaced, and in small letters. */
function unspaced(value: string): string {
  return value.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
