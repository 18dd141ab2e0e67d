/** The button of a page that does something with its files, such as `upload:photos` or `remove:photos:doc_1`. */
export const filesButton = "with-files";

/** The field that a question's next file is chosen in. */
export function fileField(question: string): string {
  return `${question}-file`;
}

/** The field that says what a file shows: one that is there, or else the next. */
export function labelField(question: string, document?: string): string {
  return document === undefined ? `${question}-label` : `${question}-label-${document}`;
}
