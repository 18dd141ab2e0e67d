import type { Outcome, Outgoing, ReferenceAt } from "@guildhall/contract";
import type { Answer } from "../http/exchange.ts";
import { NotAccepted, notFound, settled } from "../not-accepted.ts";
import type { Desk } from "./desk.ts";
import { findReference, plain } from "./find.ts";
import { commonFacts, factsOf, readFile, readUpdate } from "./follow-up.ts";
import { judge, type Verdict } from "./judge.ts";
import { firstText, type Reading, readAnswer } from "./reading.ts";

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
  if (outgoing.looksOnly && find) return notFound;
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
