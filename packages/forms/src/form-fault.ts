/** What can be wrong with a form's own design. */
export type FormFaultCode =
  | "page-duplicate"
  | "page-reserved"
  | "condition-duplicate"
  | "question-duplicate"
  | "option-duplicate"
  | "range-empty"
  | "page-without-form"
  | "condition-unknown"
  | "condition-circular"
  | "reference-unknown"
  | "condition-loop"
  | "condition-too-large"
  | "question-unknown"
  | "question-later"
  | "operator-not-allowed"
  | "value-too-large"
  | "section-duplicate"
  | "section-empty"
  | "section-unknown"
  | "section-missing"
  | "section-scattered";

/** Where in the form a fault is. */
export interface FormPlace {
  readonly page?: string | undefined;
  readonly question?: string | undefined;
  readonly condition?: string | undefined;
  readonly section?: string | undefined;
}

/** A fault in a form's design, for the person who designs it. */
export class FormFault extends Error {
  readonly code: FormFaultCode;
  readonly place: FormPlace;
  /** The name, value or number that the fault is about; empty where there is none. */
  readonly detail: string;

  constructor(code: FormFaultCode, place: FormPlace, detail = "") {
    super(`${placeWords(place)}: ${sentences[code].replace("{}", detail)}`);
    this.name = "FormFault";
    this.code = code;
    this.place = place;
    this.detail = detail;
  }
}

const sentences: Record<FormFaultCode, string> = {
  "page-duplicate": "another page has this id",
  "page-reserved": "every service has a page of its own with this id",
  "condition-duplicate": "another condition has this id",
  "question-duplicate": "another question has this id",
  "option-duplicate": 'two options have the value "{}"',
  "range-empty": "its min is greater than its max",
  "page-without-form": "a page of words cannot ask questions",
  "condition-unknown": "the form has no such condition",
  "condition-circular": 'it is decided by "{}", which it decides',
  "reference-unknown": 'it goes by the condition "{}", which the form does not have',
  "condition-loop": 'it goes by "{}", which goes by this one',
  "condition-too-large": "with the conditions that it goes by it has more than {} parts",
  "question-unknown": 'it reads "{}", which no question here answers',
  "question-later": 'it reads "{}", which is asked only later',
  "operator-not-allowed": '"{}" is not allowed in JSON Logic here, or not so',
  "value-too-large": "its value has more than {} parts",
  "section-duplicate": "another section has this id",
  "section-empty": "no page belongs to this section",
  "section-unknown": 'the form has no section "{}"',
  "section-missing": "it names no section, and the form has sections",
  "section-scattered": 'the pages of "{}" must stand together, in the order of the sections',
};

function placeWords({ page, question, condition, section }: FormPlace): string {
  const words = [
    section && `section "${section}"`,
    page && `page "${page}"`,
    question && `question "${question}"`,
    condition && `condition "${condition}"`,
  ];
  return words.filter(Boolean).join(", ");
}
