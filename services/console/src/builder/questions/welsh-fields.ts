import type { DraftDefinition, ServiceDefinition } from "@guildhall/contract";
import { mapTexts } from "@guildhall/forms";
import type { FieldEdit } from "../ground/save-edits.tsx";
import type { AnyQuestion, HeldQuestion } from "./held.ts";
import { type Changed, type Shown, said } from "./read-question.ts";
import { allSettingsFor } from "./settings.ts";

/** A text of a question and its field for the Welsh of it. */
export interface WelshField {
  readonly field: string;
  readonly label: string;
  /** Where the translation is kept. */
  readonly at: string;
  /** The English that it says. */
  readonly of: string;
}

/** The texts of a question that are read in Welsh too: those that it has. */
export function welshFields({ group, question }: Where, read = question): WelshField[] {
  const owner = group ? `form.questions.${group.id}.questions` : "form.questions";
  const at = (path: string) => `/welsh/${owner}.${question.id}.${path}`;
  const texts = allSettingsFor(read.type)
    .filter(({ isText }) => isText)
    .map(({ field, path, label }) => {
      const [first = "", code] = path.split("/");
      const value: unknown = Reflect.get(read, first);
      const of = code === undefined ? value : read.errors?.[code];
      const name = label.replace(" (optional)", "");
      return { field: `welsh-${field}`, label: name, at: at(path.replace("/", ".")), of };
    });
  const options = ("options" in read ? read.options : []).map(({ value, label }) => ({
    field: `welsh-option-${value}`,
    label: `Option “${label}”`,
    at: at(`options.${value}.label`),
    of: label,
  }));
  return [...texts, ...options].flatMap(({ of, ...rest }) =>
    typeof of === "string" && /\p{L}/u.test(of) ? [{ ...rest, of }] : [],
  );
}

type Where = Pick<HeldQuestion, "group" | "question">;

/** The Welsh that there is, as its fields show it. */
export function welshShown({ welsh }: DraftDefinition, fields: readonly WelshField[]): Shown {
  return new Map(
    fields.map(({ field, at }) => [field, translationAt(welsh, at)?.text ?? ""] as const),
  );
}

/** Whether the Welsh was made from other English than there is now. */
export function isOld({ welsh }: DraftDefinition, { at, of }: WelshField): boolean {
  const known = translationAt(welsh, at);
  return known !== undefined && known.of !== of;
}

/** The edits of what was translated; it is a translation of the English that stands beside it. */
export function welshEdits(
  fields: readonly WelshField[],
  typed: Shown,
  changed: Changed,
): FieldEdit[] {
  return fields
    .filter(({ field }) => changed(field))
    .map(({ field, at, of }) => {
      const text = typed.get(field)?.trim() ?? "";
      return { field, edit: said(at, text === "" ? undefined : { of, text }) };
    });
}

/** Whether a service is offered in Welsh. */
export function hasWelsh({ welsh }: DraftDefinition): boolean {
  return translationAt(welsh, "/welsh/title") !== undefined;
}

/** A question in Welsh, as far as there is any for the English that it says now, and the texts that stay English. */
export function welshQuestion(
  { welsh: kept }: DraftDefinition,
  { question, group }: Where,
  { welsh, typed }: { readonly welsh: readonly WelshField[]; readonly typed: Shown },
): { readonly question: AnyQuestion; readonly untranslated: ReadonlySet<string> } {
  const entered = new Map(welsh.map(({ field, at }) => [at, typed.get(field)?.trim()]));
  const untranslated = new Set<string>();
  const inWelsh = (text: string, path: string) => {
    const known = translationAt(kept, `/welsh/${path}`);
    const own = known?.of === text ? known.text : undefined;
    const translated = entered.has(`/welsh/${path}`) ? entered.get(`/welsh/${path}`) : own;
    if (!translated) untranslated.add(text);
    return translated || text;
  };
  const asked = group ? { ...group, questions: [question] } : question;
  const page = { id: "page", title: "", questions: [asked] };
  // Texts are looked for where they are; what a service has beside its form is not there.
  const whole = { form: { pages: [page] } } as unknown as ServiceDefinition;
  const [own] = mapTexts(whole, inWelsh).form.pages[0]?.questions ?? [];
  const inner = group && own?.type === "group" ? own.questions[0] : own;
  return { question: inner ?? question, untranslated };
}

function translationAt(welsh: DraftDefinition["welsh"], at: string) {
  const key = at.slice("/welsh/".length);
  return welsh && Object.hasOwn(welsh, key) ? welsh[key] : undefined;
}
