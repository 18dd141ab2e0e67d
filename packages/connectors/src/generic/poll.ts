import type { Change } from "@guildhall/contract";
import { ConnectorFault } from "../connector-fault.ts";
import type { Answer } from "../http/exchange.ts";
import { readEntry, readReference } from "./changes.ts";
import type { Desk } from "./desk.ts";
import { judge } from "./judge.ts";
import { writeWindow } from "./moments.ts";
import { nextPage, type Page, walkPages, withQuery } from "./pages.ts";
import type { Plan, Step } from "./plan.ts";
import { listLimit, type Reading, readAnswer } from "./reading.ts";
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

function readPages(look: Look, read: (reading: Reading) => void): Promise<void> {
  return walkPages(look.poll.paging, most.pages, (next, page) =>
    readPage(look, { next, page, read }),
  );
}

async function readPage(
  { desk, poll, window, signal }: Look,
  { next, page, read }: { next: Page; page: number; read: (reading: Reading) => void },
): Promise<Page | undefined> {
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
