import type { Form, Page } from "@guildhall/contract";
import type { Rule } from "./condition.ts";
import type { AnyQuestion } from "./question.ts";
import type { Check } from "./sheet.ts";

/** A form made ready to be walked many times; it holds no answers, so it can be shared. */
export interface CompiledForm {
  readonly form: Form;
  readonly pages: readonly CompiledPage[];
  readonly conditions: ReadonlyMap<string, Rule>;
  /** The form's own questions by id; those of items are within their groups. */
  readonly questions: ReadonlyMap<string, CompiledQuestion>;
}

export interface CompiledPage {
  readonly page: Page;
  readonly when: Rule | undefined;
  readonly questions: readonly CompiledQuestion[];
}

export interface CompiledQuestion {
  readonly id: string;
  readonly question: AnyQuestion;
  readonly when: Rule | undefined;
  readonly required: boolean;
  readonly check: Check;
  /** The questions of a group's items; none elsewhere. */
  readonly items: readonly CompiledQuestion[];
}
