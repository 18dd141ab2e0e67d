import type { Form, Page } from "@guildhall/contract";
import { checkForm } from "./check-form.ts";
import type { CompiledForm, CompiledPage, CompiledQuestion } from "./compiled.ts";
import { createRules, type Rule } from "./condition.ts";
import { addressCheck } from "./kinds/address.ts";
import { filesCheck, optionCheck, optionsCheck, yesNoCheck } from "./kinds/choice.ts";
import { dateCheck, timeCheck } from "./kinds/date.ts";
import { groupCheck } from "./kinds/group.ts";
import { numberCheck } from "./kinds/number.ts";
import { emailCheck, phoneCheck } from "./kinds/reach.ts";
import { lineCheck, maxName, wordsCheck } from "./kinds/text.ts";
import type { AnyQuestion } from "./question.ts";
import type { Check } from "./sheet.ts";

/**
 * Make a form ready to be walked: conditions, options and checks are prepared once and shared by all.
 *
 * @throws FormFault, the first that `checkForm` finds
 */
export function compileForm(form: Form): CompiledForm {
  const [fault] = checkForm(form);
  if (fault) throw fault;

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
    required: question.required && !(question.type === "group" && question.min === 0),
    check: checkFor(question, items),
    items,
  };
}

function checkFor(question: AnyQuestion, items: readonly CompiledQuestion[]): Check {
  switch (question.type) {
    case "text":
      return lineCheck(question.maxLength);
    case "long-text":
      return wordsCheck(question.maxLength);
    case "number":
      return numberCheck(question);
    case "date":
      return dateCheck(question);
    case "time":
      return timeCheck();
    case "yes-no":
      return yesNoCheck();
    case "radios":
    case "select":
      return optionCheck(question.options);
    case "checkboxes":
      return optionsCheck(question.options);
    case "name":
      return lineCheck(maxName);
    case "email":
      return emailCheck();
    case "phone":
      return phoneCheck();
    case "address":
      return addressCheck(question.required);
    case "files":
      return filesCheck(question.maxFiles);
    case "group":
      return groupCheck(question, items);
  }
}

function ruleFor(id: string | undefined, rules: ReadonlyMap<string, Rule>): Rule | undefined {
  return id === undefined ? undefined : rules.get(id);
}
