const pluralOf = new Intl.PluralRules("cy");

/** A number and its Welsh noun, which the number changes: `one`, `two`, `few` (3), `many` (6), `zero` and `other`. */
export function counted(
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string },
): string {
  return `${count} ${forms[pluralOf.select(count)] ?? forms.other}`;
}
