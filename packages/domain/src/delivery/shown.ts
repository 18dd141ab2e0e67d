import type { DeliveryAttempt, Exchange, SentDocument } from "@guildhall/contract";
import {
  type AttemptRow,
  findProcessWithAnswers,
  listAttempts,
  listCorrections,
  listNotes,
  listProcessDocuments,
  type OutboxRow,
  openBody,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { createMask, type Mask, withoutCredentials } from "../ledger/mask.ts";
import { maskedDocument } from "../ledger/masked-document.ts";
import { instant } from "../process/present.ts";
import { wordsOfCode } from "./code-words.ts";

/** How a text that was sent or answered is shown. */
export type Show = (text: string) => string;

/** Show texts of a process masked: nothing that its citizen or an officer gave is in them. */
export async function maskFor(ctx: Context, process: string): Promise<Show> {
  const mask = await maskOf(ctx, process);
  return (text) => maskedDocument(text, mask);
}

/** The mask itself, for texts that are no documents. */
export async function maskOf({ db }: Context, process: string): Promise<Mask> {
  const found = await findProcessWithAnswers(db, process);
  const corrections = await listCorrections(db, process);
  const notes = await listNotes(db, process);
  const documents = await listProcessDocuments(db, process);
  return createMask({
    given: [
      found?.asSent,
      corrections.map(({ value, reason }) => [value, reason]),
      notes.map(({ contents }) => contents),
      documents.map(({ name, label }) => [name, label]),
    ],
    kept: [process, found?.reference ?? ""],
  });
}

/** Show texts as they were, but for what opens something. */
export const whole: Show = withoutCredentials;

/** The attempts at a delivery, the first first. */
export async function shownAttempts(
  { db }: Context,
  delivery: string,
  show: Show,
): Promise<DeliveryAttempt[]> {
  return (await listAttempts(db, delivery)).map((row) => presentAttempt(row, show));
}

function presentAttempt(row: AttemptRow, show: Show): DeliveryAttempt {
  const { attempt, outcome, code, exchanges } = row;
  return {
    attempt,
    begunAt: instant(row.begunAt),
    endedAt: instant(row.endedAt),
    outcome,
    ...(code === null ? {} : { code, codeText: wordsOfCode(code).means }),
    exchanges: exchanges.map((exchange) => presentExchange(exchange, show)),
  };
}

/** A path may hold what the citizen gave, a vendor's answer anything; where a back office is is the council's own. */
function presentExchange({ url, response, ...rest }: Exchange, show: Show): Exchange {
  const origin = URL.canParse(url) ? new URL(url).origin : "";
  return {
    ...rest,
    url: `${origin}${show(url.slice(origin.length))}`,
    ...(response === undefined ? {} : { response: show(response) }),
  };
}

/** What every attempt at a delivery sends, where it is known yet. */
export async function shownDocument(
  ctx: Context,
  row: OutboxRow,
  show: Show,
): Promise<SentDocument | undefined> {
  const body = await openBody(ctx.db, row.id);
  if (body === undefined) return undefined;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { format: await formatOf(ctx, row), text: show(text), masked: show !== whole };
}

/** What a delivery is written in: a mapping's own format, or JSON for what follows a case. */
export async function formatOf(ctx: Context, row: OutboxRow): Promise<SentDocument["format"]> {
  if (row.operation !== "create") return "json";
  const process = await findProcessWithAnswers(ctx.db, row.process);
  if (!process) return "json";
  const service = await ctx.catalogue.version(process.service, row.writtenBy ?? process.version);
  const mapping = service.definition.mappings.find(({ id }) => id === row.purpose);
  return mapping?.format ?? "json";
}
