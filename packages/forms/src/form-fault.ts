/** What can be wrong with a form's own design. */
export type FormFaultCode =
  | "page-duplicate"
  | "condition-duplicate"
  | "question-duplicate"
  | "option-duplicate"
  | "range-empty"
  | "page-without-form"
  | "condition-unknown"
  | "condition-circular"
  | "question-unknown"
  | "question-later"
  | "operator-not-allowed";

/** Where in the form a fault is. */
export interface FormPlace {
  readonly page?: string | undefined;
  readonly question?: string | undefined;
  readonly condition?: string | undefined;
}

/** A fault in a form's design, for the person who designs it. */
export class FormFault extends Error {
  readonly code: FormFaultCode;
  readonly place: FormPlace;

  constructor(code: FormFaultCode, place: FormPlace, detail = "") {
    super(`${placeWords(place)}: ${sentences[code].replace("{}", detail)}`);
    this.name = "FormFault";
    this.code = code;
    this.place = place;
  }
}

const sentences: Record<FormFaultCode, string> = {
  "page-duplicate": "another page has this id",
  "condition-duplicate": "another condition has this id",
  "question-duplicate": "another question has this id",
  "option-duplicate": 'two options have the value "{}"',
  "range-empty": "its min is greater than its max",
  "page-without-form": "a page of words cannot ask questions",
  "condition-unknown": "the form has no such condition",
  "condition-circular": 'it is decided by "{}", which it decides',
  "question-unknown": 'the condition reads "{}", which no question here answers',
  "question-later": 'the condition reads "{}", which is asked only later',
  "operator-not-allowed": '"{}" is not allowed in a condition, or not so',
};

function placeWords({ page, question, condition }: FormPlace): string {
  const words = [
    page && `page "${page}"`,
    question && `question "${question}"`,
    condition && `condition "${condition}"`,
  ];
  return words.filter(Boolean).join(", ");
}
