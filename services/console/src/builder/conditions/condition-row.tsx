import type { ComparedQuestion, DraftConditions } from "@guildhall/contract";
import { Button, Checkboxes, Fieldset, Input, Select } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { negatedMark, questionOf, type TypedRow, takesValue } from "./rows.ts";

interface ConditionRowProps {
  readonly row: TypedRow;
  readonly at: number;
  readonly known: DraftConditions;
  /** The condition that it is a row of, which cannot go by itself. */
  readonly own: string | undefined;
  readonly faults: Faults;
}

/** One row: what it looks at, how that is compared, and with what. */
export function ConditionRow(props: ConditionRowProps) {
  const { row, at, known, faults } = props;
  const name = `row-${at}`;
  const question = questionOf(row, known);
  return (
    <div class="console-row">
      <Fieldset legend={{ content: `Row ${at + 1}`, classes: "govuk-fieldset__legend--s" }}>
        {row.about === "logic" ? (
          <HandWritten name={name} row={row} />
        ) : (
          <Select
            name={`${name}-about`}
            label="Look at"
            value={row.about}
            errorMessage={faults[`${name}-about`]}
            items={[{ value: "", content: "Choose a question" }, ...about(props)]}
          />
        )}
        {question && <Compared {...props} question={question} />}
        {row.about.startsWith("c:") && <Holds {...props} />}
      </Fieldset>
      <Button classes="govuk-button--secondary" name="do" value={`remove-${at}`}>
        Remove row {String(at + 1)}
      </Button>
    </div>
  );
}

function HandWritten({ name, row }: { name: string; row: TypedRow }) {
  return (
    <>
      <p class="govuk-body">This part was written by hand. It stays as it is.</p>
      <input type="hidden" name={`${name}-about`} value="logic" />
      <input type="hidden" name={`${name}-logic`} value={row.logic} />
    </>
  );
}

/** The questions, and the other conditions; what a row looks at already stays to be seen where it is gone. */
function about({ known, own, row }: ConditionRowProps) {
  const labels = new Map(known.questions.map(({ id, label }) => [id, label]));
  const questions = known.questions.map(({ id, label, group }) => ({
    value: `q:${id}`,
    content: group === undefined ? label : `${label} (in “${labels.get(group) ?? group}”)`,
  }));
  const conditions = known.conditions
    .filter(({ id }) => id !== own)
    .map(({ id, name }) => ({ value: `c:${id}`, content: `The condition “${name}”` }));
  const all = [...questions, ...conditions];
  if (row.about === "" || all.some(({ value }) => value === row.about)) return all;
  const [, id = ""] = row.about.split(":");
  const part = labels.get(id.split(".")[0] ?? "");
  return [...all, { value: row.about, content: part ?? `“${id}”, which is gone` }];
}

type ComparedProps = ConditionRowProps & { readonly question: ComparedQuestion };

function Compared(props: ComparedProps) {
  const { row, at, question, faults } = props;
  const name = `row-${at}-comparison`;
  const comparison = comparisonOf(row, question);
  return (
    <>
      <Select
        name={name}
        label="How it is compared"
        value={comparison}
        errorMessage={faults[name]}
        items={comparisons(question, comparison)}
      />
      {takesValue(comparison) && <Value {...props} comparison={comparison} />}
    </>
  );
}

function comparisonOf({ comparison }: TypedRow, { comparisons: [first] }: ComparedQuestion) {
  return comparison === "" || comparison.endsWith("holds") ? (first?.comparison ?? "") : comparison;
}

function comparisons(question: ComparedQuestion, chosen: string) {
  const offered = question.comparisons.flatMap(({ comparison, words, negatedWords }) => [
    { value: comparison as string, content: several(comparison, words) },
    { value: `${negatedMark}${comparison}`, content: several(comparison, negatedWords) },
  ]);
  if (offered.some(({ value }) => value === chosen)) return offered;
  const words = chosen.startsWith(negatedMark) ? "says nothing, no or 0" : "says something";
  return [...offered, { value: chosen, content: words }];
}

/** “is” of one value and of several would read alike. */
function several(comparison: string, words: string): string {
  return comparison === "one-of" ? `${words} one of several` : words;
}

function Value({ row, at, question, faults, comparison }: ComparedProps & { comparison: string }) {
  const name = `row-${at}-value`;
  const errorMessage = faults[name];
  const choices = question.values.map(({ value, label }) => ({
    value: String(value),
    content: label,
  }));
  if (choices.length === 0)
    return (
      <Input
        name={name}
        label="With"
        hint={hintFor(question)}
        value={row.values[0] ?? ""}
        errorMessage={errorMessage}
      />
    );
  if (comparison.endsWith("one-of"))
    return (
      <Checkboxes
        name={name}
        fieldset={{ legend: "With any of" }}
        values={row.values}
        items={choices}
        errorMessage={errorMessage}
        classes="govuk-checkboxes--small"
      />
    );
  const items = [{ value: "", content: "Choose an answer" }, ...choices];
  return (
    <Select
      name={name}
      label="With"
      value={row.values[0] ?? ""}
      items={items}
      errorMessage={errorMessage}
    />
  );
}

/** Days and times are compared as they are kept. */
function hintFor({ comparisons: offered }: ComparedQuestion): string | undefined {
  return offered.some(({ words }) => words === "is after")
    ? "A date as year-month-day, such as 2026-03-27; a time as 21:30."
    : undefined;
}

function Holds({ row, at, faults }: ConditionRowProps) {
  const name = `row-${at}-comparison`;
  return (
    <Select
      name={name}
      label="It"
      value={row.comparison.startsWith(negatedMark) ? `${negatedMark}holds` : "holds"}
      errorMessage={faults[name]}
      items={[
        { value: "holds", content: "holds" },
        { value: `${negatedMark}holds`, content: "does not hold" },
      ]}
    />
  );
}
