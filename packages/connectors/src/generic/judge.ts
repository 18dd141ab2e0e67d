import type { Case, Condition, Meanings } from "@guildhall/contract";
import type { Answer } from "../http/exchange.ts";
import { outcomeOfStatus, retryAfter } from "../http/outcome.ts";
import type { Setback } from "../not-accepted.ts";
import type { Reading } from "./reading.ts";

/** An answer with its body read. */
export interface Read {
  readonly answer: Answer;
  readonly reading: Reading;
}

export type Verdict = { readonly is: "success" | "duplicate" } | { readonly setback: Setback };

/** Judge what the settings say nothing of, before the status does; undefined where it says nothing either. */
export type JudgeBody = (reading: Reading) => Setback | undefined;

/**
 * Say what an answer means: by the meanings of the settings in their documented order, then by its body, then by its
 * status.
 *
 * A 2xx answer is a success only where it is described as one, or nothing is described and it is no web page.
 */
export function judge(
  read: Read,
  meanings: Meanings | undefined,
  { now, judgeBody }: { now: Date; judgeBody?: JudgeBody | undefined },
): Verdict {
  const described = byMeanings(read, meanings ?? {}, now);
  if (described) return described;
  const setback = judgeBody?.(read.reading);
  if (setback) return { setback };
  const { answer, reading } = read;
  if (answer.status < 200 || answer.status >= 300) return { setback: outcomeOfStatus(answer, now) };
  if (meanings?.success) return { setback: { outcome: "ambiguous", code: "answer-unknown" } };
  const isReadable = reading.kind !== "none" || answer.body.length === 0;
  return isReadable ? { is: "success" } : { setback: { outcome: "ambiguous", code: "bad-answer" } };
}

function byMeanings(read: Read, meanings: Meanings, now: Date): Verdict | undefined {
  const { duplicate, retry, refused, ambiguous, success } = meanings;
  if (anyHolds(read, duplicate)) return { is: "duplicate" };
  if (anyHolds(read, retry))
    return { setback: { outcome: "retry", code: "busy", ...retryAfter(read.answer, now) } };
  const refusal = refused?.find(({ when }) => holds(read, when));
  if (refusal) return { setback: { outcome: "refused", code: refusal.code } };
  if (anyHolds(read, ambiguous))
    return { setback: { outcome: "ambiguous", code: "answer-ambiguous" } };
  return anyHolds(read, success) ? { is: "success" } : undefined;
}

export function anyHolds(read: Read, cases: readonly Case[] | undefined): boolean {
  return cases?.some((one) => holds(read, one)) ?? false;
}

/** What these say of the way in or of the moment is not about the case, whatever the body beside them says. */
const apart: ReadonlySet<number> = new Set([401, 403, 408, 425, 429, 503]);

function holds(read: Read, one: Case): boolean {
  const conditions = "all" in one ? one.all : [one];
  const isMeant = conditions.some(({ status }) => status !== undefined);
  if (apart.has(read.answer.status) && !isMeant) return false;
  return conditions.every((condition) => conditionHolds(read, condition));
}

function conditionHolds({ answer, reading }: Read, condition: Condition): boolean {
  const { status, header, path } = condition;
  if (status !== undefined && !hasStatus(answer.status, status)) return false;
  if (header !== undefined) return passes([answer.headers[header.toLowerCase()] ?? ""], condition);
  return path === undefined || entryPasses(reading, condition);
}

/** Whether an entry of a list passes a test. */
export function entryPasses(reading: Reading, test: Condition): boolean {
  const { path, exists } = test;
  if (path === undefined) return false;
  return exists === undefined ? passes(reading.texts(path), test) : reading.has(path) === exists;
}

function hasStatus(status: number, wanted: NonNullable<Condition["status"]>): boolean {
  return [wanted].flat().some((one) => one === status || one === `${Math.floor(status / 100)}xx`);
}

/** A pattern is tried on so much of a text. */
const triedOn = 256;

function passes(
  texts: readonly string[],
  { equals, contains, matches, exists }: Condition,
): boolean {
  if (exists !== undefined) return texts.some((text) => text !== "") === exists;
  if (equals !== undefined) return texts.includes(String(equals));
  if (contains !== undefined) {
    const wanted = contains.toLowerCase();
    return texts.some((text) => text.toLowerCase().includes(wanted));
  }
  const pattern = new RegExp(matches ?? "", "u");
  return texts.some((text) => pattern.test(text.slice(0, triedOn)));
}
