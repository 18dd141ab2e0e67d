/** XML cannot be read, or is not let in. */
export class XmlFault extends Error {
  readonly code: "too-large" | "bad-encoding" | "doctype" | "malformed";
  readonly line: number | undefined;

  /** `sentence` says what is wrong in plain words, and repeats nothing of the document. */
  constructor(code: XmlFault["code"], sentence: string, line?: number) {
    super(sentence);
    this.name = "XmlFault";
    this.code = code;
    this.line = line;
  }
}
