import type { Question } from "@guildhall/contract";
import { cut } from "./cut.ts";

/** What stands further behind says nothing of it. */
const mostTelling = 300;

type Kind = Question["type"];

/** What a question asks for, by its own words; the first that fits counts. */
const tellers: readonly (readonly [RegExp, Kind])[] = [
  [/\be-?mail\b/i, "email"],
  [/\b(tele)?phone\b|\bmobile number\b|\bring you\b/i, "phone"],
  [/\bregistration (number|plate)|\bnumber plate\b/i, "vehicle-registration"],
  [/\bsort code\b|\bbank (account|details)\b/i, "bank-details"],
  [/\bphotos?\b|\bpictures?\b|\bupload\b|\bevidence\b|\bdocuments?\b|\bfiles?\b/i, "files"],
  [/^(i|we) (confirm|agree|declare|understand)\b/i, "declaration"],
  [/\b(full|your|their|first|last|contact'?s?) name\b|^name$/i, "name"],
  [/\b(business|company|organisation|charity|employer)\b.*\b(name|number)?\b.*\bcalled\b/i, "text"],
  [/\b(home |postal |your |full |the )?address\b|\bpostcode\b/i, "address"],
  [/^where (is|was|are|were|did|does|do)\b/i, "location"],
  [/^how (much|many pounds)\b.*\b(cost|pay|paid|worth|charge)|\bprice\b|\bamount\b.*£/i, "money"],
  [/^how (many|often a|long|old|far|high|deep|big)\b|\bnumber of\b/i, "number"],
  [/^(what|which|at what) time\b/i, "time"],
  [/^when\b|\bdates?\b|\bwhich day\b|\bday\?$|\bdate of birth\b/i, "date"],
  [
    /^(do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|shall|am)(n['’]t)?\b/i,
    "yes-no",
  ],
  [/\b(describe|details|explain|tell us|anything else|what happened|why)\b/i, "long-text"],
];

/** The kind of question that somebody most likely means; a short answer where nothing tells. */
export function kindOf(label: string): Kind {
  const told = cut(label, mostTelling);
  return tellers.find(([words]) => words.test(told))?.[1] ?? "text";
}
