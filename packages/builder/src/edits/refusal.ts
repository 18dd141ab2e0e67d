import type { PartPath } from "@guildhall/contract";

/** Why an edit cannot be made, as it goes up to whoever makes the edits. */
export class Refusal extends Error {
  readonly at: PartPath;

  constructor(at: PartPath, sentence: string) {
    super(sentence);
    this.name = "Refusal";
    this.at = at;
  }
}
