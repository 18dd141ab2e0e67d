import { Button, ErrorMessage, Fieldset, Input, Select } from "@guildhall/ui";
import type { AnyQuestion } from "../held.ts";
import { logicOf } from "./logic.ts";
import { calculationIn, fixed, mostRows, type TypedRow } from "./rows.ts";
import { sayCalculation, sayOnly } from "./say.ts";
import type { Sources } from "./sources.ts";

interface CalculationProps {
  /** What its drop-downs have, as one text. */
  readonly typed: string;
  readonly sources: Sources;
  readonly fault?: string | undefined;
}

/** Put a result together from drop-downs, row by row, and read it back. */
export function CalculationFields({ typed, sources, fault }: CalculationProps) {
  const calculation = calculationIn(typed);
  return (
    <div class={fault ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <Fieldset legend={{ content: "How it is worked out", classes: "govuk-fieldset__legend--s" }}>
        {fault && <ErrorMessage>{fault}</ErrorMessage>}
        {"logic" in calculation ? (
          <HandWritten logic={calculation.logic} />
        ) : (
          <Rows rows={calculation.rows} sources={sources} />
        )}
      </Fieldset>
      <ReadBack typed={typed} sources={sources} />
    </div>
  );
}

function HandWritten({ logic }: { logic: unknown }) {
  return (
    <>
      <p class="govuk-body">This was written by hand. It stays as it is.</p>
      <input type="hidden" name="value-logic" value={JSON.stringify(logic)} />
    </>
  );
}

function ReadBack({ typed, sources }: Omit<CalculationProps, "fault">) {
  const read = logicOf(calculationIn(typed));
  if ("fault" in read) return null;
  return <p class="govuk-body">{`It is ${sayCalculation(read.value, sources.questions)}.`}</p>;
}

function Rows({ rows, sources }: { rows: readonly TypedRow[]; sources: Sources }) {
  return (
    <>
      {sources.numbers.length === 0 && (
        <p class="govuk-body">
          No number or amount of money is asked before it yet. Ask one first, on this page or an
          earlier one.
        </p>
      )}
      <input type="hidden" name="value-rows" value={String(rows.length)} />
      {rows.map((row, at) => (
        <Row row={row} at={at} sources={sources} isAlone={rows.length === 1} />
      ))}
      {rows.length < mostRows && (
        <Button classes="govuk-button--secondary" name="do" value="row-add">
          Add a row
        </Button>
      )}
    </>
  );
}

interface RowProps {
  readonly row: TypedRow;
  readonly at: number;
  readonly sources: Sources;
}

function Row({ row, at, sources, isAlone }: RowProps & { readonly isAlone: boolean }) {
  const name = (field: string) => `value-${at}-${field}`;
  const signs = [
    { value: "plus", content: "Plus" },
    { value: "minus", content: "Minus" },
  ];
  return (
    <div class="console-row">
      <Fieldset legend={{ content: `Row ${at + 1}`, classes: "govuk-fieldset__legend--s" }}>
        {(at > 0 || row.sign === "minus") && (
          <Select name={name("sign")} label="Plus or minus" value={row.sign} items={signs} />
        )}
        <Factor row={row} at={at} sources={sources} part="of" />
        <Factor row={row} at={at} sources={sources} part="by" />
        <Select
          name={name("only")}
          label="When it counts"
          value={row.only}
          items={whenItems(row.only, sources)}
        />
      </Fieldset>
      {!isAlone && (
        <Button classes="govuk-button--secondary" name="do" value={`row-remove-${at}`}>
          Remove row {String(at + 1)}
        </Button>
      )}
    </div>
  );
}

const words = {
  of: { label: "What", none: "Choose a question or a fixed amount", amount: "The fixed amount" },
  by: { label: "Times", none: "Nothing", amount: "The fixed amount that it is multiplied by" },
} as const;

function Factor({ row, at, sources, part }: RowProps & { readonly part: "of" | "by" }) {
  const said = words[part];
  return (
    <>
      <Select
        name={`value-${at}-${part}`}
        id={at === 0 && part === "of" ? "value" : `value-${at}-${part}`}
        label={said.label}
        value={row[part]}
        items={[
          { value: "", content: said.none },
          ...withGone(sources.numbers, row[part], sources),
          { value: fixed, content: "A fixed amount" },
        ]}
      />
      <Input
        name={`value-${at}-${part}Amount`}
        label={said.amount}
        hint="Only if you chose “A fixed amount”."
        value={row[`${part}Amount`]}
        inputmode="decimal"
        classes="govuk-input--width-5"
      />
    </>
  );
}

/** What is chosen stays to be seen, also where it is gone or is asked only later. */
function withGone(numbers: readonly AnyQuestion[], chosen: string, { questions }: Sources) {
  const items = numbers.map(({ id, label }) => ({ value: `q:${id}`, content: label }));
  const isThere = !chosen.startsWith("q:") || items.some(({ value }) => value === chosen);
  if (isThere) return items;
  const id = chosen.slice(2);
  const label = questions.get(id)?.label;
  const content = label ? `${label} (asked only later)` : `“${id}”, which is gone`;
  return [...items, { value: chosen, content }];
}

function whenItems(chosen: string, { choices, questions }: Sources) {
  const offered = choices.flatMap((question) =>
    answersOf(question).map((answer) => `${question.id}=${answer}`),
  );
  const all = chosen === "" || offered.includes(chosen) ? offered : [...offered, chosen];
  return [
    { value: "", content: "Always" },
    ...all.map((only) => ({ value: only, content: `Only if ${sayOnly(only, questions)}` })),
  ];
}

function answersOf(question: AnyQuestion): readonly string[] {
  if (question.type === "yes-no") return ["true", "false"];
  return "options" in question ? question.options.map(({ value }) => value) : [];
}
