import type { DraftDefinition, Step, StepField, StepKind } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { optionsOf } from "./amount-field.tsx";

/** What stands in the fields of a step, by their names. */
export type Typed = ReadonlyMap<string, string>;

/** A value of a step, as JSON has it. */
export type Said = string | number | { readonly [name: string]: Said };

/** What the input for a field of a step is called: ids have no full stops. */
export function inputFor(field: string): string {
  return field.replaceAll(".", "-");
}

/** What was typed, line ends as services keep them. */
export function typedStep(fields: Fields, kind: StepKind, definition: DraftDefinition): Typed {
  const by = fieldOf(fields, "amountBy") ?? "";
  const prices = optionsOf(definition, by).map(({ value }) => `amount-${value}`);
  const names = [...kind.fields.map(({ name }) => name), "amountBy", ...prices];
  return new Map(
    names.map((name) => [
      name,
      (fieldOf(fields, inputFor(name)) ?? "").replaceAll("\r\n", "\n").trim(),
    ]),
  );
}

/** What was typed into the form of a step whose kind nobody knows any more: the words, each with what its field is called. */
export function enteredIn(
  fields: Fields,
  kinds: readonly StepKind[],
): (readonly [name: string, text: string])[] {
  const labels = new Map<string, string>();
  for (const { name, label, type } of kinds.flatMap((kind) => kind.fields)) {
    if (typedTypes.has(type) && !labels.has(name)) labels.set(name, label);
  }
  return [...labels].map(([name, label]) => [label, fieldOf(fields, inputFor(name)) ?? ""]);
}

const typedTypes: ReadonlySet<string> = new Set(["text", "long-text", "whole-number", "amount"]);

/** What a step says, as its fields show it. */
export function shownStep(step: Step, kind: StepKind): Typed {
  const shown = kind.fields.map(({ name }): [string, string] => {
    const value = name.split(".").reduce<unknown>(within, step);
    return [name, typeof value === "string" || typeof value === "number" ? String(value) : ""];
  });
  if (step.kind !== "payment") return new Map(shown);
  const { amount } = step;
  if (typeof amount === "number") return new Map([...shown, ["amount", pounds(amount)]]);
  const prices = Object.entries(amount.pence).map(([option, pence]): [string, string] => [
    `amount-${option}`,
    pounds(pence),
  ]);
  return new Map([...shown, ["amountBy", amount.answer], ...prices]);
}

function within(here: unknown, name: string): unknown {
  return typeof here === "object" && here !== null && Object.hasOwn(here, name)
    ? (here as Record<string, unknown>)[name]
    : undefined;
}

function pounds(pence: number): string {
  return (pence / 100).toFixed(2);
}

export interface ReadStep {
  /** By the fields of a step; one that says nothing is left out. */
  readonly said: Readonly<Record<string, Said>>;
  readonly faults: Faults;
}

/** Read the form of a step. What counts only with another choice is left out with it. */
export function readStep(kind: StepKind, typed: Typed, definition: DraftDefinition): ReadStep {
  const said: Record<string, Said> = {};
  const faults: Record<string, string> = {};
  for (const field of kind.fields) {
    if (!counts(field, typed)) continue;
    const read = readField(field, typed, definition);
    Object.assign(faults, read.faults);
    if (read.value !== undefined) put(said, field.name, read.value);
  }
  // A rule for what happens is none where nobody has said what.
  const { onFailure } = said;
  if (typeof onFailure === "object" && !("action" in onFailure)) delete said.onFailure;
  return { said, faults };
}

function counts({ onlyIf }: StepField, typed: Typed): boolean {
  return onlyIf === undefined || onlyIf.is.includes(typed.get(onlyIf.field) ?? "");
}

interface ReadField {
  readonly value?: Said;
  readonly faults?: Faults;
}

function readField(field: StepField, typed: Typed, definition: DraftDefinition): ReadField {
  if (field.type === "amount") return readAmount(typed, definition);
  const text = typed.get(field.name) ?? "";
  const input = inputFor(field.name);
  if (text === "") return field.required ? { faults: { [input]: `Say “${field.label}”` } } : {};
  if (field.type !== "whole-number") return { value: text };
  const { min = 0, max = 365 } = field;
  const number = Number(text);
  return /^\d{1,4}$/.test(text) && number >= min && number <= max
    ? { value: number }
    : { faults: { [input]: `Enter a whole number from ${min} to ${max}` } };
}

function readAmount(typed: Typed, definition: DraftDefinition): ReadField {
  const by = typed.get("amountBy") ?? "";
  if (by === "") {
    const pence = penceOf(typed.get("amount") ?? "");
    return pence !== undefined && pence > 0
      ? { value: pence }
      : { faults: { amount: "Enter an amount in pounds, such as 65.00" } };
  }
  const prices = optionsOf(definition, by).map(({ value }) => ({
    value,
    pence: penceOf(typed.get(`amount-${value}`) ?? ""),
  }));
  const missing = prices.filter(({ pence }) => pence === undefined);
  if (missing.length > 0) {
    const faults = missing.map(({ value }) => [
      `amount-${value}`,
      "Enter a price in pounds; 0 where there is nothing to pay",
    ]);
    return { faults: Object.fromEntries(faults) };
  }
  const pence = Object.fromEntries(prices.map(({ value, pence: price = 0 }) => [value, price]));
  return { value: { answer: by, pence } };
}

function penceOf(text: string): number | undefined {
  const read = /^£?\s*(\d{1,6})(?:\.(\d{2}))?$/.exec(text.replaceAll(",", ""));
  return read ? Number(read[1]) * 100 + Number(read[2] ?? 0) : undefined;
}

function put(said: Record<string, Said>, name: string, value: Said): void {
  const [first = "", second] = name.split(".");
  if (second === undefined) {
    said[first] = value;
    return;
  }
  const outer = said[first];
  said[first] = { ...(typeof outer === "object" ? outer : {}), [second]: value };
}
