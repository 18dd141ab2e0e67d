import type { Attributes } from "../parts.ts";

/** A sentence by plural rule (`one`, `other`, and in Welsh four more), with `%{count}` for the number. */
export type Plurals = Partial<Record<Intl.LDMLPluralRule, string>>;

/** Write the words that a script will say as the data attributes from which it reads them. */
export function translations(words: Record<string, string | Plurals | undefined>): Attributes {
  const attributes: Attributes = {};
  for (const [key, said] of Object.entries(words)) {
    if (typeof said === "string" && said) attributes[`data-i18n.${key}`] = said;
    if (typeof said !== "object") continue;
    for (const [rule, sentence] of Object.entries(said)) {
      attributes[`data-i18n.${key}.${rule}`] = sentence;
    }
  }
  return attributes;
}
