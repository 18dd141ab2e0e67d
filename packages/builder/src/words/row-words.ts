import type { Row } from "@guildhall/contract";
import { changeWords } from "@guildhall/mapping";
import type { Data } from "../data.ts";
import { capital } from "./part-words.ts";
import { conditionTitle, questionTitle } from "./question-title.ts";
import { sourceWords } from "./source-words.ts";

/** Say a row of a mapping in a sentence: “The answer to “Where is the noise?”, in capitals.” */
export function rowWords(whole: Data, row: Row): string {
  const changes = (row.change ?? []).map(changeWords);
  const when = row.when === undefined ? [] : [`only if ${conditionTitle(whole, row.when)}`];
  return `${capital([said(whole, row), ...changes, ...when].join(", "))}.`;
}

function said(whole: Data, row: Row): string {
  if (row.each !== undefined) return `once for each answer to ${questionTitle(whole, row.each)}`;
  if (row.rows) return row.choice ? "the first of these that has a value" : "all of these together";
  return rowSource(whole, row) ?? "nothing yet";
}

/** Say where a row's value comes from; undefined where it has none of its own. */
export function rowSource(whole: Data, { from }: Row): string | undefined {
  // A source is JSON.
  return from && sourceWords(whole, from as Data);
}
