import { DraftReturn, type ReturnFactKind, ReturnProof } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Speech } from "../words/speech.tsx";
import type { Words } from "../words/words.ts";

/** What was typed to keep a form for later. */
export interface SavingFields {
  readonly email: string;
  readonly kind: string;
  readonly postcode: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly word: string;
}

type Said = Words["saving"]["faults"];

type SavingField = "email" | "kind" | ReturnFactKind;
export type SavingFaults = Partial<Record<SavingField, string>>;

export const noSavingFields: SavingFields = {
  email: "",
  kind: "",
  postcode: "",
  day: "",
  month: "",
  year: "",
  word: "",
};

const postcodeLike = /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/i;

export function savingFieldsIn(fields: Fields): SavingFields {
  const names = Object.keys(noSavingFields) as (keyof SavingFields)[];
  return Object.fromEntries(
    names.map((name) => [name, (fieldOf(fields, name) ?? "").trim()]),
  ) as unknown as SavingFields; // One entry for each of its names.
}

/** Give what the form asks for, or a sentence for each field that is not right. */
export function readSaving(
  typed: SavingFields,
  { language, words }: Pick<Speech, "language" | "words">,
): { readonly asked: DraftReturn } | { readonly faults: SavingFaults } {
  const email = DraftReturn.shape.email.safeParse(typed.email);
  const said = words.saving.faults;
  const fact = factIn(typed, said);
  const faults: SavingFaults = {
    ...(email.success ? {} : { email: typed.email === "" ? said.noEmail : said.email }),
    ...("faults" in fact ? fact.faults : {}),
  };
  if (!email.success || "faults" in fact) return { faults };
  return { asked: { email: email.data, fact, language } };
}

/** Whether it could be what somebody chose: the fact of any draft is as short as this, and can be stored. */
export function canBeFact(fact: string): boolean {
  return ReturnProof.shape.fact.safeParse(fact).success;
}

/** What is sent of a date, whichever way its parts were typed. */
export function dateIn({ day, month, year }: Pick<SavingFields, "day" | "month" | "year">) {
  const two = (part: string) => part.padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}`;
}

type Fact = DraftReturn["fact"];

function factIn(typed: SavingFields, said: Said): Fact | { readonly faults: SavingFaults } {
  if (typed.kind === "postcode") return postcodeIn(typed, said);
  if (typed.kind === "date") return dayIn(typed, said);
  if (typed.kind === "word") return wordIn(typed, said);
  return { faults: { kind: said.kind } };
}

function postcodeIn({ postcode }: SavingFields, said: Said): Fact | { faults: SavingFaults } {
  if (postcodeLike.test(postcode.replaceAll(/\s/g, "")))
    return { kind: "postcode", value: postcode.replaceAll(/\s+/g, " ") };
  return { faults: { postcode: said.postcode } };
}

function dayIn(typed: SavingFields, said: Said): Fact | { faults: SavingFaults } {
  const value = dateIn(typed);
  const isReal = !Number.isNaN(Date.parse(value)) && /^\d{4}-\d\d-\d\d$/.test(value);
  // The 31st of a short month is read as a day of the next.
  if (isReal && new Date(value).toISOString().startsWith(value)) return { kind: "date", value };
  return { faults: { date: said.date } };
}

function wordIn({ word }: SavingFields, said: Said): Fact | { faults: SavingFaults } {
  const letters = word.replaceAll(/[^\p{L}\p{N}]/gu, "");
  if (letters.length >= 4 && canBeFact(word)) return { kind: "word", value: word };
  return { faults: { word: said.word } };
}
