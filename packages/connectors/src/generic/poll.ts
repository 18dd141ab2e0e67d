import type { Change, Paging } from "@guildhall/contract";
import { ConnectorFault } from "../connector-fault.ts";
import type { Answer } from "../http/exchange.ts";
import { readEntry, readReference } from "./changes.ts";
import type { Desk } from "./desk.ts";
import type { Draft } from "./draft.ts";
import { judge } from "./judge.ts";
import { writeWindow } from "./moments.ts";
import type { Plan, Step } from "./plan.ts";
import { firstText, listLimit, type Reading, readAnswer } from "./reading.ts";
import type { Facts } from "./template.ts";

/** So many pages of one list, so many entries, and so many cases read one by one; more is for a shorter window. */
const most = { pages: 100, entries: 10_000, each: 500 };

interface Look {
  readonly desk: Desk;
  readonly poll: NonNullable<Plan["poll"]>;
  readonly window: { readonly from: Date; readonly to: Date };
  readonly signal: AbortSignal;
}

/**
 * See what has changed in a window: page by page, and case by case where the list only names them.
 *
 * An entry that cannot be read is left out, or it would hold up all others. A list that has no end fails the whole
 * look, so that nothing is passed over in silence.
 *
 * @throws NotAccepted, ConnectorFault
 */
export async function seeChanges(
  desk: Desk,
  window: Look["window"],
  signal: AbortSignal,
): Promise<readonly Change[]> {
  const { poll } = desk.plan;
  if (!poll) return [];
  const look: Look = { desk, poll, window, signal };
  const changes: Change[] = [];
  const cases = new Set<string>();
  const read = (reading: Reading) => {
    for (const { item, reference } of entriesOf(reading, poll)) {
      if (poll.each) cases.add(reference);
      else changes.push(...readEntry(item, reference, entryOptions(look)));
    }
    if (changes.length > most.entries || cases.size > most.each)
      throw new ConnectorFault("list-too-long");
  };
  await readPages(look, read);
  for (const reference of cases) changes.push(...(await readCase(look, reference)));
  return changes;
}

function entriesOf(reading: Reading, { changes }: Look["poll"]) {
  const items = reading.items(changes.items);
  // Before any is read: each is looked through by several paths, and nothing else goes on meanwhile.
  if (items.length > most.entries) throw new ConnectorFault("list-too-long");
  return items.flatMap((item) => {
    const reference = readReference(item, changes);
    return reference === undefined ? [] : [{ item, reference }];
  });
}

function entryOptions({ desk, poll, window }: Look) {
  const { plan, keys } = desk;
  return { changes: poll.changes, moments: plan.moments, keys, to: window.to };
}

interface Next {
  readonly query: readonly (readonly [string, string])[];
  /** What the next page is known by, so that one that leads back to itself is seen. */
  readonly mark: string;
}

async function readPages(look: Look, read: (reading: Reading) => void): Promise<void> {
  const { poll } = look;
  let next: Next | undefined = firstPage(poll.paging);
  const seen = new Set<string>();
  for (let page = 1; next; page += 1) {
    if (page > most.pages) throw new ConnectorFault("list-too-long");
    if (seen.has(next.mark)) throw new ConnectorFault("list-endless");
    seen.add(next.mark);
    next = await readPage(look, { next, page, read });
  }
}

async function readPage(
  { desk, poll, window, signal }: Look,
  { next, page, read }: { next: Next; page: number; read: (reading: Reading) => void },
): Promise<Next | undefined> {
  const moments = writeWindow(window, desk.plan.moments);
  const write = (facts: Facts) => withQuery(poll.write({ ...facts, ...moments }), next.query);
  const answer = await desk.caller.call(write, signal, listLimit);
  return readList(desk, poll, answer, (reading) => {
    read(reading);
    const isEmpty = reading.items(poll.changes.items).length === 0;
    if (isEmpty && poll.paging?.by === "page") return undefined;
    const following = nextPage(poll.paging, { reading, answer, page });
    // A list that goes on behind an empty page is followed; one that keeps saying so of its end has ended.
    return isEmpty && following?.mark === next.mark ? undefined : following;
  });
}

function withQuery(draft: Draft, query: Next["query"]): Draft {
  const own = new Map([...draft.query, ...query]);
  return { ...draft, query: [...own] };
}

function firstPage(paging: Paging | undefined): Next {
  return paging?.by === "page" ? numbered(paging, 1) : { query: [], mark: "" };
}

function numbered(paging: Extract<Paging, { by: "page" }>, page: number): Next {
  const number = String(paging.first + page - 1);
  return { query: [[paging.parameter, number]], mark: number };
}

function nextPage(
  paging: Paging | undefined,
  { reading, answer, page }: { reading: Reading; answer: Answer; page: number },
): Next | undefined {
  if (paging === undefined) return undefined;
  if (paging.by === "page") return numbered(paging, page + 1);
  if (paging.by === "link") return linked(answer);
  const cursor = firstText(reading, paging.next);
  return cursor === undefined ? undefined : { query: [[paging.parameter, cursor]], mark: cursor };
}

/** Only the query of a link is followed: the next page of a list is where the list is. */
function linked({ headers }: Answer): Next | undefined {
  const found = /<([^<>]{1,2000})>\s*;[^,<]*\brel="?next"?/i.exec(headers.link ?? "")?.[1];
  if (found === undefined) return undefined;
  if (!URL.canParse(found, "https://list.invalid/")) throw new ConnectorFault("bad-answer");
  const { searchParams } = new URL(found, "https://list.invalid/");
  return { query: [...searchParams], mark: searchParams.toString() };
}

function readList<T>(
  { plan, now }: Desk,
  step: Step,
  answer: Answer,
  read: (reading: Reading) => T,
): T {
  return readAnswer(answer, plan.namespaces, (reading) => {
    const { judgeBody } = plan;
    const verdict = judge({ answer, reading }, step.answers, { now: now(), judgeBody });
    if ("setback" in verdict) throw new ConnectorFault(codeOf(verdict.setback));
    if (reading.kind === "none" && answer.status !== 204) throw new ConnectorFault("bad-answer");
    return read(reading);
  });
}

function codeOf({ outcome, code }: { outcome: string; code: string }): string {
  return outcome === "refused" ? "list-refused" : code;
}

/** A case that the back office refuses to show is left out. */
async function readCase(look: Look, reference: string): Promise<Change[]> {
  const { desk, poll, signal } = look;
  const { each } = poll;
  if (!each) return [];
  const write = (facts: Facts) => each.write({ ...facts, theirReference: reference });
  const answer = await desk.caller.call(write, signal, listLimit);
  return readAnswer(answer, desk.plan.namespaces, (reading) => {
    const options = { now: desk.now(), judgeBody: desk.plan.judgeBody };
    const verdict = judge({ answer, reading }, each.answers, options);
    if (!("setback" in verdict)) return readEntry(reading, reference, entryOptions(look));
    if (verdict.setback.outcome === "refused") return [];
    throw new ConnectorFault(verdict.setback.code);
  });
}
