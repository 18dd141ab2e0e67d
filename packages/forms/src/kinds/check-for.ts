import type { CompiledQuestion } from "../compiled.ts";
import type { AnyQuestion, QuestionOf } from "../question.ts";
import type { Check } from "../sheet.ts";
import { addressCheck } from "./address.ts";
import { bankCheck } from "./bank.ts";
import { declarationCheck, filesCheck, optionCheck, optionsCheck, yesNoCheck } from "./choice.ts";
import { dateCheck, rangeCheck, timeCheck } from "./date.ts";
import { groupCheck } from "./group.ts";
import { locationCheck } from "./location.ts";
import { numberCheck } from "./number.ts";
import { organisationCheck } from "./organisation.ts";
import { emailCheck, phoneCheck } from "./reach.ts";
import { lineCheck, maxName, wordsCheck } from "./text.ts";
import { vehicleCheck } from "./vehicle.ts";

type Items = readonly CompiledQuestion[];

/** Make the check of a question's answers; a group's looks at its items with theirs. */
export function checkFor(question: AnyQuestion, items: Items): Check {
  // A question's own type names its maker, which the compiler cannot follow through the union.
  const make = checks[question.type] as (question: AnyQuestion, items: Items) => Check;
  return make(question, items);
}

const checks: {
  readonly [T in AnyQuestion["type"]]: (question: QuestionOf<T>, items: Items) => Check;
} = {
  text: ({ maxLength }) => lineCheck(maxLength),
  "long-text": ({ maxLength }) => wordsCheck(maxLength),
  number: numberCheck,
  money: (question) => numberCheck({ ...question, decimals: 2 }),
  date: dateCheck,
  "date-range": rangeCheck,
  time: timeCheck,
  "yes-no": yesNoCheck,
  radios: ({ options }) => optionCheck(options),
  select: ({ options }) => optionCheck(options),
  checkboxes: ({ options }) => optionsCheck(options),
  name: () => lineCheck(maxName),
  email: emailCheck,
  phone: phoneCheck,
  address: addressCheck,
  location: locationCheck,
  organisation: organisationCheck,
  "vehicle-registration": vehicleCheck,
  declaration: declarationCheck,
  "bank-details": bankCheck,
  files: ({ maxFiles }) => filesCheck(maxFiles),
  group: groupCheck,
  // What is sent for it is never looked at: the walk works it out.
  calculated: () => () => undefined,
};
