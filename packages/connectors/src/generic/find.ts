import type { FindReading } from "@guildhall/contract";
import type { z } from "zod";
import { ConnectorFault } from "../connector-fault.ts";
import type { Answer } from "../http/exchange.ts";
import { harmless, NotAccepted } from "../not-accepted.ts";
import type { Desk } from "./desk.ts";
import { judge } from "./judge.ts";
import { nextPage, type Page, walkPages, withQuery } from "./pages.ts";
import type { Plan } from "./plan.ts";
import { firstText, listLimit, type Reading, readAnswer } from "./reading.ts";
import type { Facts } from "./template.ts";

type Found = z.infer<typeof FindReading>;

interface Look {
  readonly desk: Desk;
  readonly find: NonNullable<Plan["find"]>;
  readonly facts: Facts & { readonly reference: string };
  readonly signal: AbortSignal;
}

/** What is looked up by our reference is one case: more pages than this are not what was meant. */
const mostPages = 20;

/**
 * Look a case up by our reference, on every page of what was found.
 *
 * Undefined only where the answer says that there is none. A question that fails, an answer that is not what the
 * settings describe and a list that may have been cut short say nothing: ask again later.
 *
 * @throws NotAccepted, always a retry
 */
export async function findReference(
  desk: Desk,
  facts: Look["facts"],
  signal: AbortSignal,
): Promise<string | undefined> {
  const { find } = desk.plan;
  if (!find) return undefined;
  const look = { desk, find, facts, signal };
  let known: string | undefined;
  await walkPages(find.paging, mostPages, async (next, page) => {
    const { reference, following } = await readPage(look, next, page);
    known = reference;
    return following;
  }).catch(asUnclear);
  return known;
}

interface Seen {
  readonly reference?: string | undefined;
  readonly following?: Page | undefined;
}

async function readPage(look: Look, next: Page, page: number): Promise<Seen> {
  const { desk, find, facts, signal } = look;
  const { plan, caller, now } = desk;
  const asked = caller.call(
    (known) => withQuery(find.write({ ...known, ...facts }), next.query),
    signal,
    listLimit,
  );
  const answer = await harmless(asked);
  return readAnswer(answer, plan.namespaces, (reading) => {
    const { judgeBody } = plan;
    const verdict = judge({ answer, reading }, find.answers, { now: now(), judgeBody });
    if (!("setback" in verdict)) return seenIn(look, { answer, reading, next, page });
    // "There is none" is an answer; "I will not tell" is not, nor is "there is no such page".
    if (verdict.setback.code === "not-found") return {};
    throw new NotAccepted({ ...verdict.setback, outcome: "retry" });
  });
}

interface Answered {
  readonly answer: Answer;
  readonly reading: Reading;
  readonly next: Page;
  readonly page: number;
}

function seenIn({ find, facts }: Look, answered: Answered): Seen {
  const { found } = find;
  const { answer, reading } = answered;
  if (answer.status === 204) return {};
  if (reading.kind === "none") throw unclear("bad-answer");
  if (found.items === undefined) return { reference: inWhole(reading, found, facts.reference) };
  const entries = entriesOf(reading, found.items);
  const reference = among(entries, found, facts.reference);
  return reference === undefined ? after(find, entries.length, answered) : { reference };
}

/** What comes after a page without our case. */
function after({ found, paging }: Look["find"], count: number, answered: Answered): Seen {
  const { next, page } = answered;
  if (count === 0 && paging?.by === "page") return {};
  // A list that says itself how it goes on is followed, whatever the settings say of it.
  const following = nextPage(paging ?? { by: "link" }, answered);
  if (following) return count === 0 && following.mark === next.mark ? {} : { following };
  const isWhole = paging !== undefined || page > 1 || count < (found.most ?? 1);
  if (!isWhole) throw unclear("list-cut-short");
  return {};
}

/** The answer is the case itself: one that does not say which says nothing. */
function inWhole(reading: Reading, found: Found, ours: string): string {
  const isOurs = found.ours === undefined || reading.texts(found.ours).includes(ours);
  if (!isOurs) throw unclear("answer-ambiguous");
  const reference = plain(firstText(reading, found.reference));
  if (reference === undefined) throw unclear("reference-missing");
  return reference;
}

/** A list that is not there is no list without entries: whoever asks a wrong address is told something else. */
function entriesOf(reading: Reading, items: string): readonly Reading[] {
  const entries = reading.items(items);
  const [list = items] = items.split("[*]");
  const isThere = entries.length > 0 || reading.kind !== "json" || reading.items(list).length > 0;
  if (!isThere) throw unclear("list-missing");
  return entries;
}

function among(entries: readonly Reading[], found: Found, ours: string): string | undefined {
  const known = entries.filter(
    (entry) => found.ours === undefined || entry.texts(found.ours).includes(ours),
  );
  const references = known.map((entry) => plain(firstText(entry, found.reference)));
  // A list in which nothing says which one is ours: another's case is not ours, nor is there none.
  if (found.ours === undefined && new Set(references).size > 1) throw unclear("answer-ambiguous");
  const reference = references.find((one) => one !== undefined);
  if (known.length > 0 && reference === undefined) throw unclear("reference-missing");
  return reference;
}

/** A reference is one short line, or it is none. */
export function plain(reference: string | undefined): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused.
  return reference && /^[^\u0000-\u001f\u007f]{1,200}$/.test(reference) ? reference : undefined;
}

/** What was found does not say whether they have the case, so it is not made again either. */
function unclear(code: string): NotAccepted {
  return new NotAccepted({ outcome: "retry", code });
}

/** A list that comes to no end says nothing either. */
function asUnclear(error: unknown): never {
  throw error instanceof ConnectorFault ? unclear(error.code) : error;
}
