import type { Form, Page } from "@guildhall/contract";
import { calculation } from "./calculation.ts";
import { checkForm } from "./check-form.ts";
import type { CompiledForm, CompiledPage, CompiledQuestion } from "./compiled.ts";
import { createRules, type Rule } from "./condition.ts";
import { checkFor } from "./kinds/check-for.ts";
import type { AnyQuestion } from "./question.ts";
import { withoutReferences } from "./references.ts";

/**
 * Make a form ready to be walked: conditions, options and checks are prepared once and shared by all.
 *
 * @throws FormFault, the first that `checkForm` finds
 */
export function compileForm(given: Form): CompiledForm {
  const [fault] = checkForm(given);
  if (fault) throw fault;
  const form = { ...given, conditions: [...withoutReferences(given.conditions)] };
  const conditions = createRules(form.conditions);
  const pages = form.pages.map((page) => compilePage(page, conditions));
  const questions = pages.flatMap((page) => page.questions.map((one) => [one.id, one] as const));
  return { form, pages, conditions, questions: new Map(questions) };
}

function compilePage(page: Page, rules: ReadonlyMap<string, Rule>): CompiledPage {
  const questions = page.questions.map((question) => compileQuestion(question, rules));
  return { page, when: ruleFor(page.when, rules), questions };
}

function compileQuestion(
  question: AnyQuestion,
  rules: ReadonlyMap<string, Rule>,
): CompiledQuestion {
  const items =
    question.type === "group" ? question.questions.map((item) => compileQuestion(item, rules)) : [];
  return {
    id: question.id,
    question,
    when: ruleFor(question.when, rules),
    required: isRequired(question),
    requiredWhen: ruleFor(question.requiredWhen, rules),
    check: checkFor(question, items),
    calculate: question.type === "calculated" ? calculation(question) : undefined,
    items,
  };
}

/** Nobody can answer a calculated question, and a group that may have no items may be left out. */
function isRequired(question: AnyQuestion): boolean {
  if (question.type === "calculated") return false;
  return question.required && !(question.type === "group" && question.min === 0);
}

function ruleFor(id: string | undefined, rules: ReadonlyMap<string, Rule>): Rule | undefined {
  return id === undefined ? undefined : rules.get(id);
}
