import type { FieldQuery, TargetField } from "@guildhall/contract";
import type { Listed } from "./get.ts";

/** Give a part of a target's fields, of those that are asked for. Case and accents make no difference. */
export function fieldsFound(
  fields: readonly TargetField[],
  { limit, cursor, ...asked }: FieldQuery,
): Listed<TargetField> {
  const from = placeOf(cursor);
  const isWanted = wanted(asked);
  const found: number[] = [];
  for (let at = from; at < fields.length && found.length <= limit; at += 1) {
    const field = fields[at];
    if (field && isWanted(field)) found.push(at);
  }
  const data = found.slice(0, limit).flatMap((at) => fields[at] ?? []);
  const next = found[limit];
  return next === undefined ? { data } : { data, nextCursor: String(next) };
}

function wanted({ q = "", under, requiredOnly }: Omit<FieldQuery, "limit" | "cursor">) {
  const words = folded(q).split(/\s+/).filter(Boolean);
  return (field: TargetField) =>
    (field.required || !requiredOnly) &&
    (!under || field.target.startsWith(`${under}/`)) &&
    (words.length === 0 || hasWords(field, words));
}

/** A cursor that is none of ours begins at the beginning. */
function placeOf(cursor = ""): number {
  return /^\d{1,9}$/.test(cursor) ? Number(cursor) : 0;
}

function hasWords(
  { target, title, text = "", options = [] }: TargetField,
  words: readonly string[],
) {
  const values = options.flatMap(({ code, text: said }) => [code, said]);
  const whole = folded([target, title, text, ...values].join(" "));
  return words.every((word) => whole.includes(word));
}

function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
