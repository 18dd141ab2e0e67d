/** Something that is wrong with a document. */
export interface DocumentFault {
  readonly code:
    | "doctype"
    | "malformed"
    | "too-large"
    | "bad-encoding"
    | "schema"
    | "rule"
    | "time";
  /** Its element, counted from 1 at each level below the root (`1/3/2`, the root itself is empty), or an attribute (`1/3/@name`). */
  readonly position?: string;
  /** The same place for people, in the set's prefixes: `/vb:BAreports/vb:BApropertyReport[2]/vb:Remarks`. */
  readonly xpath?: string;
  readonly line?: number;
  /** In plain words; never repeats a value of the document. */
  readonly sentence: string;
  /** The rule that does not hold. */
  readonly rule?: string;
  /** The receiver's own code for it. */
  readonly receiverCode?: string;
}

/** Something that is wrong with a schema set. */
export interface SchemaFault {
  readonly file?: string;
  readonly line?: number;
  readonly rule?: string;
  readonly sentence: string;
}

/** A schema set that cannot be used, with everything that is wrong with it. */
export class SchemaSetRefused extends Error {
  readonly faults: readonly SchemaFault[];

  constructor(faults: readonly SchemaFault[]) {
    super("The schema set cannot be used.");
    this.name = "SchemaSetRefused";
    this.faults = faults;
  }
}
