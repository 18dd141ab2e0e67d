import type { Answers, Document } from "@guildhall/contract";
import type { Fields } from "@guildhall/forms";
import type { FieldFault } from "../page-faults.ts";
import type { LookUp } from "../place-view.ts";

/** What the fields of a page show: what was typed or saved, and what is wrong with it. */
export interface Filling {
  readonly fields: Fields;
  readonly faults: readonly FieldFault[];
  /** All answers so far, which conditions are read from. */
  readonly answers: Answers;
  /** What follows from them, in words, by question. */
  readonly calculated: ReadonlyMap<string, readonly string[]>;
  /** Which fields ask for the citizen's own details, and what a browser calls those. */
  readonly autocomplete: ReadonlyMap<string, string>;
  /** The list to show one more empty entry of. */
  readonly adding?: string | undefined;
  /** How far each address has come; nothing where the council looks no addresses up. */
  readonly lookUp?: LookUp | undefined;
  /** The files of the form, where the page asks for some. */
  readonly files?: FilesShown | undefined;
}

/** The files of a form as a page shows them. */
export interface FilesShown {
  /** By question. */
  readonly there: ReadonlyMap<string, readonly Document[]>;
  /** Where the page's script sends them, before the question's id. */
  readonly at: string;
  /** Kept at every step, such as that the citizen came to change an answer. */
  readonly query: string;
  /** Whether nothing else is asked on the page. */
  readonly isAlone: boolean;
}

export function shownIn({ fields }: Filling, name: string): string {
  return fields.get(name)?.[0] ?? "";
}

export function faultOf({ faults }: Filling, name: string): FieldFault | undefined {
  return faults.find(({ field }) => field === name);
}
