import type { Outcome, Outgoing, ReferenceAt } from "@guildhall/contract";
import type { Answer } from "../http/exchange.ts";
import { harmless, NotAccepted, settled } from "../not-accepted.ts";
import type { Desk } from "./desk.ts";
import { commonFacts, factsOf, readFile, readUpdate } from "./follow-up.ts";
import { judge, type Verdict } from "./judge.ts";
import type { Step } from "./plan.ts";
import { firstText, listLimit, type Reading, readAnswer } from "./reading.ts";
import type { Facts } from "./template.ts";

/** Make a case, once: before a second attempt and after doubt it is looked up, where it can be. */
export async function create(
  desk: Desk,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Outcome> {
  const { find } = desk.plan;
  const { reference } = outgoing;
  const look = async () => (find ? findReference(desk, { reference }, signal) : undefined);
  if (outgoing.attempt > 1) {
    const known = await look();
    if (known !== undefined) return { outcome: "accepted", reference: known, duplicate: true };
  }
  const outcome = await settled(send(desk, outgoing, signal));
  if (!find || !mayExist(outcome)) return outcome;
  const known = await orUndefined(look());
  return known === undefined ? outcome : { outcome: "accepted", reference: known, duplicate: true };
}

async function send(desk: Desk, outgoing: Outgoing, signal: AbortSignal): Promise<Outcome> {
  const { plan, caller, now } = desk;
  const step = plan.create;
  const answer = await caller.call((facts) => {
    const draft = step.write({ ...facts, ...commonFacts(outgoing), document: outgoing.body });
    return { ...draft, headers: { ...ours(outgoing), ...draft.headers } };
  }, signal);
  const { verdict, reference } = readAnswer(answer, plan.namespaces, (reading) => ({
    verdict: judge({ answer, reading }, step.answers, {
      now: now(),
      judgeBody: plan.judgeBody,
    }),
    reference: referenceIn(answer, reading, step.reference),
  }));
  return outcomeOf(verdict, reference, { isAskable: plan.find !== undefined, outgoing });
}

/** They have the case; where they do not say under which reference and cannot be asked, ours finds it there. */
function outcomeOf(
  verdict: Verdict,
  reference: string | undefined,
  { isAskable, outgoing }: { isAskable: boolean; outgoing: Outgoing },
): Outcome {
  if ("setback" in verdict) return verdict.setback;
  const isDuplicate = verdict.is === "duplicate";
  const known = reference ?? (isDuplicate && !isAskable ? outgoing.reference : undefined);
  if (known !== undefined)
    return { outcome: "accepted", reference: known, ...(isDuplicate && { duplicate: true }) };
  return { outcome: "ambiguous", code: isDuplicate ? "already-exists" : "reference-missing" };
}

function mayExist(outcome: Outcome): boolean {
  return (
    outcome.outcome === "ambiguous" ||
    (outcome.outcome === "refused" && outcome.code === "answered-409")
  );
}

/** Tell the back office something of a case that it has. */
export async function follow(
  { plan, caller, now }: Desk,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Outcome> {
  const step = plan[outgoing.does];
  if (!step) return { outcome: "refused", code: "operation-not-supported" };
  const update = readUpdate(outgoing);
  const file = outgoing.does === "attach" ? await readFile(outgoing.evidence) : undefined;
  const own = { ...commonFacts(outgoing), ...factsOf(update, plan.moments, file) };
  const answer = await caller.call((facts) => {
    const draft = step.write({ ...facts, ...own }, file);
    return { ...draft, headers: { ...ours(outgoing), ...draft.headers } };
  }, signal);
  const verdict = readAnswer(answer, plan.namespaces, (reading) =>
    judge({ answer, reading }, step.answers, { now: now(), judgeBody: plan.judgeBody }),
  );
  if ("setback" in verdict) return verdict.setback;
  const isDuplicate = verdict.is === "duplicate";
  const reference = outgoing.theirReference ?? "";
  return { outcome: "accepted", reference, ...(isDuplicate && { duplicate: true }) };
}

/**
 * Look a case up by our reference. A question that fails is no answer: ask again later.
 *
 * @throws NotAccepted, always a retry
 */
export async function findReference(
  { plan, caller, now }: Desk,
  facts: Facts & { readonly reference: string },
  signal: AbortSignal,
): Promise<string | undefined> {
  const { find } = plan;
  if (!find) return undefined;
  const write: Step["write"] = (known) => find.write({ ...known, ...facts });
  const answer = await harmless(caller.call((known) => write(known), signal, listLimit));
  return readAnswer(answer, plan.namespaces, (reading) => {
    const { judgeBody } = plan;
    const verdict = judge({ answer, reading }, find.answers, { now: now(), judgeBody });
    if (!("setback" in verdict)) return foundIn(reading, find.found, facts.reference);
    // "There is none" is an answer; "I will not tell" is not.
    if (answer.status === 404 || verdict.setback.code === "not-found") return undefined;
    throw new NotAccepted({ ...verdict.setback, outcome: "retry" });
  });
}

function foundIn(
  reading: Reading,
  found: { items?: string | undefined; ours?: string | undefined; reference: string },
  ours: string,
): string | undefined {
  const entries = found.items === undefined ? [reading] : reading.items(found.items);
  const known = entries.filter(
    (entry) => found.ours === undefined || entry.texts(found.ours).includes(ours),
  );
  const references = known.map((entry) => plain(firstText(entry, found.reference)));
  // A list in which nothing says which one is ours: another's case is not ours, nor is there none.
  if (found.ours === undefined && new Set(references).size > 1) throw unclear("answer-ambiguous");
  const reference = references.find((one) => one !== undefined);
  if (found.items !== undefined && known.length > 0 && reference === undefined)
    throw unclear("reference-missing");
  return reference;
}

/** What was found does not say whether they have the case, so it is not made again either. */
function unclear(code: string): NotAccepted {
  return new NotAccepted({ outcome: "retry", code });
}

function referenceIn(answer: Answer, reading: Reading, at: ReferenceAt): string | undefined {
  if ("path" in at) return plain(firstText(reading, at.path));
  const value = answer.headers[at.header.toLowerCase()]?.trim() ?? "";
  if (at.pattern === undefined) return plain(value);
  const [before = "", after = ""] = at.pattern.split("{reference}");
  const from = value.indexOf(before);
  if (from < 0) return undefined;
  const rest = /^[^/?#]*/.exec(value.slice(from + before.length))?.[0] ?? "";
  const whole = value.slice(from + before.length);
  if (after !== "" && !whole.slice(rest.length).startsWith(after)) return undefined;
  return plain(before.includes("/") ? decoded(rest) : rest);
}

/** A part of a path stands there encoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A reference is one short line, or it is none. */
function plain(reference: string | undefined): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused.
  return reference && /^[^\u0000-\u001f\u007f]{1,200}$/.test(reference) ? reference : undefined;
}

/** What goes with every write: the trace, and the key that is the same at each attempt. */
function ours({ headers, key }: Outgoing): Readonly<Record<string, string>> {
  return { ...headers, "idempotency-key": key };
}

async function orUndefined<T>(work: Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotAccepted) return undefined;
    throw error;
  }
}
