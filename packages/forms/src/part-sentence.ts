import type { Fault } from "@guildhall/contract";
import type { PartPhrases, Phrases } from "./phrases.ts";
import type { AnyQuestion } from "./question.ts";
import { own } from "./sheet.ts";

/** The most characters of parts that have a limit of their own to tell. */
const longest: Readonly<Record<string, number>> = {
  "location-description": 300,
  "organisation-name": 160,
  "bank-details-accountName": 70,
  "bank-details-rollNumber": 18,
};

/** Say what is wrong with one part of an answer, and how to put it right. */
export function partSentence(
  say: Phrases,
  type: AnyQuestion["type"],
  part: string,
  { code, detail }: Fault,
): string {
  const known = partPhrases(say, type, part);
  const subject = say.partSubject(known.name);
  if (type === "date-range" && code !== "required") return daySentence(say, subject, code, detail);
  const most = own(longest, `${type}-${part}`);
  switch (code) {
    case "too-long":
      return most === undefined ? say.tooLong(subject) : say.mustBeShorter(subject, most);
    case "invalid-text":
      return say.badCharacter(subject);
    case "outside":
      return say.outside;
    case "required":
      return known.missing;
    default:
      return known.wrong;
  }
}

function partPhrases({ parts, enterPart }: Phrases, type: string, part: string): PartPhrases {
  const byType: Readonly<Record<string, Readonly<Record<string, PartPhrases>>>> = parts;
  const enter = enterPart(part);
  return own(own(byType, type) ?? {}, part) ?? { name: part, missing: enter, wrong: enter };
}

function daySentence(
  say: Phrases,
  subject: string,
  code: string,
  detail: string | undefined,
): string {
  switch (code) {
    case "past":
      return say.mustBeNowOrFuture(subject);
    case "future":
      return say.mustBeNowOrPast(subject);
    case "before-start":
      return say.mustFollowStart(subject);
    default:
      return detail ? say.mustInclude(subject, detail) : say.mustBeDate(subject);
  }
}
