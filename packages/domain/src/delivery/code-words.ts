import { advices, codeTable } from "./code-table.ts";

/** What a code of a delivery means, and what a person can do about it. */
export interface CodeWords {
  readonly means: string;
  readonly advice: string;
}

const answeredStatus = /^answered-([34]\d\d)$/;

/** Say a code in words; one that nobody has put into words is named as it is. */
export function wordsOfCode(code: string): CodeWords {
  const known = Object.hasOwn(codeTable, code) ? codeTable[code] : undefined;
  if (known) return { means: known[0], advice: advices[known[1]] };
  const status = answeredStatus.exec(code)?.[1];
  if (status !== undefined) {
    const means = `The back office refused the request with status ${status}`;
    return { means, advice: advices.fixMapping };
  }
  const means =
    code === "" ? "The back office gave no reason" : `The back office gave the code “${code}”`;
  return { means, advice: advices.seeAnswer };
}
