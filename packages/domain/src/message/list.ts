import {
  type DeliveryState,
  type Message,
  Problem,
  type ServiceDefinition,
} from "@guildhall/contract";
import { contactOf } from "@guildhall/forms";
import {
  findOutbox,
  findProcessWithAnswers,
  listOwed,
  type OutboxRow,
  stateOfOwed,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { timeOfId } from "../ids.ts";
import { instant } from "../process/present.ts";
import { reachProcess } from "../process/reach.ts";

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
  const recipient = await recipientOf(ctx, row);
  return {
    id: row.id,
    ...(isOfProcess(row) ? { process: row.process } : {}),
    about: row.process,
    purpose: row.purpose,
    channel: row.destination,
    state: stateOfOwed(row),
    attempts: row.attempts,
    at: instant(timeOfId(row.id)),
    ...(row.settledAt === null ? {} : { settledAt: instant(row.settledAt) }),
    ...(row.lastCode === null ? {} : { lastCode: row.lastCode }),
    ...(recipient === undefined ? {} : { recipient }),
  };
}

function isOfProcess({ process }: OutboxRow): boolean {
  return process.startsWith("prc_");
}

/**
 * Whom it is for: the citizen's address, masked for whoever may not read the process that has it; undefined also where
 * the service is gone that says which answer it is, or the message that fails for that could not be seen.
 */
async function recipientOf(ctx: Context, row: OutboxRow): Promise<string | undefined> {
  if (!isOfProcess(row)) return undefined;
  const process = await findProcessWithAnswers(ctx.db, row.process);
  if (!process) return undefined;
  const definition = await definitionOf(ctx, process);
  const { email } = definition ? contactOf(definition, process.answers) : {};
  return email === undefined || ctx.scopes.has("processes:read") ? email : masked(email);
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

/** Enough of an address to recognise one's own by. */
function masked(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${name.slice(0, 1)}…@${host.slice(0, 1)}…`;
}
