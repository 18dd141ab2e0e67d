import {
  type DeliveryState,
  type Message,
  Problem,
  type ServiceDefinition,
} from "@guildhall/contract";
import {
  findOutbox,
  findProcessWithAnswers,
  findReceipt,
  listOwed,
  type OutboxRow,
  type ReceiptRow,
  stateOfOwed,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { followerPurpose } from "../follower/update.ts";
import { timeOfId } from "../ids.ts";
import { instant } from "../process/present.ts";
import { reachProcess } from "../process/reach.ts";
import { recipientOf } from "./recipient.ts";

export interface MessageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: readonly DeliveryState[] | undefined;
  readonly process?: string | undefined;
}

/** List what people were told or are to be told, newest first; a token for one process lists nothing. */
export async function listMessages(
  ctx: Context,
  { limit, cursor, state, process }: MessageQuery,
): Promise<{ data: Message[]; nextCursor?: string }> {
  requireScope(ctx, "messages:read");
  if (ctx.only) throw new Problem("scope-missing");
  const filter = { kind: "message", limit, before: cursor, states: state, process } as const;
  const { rows, next } = await listOwed(ctx.db, filter);
  const data = await Promise.all(rows.map((row) => presentMessage(ctx, row)));
  return next === undefined ? { data } : { data, nextCursor: next };
}

/**
 * See one message: whether and when it was sent, not what it says.
 *
 * @throws Problem `not-found`
 */
export async function getMessage(ctx: Context, id: string): Promise<Message> {
  requireScope(ctx, "messages:read");
  const row = await findOutbox(ctx.db, id);
  if (row?.kind !== "message") throw new Problem("not-found");
  if (ctx.only) await reachProcess(ctx, row.process);
  return presentMessage(ctx, row);
}

export async function presentMessage(ctx: Context, row: OutboxRow): Promise<Message> {
  const recipient = await shownRecipient(ctx, row);
  const fate = fateOf(row, await findReceipt(ctx.db, row.id));
  return {
    id: row.id,
    ...(isOfProcess(row) ? { process: row.process } : {}),
    about: row.process,
    purpose: row.purpose,
    channel: row.destination,
    state: stateOfOwed(row),
    ...(fate ? { fate } : {}),
    attempts: row.attempts,
    at: instant(timeOfId(row.id)),
    ...(row.settledAt === null ? {} : { settledAt: instant(row.settledAt) }),
    ...(row.lastCode === null ? {} : { lastCode: row.lastCode }),
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(recipient === undefined ? {} : { recipient }),
  };
}

/** What is known of a message since it was handed over. */
function fateOf({ state }: OutboxRow, receipt: ReceiptRow | undefined): Message["fate"] {
  if (receipt?.applied) return receipt.fate;
  return state === "accepted" ? "sent" : undefined;
}

function isOfProcess({ process }: OutboxRow): boolean {
  return process.startsWith("prc_");
}

/**
 * Whom it is for, of a follower nobody is told: the citizen's address, masked for whoever may not read the process that has it; undefined also where
 * the service is gone that says which answer it is, or the message that fails for that could not be seen.
 */
async function shownRecipient(ctx: Context, row: OutboxRow): Promise<string | undefined> {
  if (!isOfProcess(row) || row.purpose === followerPurpose) return undefined;
  const process = await findProcessWithAnswers(ctx.db, row.process);
  if (!process) return undefined;
  const definition = await definitionOf(ctx, process);
  const to = definition && recipientOf(row, definition, process.answers)?.to;
  return to === undefined || ctx.scopes.has("processes:read") ? to : masked(to);
}

async function definitionOf(
  { catalogue }: Context,
  { service, version }: { service: string; version: number },
): Promise<ServiceDefinition | undefined> {
  try {
    return (await catalogue.version(service, version)).definition;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return undefined;
  }
}

/** Enough of an address or a number to recognise one's own by. */
function masked(to: string): string {
  const [name = "", host = ""] = to.split("@");
  if (!to.includes("@")) return `…${to.slice(-3)}`;
  return `${name.slice(0, 1)}…@${host.slice(0, 1)}…`;
}
