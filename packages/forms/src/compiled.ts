import type { Answers, Form, Page } from "@guildhall/contract";
import type { Rule } from "./condition.ts";
import type { AnyQuestion } from "./question.ts";
import type { Answer, Check } from "./sheet.ts";

/** A form made ready to be walked many times; it holds no answers, so it can be shared. */
export interface CompiledForm {
  /** As it was designed, but that conditions which go by others are written out. */
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
  /** Whether an answer must be given, where no `requiredWhen` says otherwise. */
  readonly required: boolean;
  readonly requiredWhen: Rule | undefined;
  readonly check: Check;
  /** Work the value out from the answers kept so far; only for a question that nobody answers. */
  readonly calculate: ((answers: Answers) => Answer | undefined) | undefined;
  /** The questions of a group's items; none elsewhere. */
  readonly items: readonly CompiledQuestion[];
}

/** Tell whether a question must be answered, given the answers kept before it. */
export function mustAnswer(
  { required, requiredWhen }: Pick<CompiledQuestion, "required" | "requiredWhen">,
  answers: Answers,
): boolean {
  return requiredWhen ? requiredWhen(answers) : required;
}
