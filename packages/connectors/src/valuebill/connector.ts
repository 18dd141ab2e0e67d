import type { Connector, Outcome, Outgoing } from "@guildhall/contract";
import type { Answer } from "../http/exchange.ts";
import { NotAccepted, notFound, settled } from "../not-accepted.ts";
import { seeChanges } from "./changes.ts";
import { type Client, type ClientOptions, createClient, readJson } from "./client.ts";
import { checkReport } from "./document.ts";
import { setbackOf } from "./refusal.ts";
import { Submission } from "./submission.ts";

/**
 * Send one billing authority's reports of properties to the Valuation Office.
 *
 * A report is uploaded under our key, and can be asked for under it: that is done before any second
 * attempt, and after an answer that leaves it open whether the report was taken. What the Valuation
 * Office finds in it comes later, by asking for changes.
 */
export function createValuebill(options: ClientOptions): Connector {
  const client = createClient(options);
  return {
    does: new Set(["create"]),
    canBeAsked: () => true,
    looksUp: true,
    async send(outgoing, signal) {
      const outcome = await settled(deliver(client, options, { outgoing, signal }));
      if (outcome.outcome === "ambiguous") client.forget();
      return outcome;
    },
    poll: (window, signal) => seeChanges(client, window, signal),
  };
}

interface Attempt {
  readonly outgoing: Outgoing;
  readonly signal: AbortSignal;
}

async function deliver(
  client: Client,
  options: ClientOptions,
  { outgoing, signal }: Attempt,
): Promise<Outcome> {
  const { key, body, headers, attempt } = outgoing;
  checkReport(body, options.billingAuthority);
  const find = () => findSubmission(client, options, { key, signal });
  if (attempt > 1) {
    const known = await find();
    if (known) return known;
  }
  if (outgoing.looksOnly) return notFound;
  const outcome = await settled(upload(client, options, { key, body, headers, signal }));
  if (outcome.outcome !== "ambiguous") return outcome;
  return (await orUndefined(find())) ?? outcome;
}

async function upload(
  client: Client,
  { deps }: ClientOptions,
  {
    key,
    body,
    headers,
    signal,
  }: Pick<Outgoing, "key" | "body" | "headers"> & { signal: AbortSignal },
): Promise<Outcome> {
  const answer = await client.upload({ reference: key, xml: body, headers }, signal);
  if (answer.status < 300) {
    return ofThisKey(answer, key) ?? { outcome: "ambiguous", code: "reference-missing" };
  }
  // It says that it has our key already: which is true only if it can be asked for.
  if (answer.status === 409) return { outcome: "ambiguous", code: "already-exists" };
  return setbackOf(answer, deps.now());
}

/** Ask for the report by our key. A question that fails is no answer: ask again later. */
async function findSubmission(
  client: Client,
  { deps }: ClientOptions,
  { key, signal }: { key: string; signal: AbortSignal },
): Promise<Outcome | undefined> {
  const answer = await harmless(client.submission(key, signal));
  const found = answer.status < 300 ? ofThisKey(answer, key) : undefined;
  if (found) return { ...found, duplicate: true };
  if (answer.status === 404) return undefined;
  throw new NotAccepted({ ...setbackOf(answer, deps.now()), outcome: "retry" });
}

function ofThisKey(answer: Answer, key: string) {
  const read = Submission.safeParse(readJson(answer));
  const isThis = read.success && read.data.reference === key;
  return isThis ? ({ outcome: "accepted", reference: key } as const) : undefined;
}

/** A question changes nothing there, so an unclear ending is a plain retry. */
async function harmless<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof NotAccepted)) throw error;
    throw new NotAccepted({ ...error.outcome, outcome: "retry" });
  }
}

async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotAccepted) return undefined;
    throw error;
  }
}
