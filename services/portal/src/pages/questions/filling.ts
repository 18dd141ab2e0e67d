import type { Answers } from "@guildhall/contract";
import type { Fields } from "@guildhall/forms";
import type { FieldFault } from "../../journey/page-faults.ts";
import type { LookUp } from "../../places/view.ts";

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
}

export function shownIn({ fields }: Filling, name: string): string {
  return fields.get(name)?.[0] ?? "";
}

export function faultOf({ faults }: Filling, name: string): FieldFault | undefined {
  return faults.find(({ field }) => field === name);
}
