import type { FieldQuery, TargetField } from "@guildhall/contract";
import type { Listed } from "./get.ts";

/** Give a part of a target's fields, of those that are asked for. Case and accents make no difference. */
export function fieldsFound(
  fields: readonly TargetField[],
  { limit, cursor, ...asked }: FieldQuery,
): Listed<TargetField> {
  return partOf(fields, { limit, cursor }, wantedBy(asked));
}

/** Give a part of a list in its order, of what is wanted; the cursor is a place in the whole. */
export function partOf<T>(
  all: readonly T[],
  { limit, cursor }: Pick<FieldQuery, "limit" | "cursor">,
  isWanted: (one: T) => boolean,
): Listed<T> {
  const found: number[] = [];
  for (let at = placeOf(cursor); at < all.length && found.length <= limit; at += 1) {
    const one = all[at];
    if (one !== undefined && isWanted(one)) found.push(at);
  }
  const data = found.slice(0, limit).flatMap((at) => all[at] ?? []);
  const next = found[limit];
  return next === undefined ? { data } : { data, nextCursor: String(next) };
}

type Sought = Pick<TargetField, "target" | "title" | "required" | "text" | "options">;

/** Tells which fields are asked for. */
export function wantedBy({
  q = "",
  under,
  requiredOnly,
}: Pick<FieldQuery, "q" | "under" | "requiredOnly">) {
  const words = folded(q).split(/\s+/).filter(Boolean);
  return (field: Sought) =>
    (field.required || !requiredOnly) &&
    (!under || field.target.startsWith(`${under}/`)) &&
    (words.length === 0 || hasWords(field, words));
}

/** A cursor that is none of ours begins at the beginning. */
function placeOf(cursor = ""): number {
  return /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0;
}

function hasWords({ target, title, text = "", options = [] }: Sought, words: readonly string[]) {
  const values = options.flatMap(({ code, text: said }) => [code, said]);
  const whole = folded([target, title, text, ...values].join(" "));
  return words.every((word) => whole.includes(word));
}

function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
