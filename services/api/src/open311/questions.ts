import type { Page, Question, Service } from "@guildhall/contract";

export interface Placed {
  readonly page: Page;
  readonly question: Question;
}

/** The questions of a form with the pages they are on. */
export function questionsOf({ form }: Service): Placed[] {
  return form.pages.flatMap((page) => page.questions.map((question) => ({ page, question })));
}

/** Whether a question is asked of some and not of others. */
export function isConditional(page: Page, question: Question): boolean {
  return page.when !== undefined || question.when !== undefined;
}

/** The question that takes the report in its sender's own words: the first long text that everyone is asked for. */
export function descriptionQuestion(service: Service): Question | undefined {
  return questionsOf(service).find(
    ({ page, question }) => question.type === "long-text" && !isConditional(page, question),
  )?.question;
}

/** The question that says where the trouble is. An address of the sender's own is not taken for it. */
export function placeQuestion(service: Service): Placed | undefined {
  const places = questionsOf(service).filter(({ question }) => isPlace(question));
  return (
    questionsOf(service).find(({ question }) => question.id === service.location) ??
    places.find(({ question }) => question.id !== service.contact.address)
  );
}

function isPlace({ type }: Question): boolean {
  return type === "address" || type === "location";
}

/**
 * Whether a service can be asked for through Open311.
 *
 * The protocol has no way to pay and none to hand over a file, so a service that may need either is not offered.
 */
export function isOffered(service: Service): boolean {
  const needsFile = questionsOf(service).some(
    ({ question }) => question.type === "files" && (question.required || question.requiredWhen),
  );
  return service.charges === undefined && !needsFile;
}
