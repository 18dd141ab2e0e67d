import type { Evidence, Outcome, Outgoing } from "@guildhall/contract";
import { z } from "zod";
import { harmless, NotAccepted, notFound, type Setback, settled } from "../not-accepted.ts";
import type { AlloyClient } from "./client.ts";
import { type Document, readDocument, toItem } from "./item.ts";
import type { ItemLog } from "./item-log.ts";
import type { Links } from "./links.ts";
import { findItems, ItemId } from "./search.ts";
import type { AlloySettings } from "./settings.ts";

/** One council's Alloy, as its operations need it. */
export interface Alloy {
  readonly api: AlloyClient;
  readonly links: Links;
  readonly log: ItemLog;
  readonly settings: AlloySettings;
}

/** Make a case there, and once only: before any second attempt, and after an unclear first one, it is searched for. */
export async function createCase(
  alloy: Alloy,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Outcome> {
  const document = readDocument(outgoing.body);
  const find = () => findCase(alloy, document.design, outgoing.reference, signal);
  if (outgoing.attempt > 1) {
    const known = await find();
    if (known) return known;
  }
  if (outgoing.looksOnly) return notFound;
  const { item, isRemembered } = await prepare(alloy, document, outgoing, signal);
  const outcome = await settled(create(alloy.api, item, outgoing, signal));
  if (outcome.outcome === "accepted") return outcome;
  if (mayExist(outcome)) return (await orUndefined(find())) ?? outcome;
  if (outcome.code !== "linked-item-gone" || !isRemembered) return outcome;
  alloy.links.forget();
  return { ...outcome, outcome: "retry" };
}

/** Do all that can fail without leaving a case behind: resolve the links, then upload the files. */
async function prepare(
  { api, links, settings }: Alloy,
  document: Document,
  { reference, evidence }: Outgoing,
  signal: AbortSignal,
): Promise<{ item: string; isRemembered: boolean }> {
  const linked = await harmless(links.resolve(document.links, signal));
  const files = await harmless(uploadAll(api, evidence, signal));
  const attached = files.length > 0 && { [settings.evidence]: files };
  const values = { ...linked.ids, ...attached, [settings.reference]: reference };
  return { item: toItem(document, values), isRemembered: linked.isRemembered };
}

async function uploadAll(api: AlloyClient, evidence: readonly Evidence[], signal: AbortSignal) {
  const ids: string[] = [];
  for (const file of evidence) {
    const reply = z.object({ fileItemId: ItemId }).safeParse(await api.upload(file, signal));
    if (!reply.success) throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
    ids.push(reply.data.fileItemId);
  }
  return ids;
}

async function create(
  api: AlloyClient,
  item: string,
  { headers, key }: Outgoing,
  signal: AbortSignal,
): Promise<Outcome> {
  const reply = await api.post("item", item, { ...headers, "idempotency-key": key }, signal);
  const parsed = z.object({ item: z.object({ itemId: ItemId }) }).safeParse(reply);
  if (parsed.success) return { outcome: "accepted", reference: parsed.data.item.itemId };
  return { outcome: "ambiguous", code: "reference-missing" };
}

/** Ask for the case by our reference, open or archived. A question that fails is no answer: ask again later. */
async function findCase(
  { api, settings }: Alloy,
  design: string,
  text: string,
  signal: AbortSignal,
): Promise<Outcome | undefined> {
  const query = {
    design,
    attribute: settings.reference,
    text,
    collections: ["Live", "Archive"],
  } as const;
  try {
    const [reference] = await findItems(api, query, signal);
    return reference ? { outcome: "accepted", reference, duplicate: true } : undefined;
  } catch (error) {
    if (error instanceof NotAccepted && error.outcome.outcome !== "retry") {
      throw new NotAccepted({ outcome: "retry", code: error.outcome.code });
    }
    throw error;
  }
}

function mayExist({ outcome, code }: Setback): boolean {
  return outcome === "ambiguous" || code === "already-exists" || code === "attribute-not-unique";
}

async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotAccepted) return undefined;
    throw error;
  }
}
