import type { DraftDefinition, ServiceDefinition } from "@guildhall/contract";
import { textsOf } from "@guildhall/forms";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { FieldEdit } from "../ground/save-edits.tsx";

/** A text of a service as people read it, and what there is of it in Welsh. */
export interface WelshText {
  /** By which its translation is kept. */
  readonly path: string;
  readonly english: string;
  /** Empty where it is not translated. */
  readonly welsh: string;
  /** Whether the English has changed since it was translated. */
  readonly isOld: boolean;
}

/** Every text of a service in the making that can be translated. */
export function welshTexts(definition: DraftDefinition): WelshText[] {
  // What is not decided yet is left out, and has no text.
  return textsOf(definition as ServiceDefinition).map(({ path, text }) =>
    welshText(definition, path, text),
  );
}

/** One text of a service, by the path that its translation has. */
export function welshText(
  { welsh = {} }: DraftDefinition,
  path: string,
  english: string,
): WelshText {
  const known = Object.hasOwn(welsh, path) ? welsh[path] : undefined;
  const isOld = known !== undefined && known.of !== english;
  return { path, english, welsh: known?.text ?? "", isOld };
}

/** Whether a service is being translated. */
export function isInWelsh({ welsh = {} }: DraftDefinition): boolean {
  return Object.keys(welsh).length > 0;
}

export function welshField(path: string): string {
  return `welsh-${plain(path)}`;
}

/** Says that Welsh that is old is right all the same. */
export function stillRightField(path: string): string {
  return `right-${plain(path)}`;
}

/** Says which English the Welsh was written for, where that is not a field of the same form. */
export function englishField(path: string): string {
  return `of-${plain(path)}`;
}

/** Fields are named as elements may be; no name within a path has an underscore. */
function plain(path: string): string {
  return path.replaceAll(".", "_");
}

/** The edits of what was translated: each a translation of the English that its translator saw, or wrote beside it. */
export function welshChanges(fields: Fields, texts: readonly WelshText[]): FieldEdit[] {
  return texts.flatMap((text): FieldEdit[] => {
    const { path, welsh } = text;
    const field = welshField(path);
    const at = `/welsh/${path}`;
    const to = typedWelsh(fields, text);
    if (to === undefined) return [];
    const of = read(fields, path) ?? read(fields, englishField(path)) ?? text.english;
    if (to !== "" && of !== "") return [{ field, edit: { act: "set", at, to: { of, text: to } } }];
    return welsh === "" ? [] : [{ field, edit: { act: "clear", at } }];
  });
}

/** What the Welsh is to be; undefined where nothing was done to it. */
function typedWelsh(fields: Fields, { path, welsh }: WelshText): string | undefined {
  const field = welshField(path);
  const typed = read(fields, field);
  if (typed === undefined || read(fields, path) === "") return typed && "";
  if (typed !== (read(fields, `was-${field}`) ?? "")) return typed;
  return fieldOf(fields, stillRightField(path)) === "yes" ? welsh : undefined;
}

function read(fields: Fields, field: string): string | undefined {
  return fieldOf(fields, field)?.replaceAll("\r\n", "\n").trim();
}
