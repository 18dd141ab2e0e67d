import { KeyScope, type Scope, scopeWords } from "@guildhall/contract";
import { Checkboxes } from "@guildhall/ui";

/** All that a key can be given, in the order of the work. */
export const scopesInOrder: readonly KeyScope[] = KeyScope.options.toSorted(
  (one, other) => place(one) - place(other),
);

function place(scope: KeyScope): number {
  return Object.keys(scopeWords).indexOf(scope);
}

/** What a credential may do, in words. */
export function ScopeList({ scopes }: { scopes: readonly Scope[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {wordsOf(scopes).map((words) => (
        <li>{words}</li>
      ))}
    </ul>
  );
}

/** The same in a line of a table: the first of them, and how many more. */
export function sayScopes(scopes: readonly Scope[]): string {
  const [first = "Nothing", ...others] = wordsOf(scopes);
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
}

export interface ScopeBoxesProps {
  readonly offered: readonly KeyScope[];
  readonly hint: string;
  readonly values: readonly string[];
  readonly fault: string | undefined;
}

/** Ask what a key may do. */
export function ScopeBoxes({ offered, hint, values, fault }: ScopeBoxesProps) {
  return (
    <Checkboxes
      name="scopes"
      idPrefix="scopes"
      classes="govuk-checkboxes--small"
      fieldset={{ legend: { content: "What it may do", classes: "govuk-fieldset__legend--s" } }}
      hint={hint}
      items={offered.map((value) => ({ value, content: scopeWords[value] }))}
      values={values}
      errorMessage={fault}
    />
  );
}

function wordsOf(scopes: readonly Scope[]): string[] {
  return scopesInOrder.filter((scope) => scopes.includes(scope)).map((scope) => scopeWords[scope]);
}
