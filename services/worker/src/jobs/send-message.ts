import type { Envelope, Sender, Ticket } from "@guildhall/contract";
import {
  beginMessage,
  type Context,
  findClaimed,
  isPoison,
  type LoadedMessage,
  loadWritten,
  refuseMessage,
  settleMessage,
  type Unwritable,
} from "@guildhall/domain";
import { StoreFault, unanswered } from "@guildhall/store";
import type { Ran } from "../ran.ts";
import { callMs, giveBack, outlasts } from "./claim-time.ts";
import { counted, type OnOutcome } from "./outcome.ts";

export interface MessageDeps {
  readonly sender: Sender;
  /** What the tenant's own connectors send by; undefined for one that is not there or not ready. */
  senderFor?(ctx: Context, connector: string): Promise<Sender | undefined>;
  readonly timeoutMs: number;
  /** What is sent; throws when the council's words name something that is not there. */
  write(message: LoadedMessage): Omit<Envelope, "key">;
  readonly onFault: (error: unknown) => void;
  readonly onOutcome?: OnOutcome | undefined;
}

/**
 * Tell a citizen what happened, by email, by text or on paper, or send a letter to staff, once.
 *
 * The message is written once and kept until it is sent; a letter is kept as the words it is written from. What was
 * known to be sent is never sent again, and what may have been sent is held for a person, also when this process died
 * over it. What cannot be loaded any more is held too, or it would be claimed again at each lease for ever.
 */
export async function sendMessage(ctx: Context, ticket: Ticket, deps: MessageDeps): Promise<Ran> {
  const row = await findClaimed(ctx, ticket);
  if (!row) return {};
  const sender = await senderOf(ctx, row, deps);
  const written = sender ? await write(ctx, row, { ...deps, sender }) : notReady;
  if (!sender || "code" in written) {
    await refuseMessage(ctx, { row }, "code" in written ? written.code : notReady.code);
    return {};
  }
  if (!outlasts(ctx, row.leaseUntil, deps.timeoutMs)) return giveBack(ctx, ticket);
  return attempt(ctx, ticket, { ...deps, ...written, sender });
}

const notReady = { code: "connector-not-ready" } as const;

/** Who carries it: what is on paper the connector of its step, what a citizen is told the tenant's own account where it has one. */
async function senderOf(
  ctx: Context,
  { purpose, destination }: LoadedMessage["row"],
  { sender, senderFor }: MessageDeps,
): Promise<Sender | undefined> {
  if (purpose === "step-letter") return senderFor?.(ctx, destination);
  if (purpose === "letter") return sender;
  const { email, sms } = await ctx.catalogue.carriers();
  if (destination === "sms") return sms === undefined ? undefined : senderFor?.(ctx, sms);
  return email === undefined ? sender : senderFor?.(ctx, email);
}

/** A message that can be sent; its envelope is left out where it is frozen. */
interface Written {
  readonly loaded: LoadedMessage;
  readonly envelope?: Omit<Envelope, "key">;
}

async function attempt(
  ctx: Context,
  ticket: Ticket,
  { loaded, envelope, sender, timeoutMs, onOutcome }: Written & MessageDeps,
): Promise<Ran> {
  const label = { connector: loaded.row.destination, kind: "message", onOutcome } as const;
  const begun = await beginMessage<Omit<Envelope, "key">>(ctx, ticket);
  const message = envelope ?? begun?.frozen;
  if (!begun || !message) return {};
  const outcome = await counted(ctx, label, () =>
    sender.send({ ...message, key: ticket.id }, AbortSignal.timeout(callMs(timeoutMs))),
  );
  const dueAgainAt = await settleMessage(ctx, loaded, { outcome, attempt: begun.attempt, message });
  return dueAgainAt === undefined ? {} : { dueAgainAt };
}

/** Write a message, or say what forbids it. */
async function write(
  ctx: Context,
  row: LoadedMessage["row"],
  deps: MessageDeps,
): Promise<Written | Unwritable> {
  const code = obstacleOf(ctx, row, deps);
  if (code !== undefined) return { code };
  const loaded = await load(ctx, row, deps);
  if ("code" in loaded || loaded.row.frozen) return "code" in loaded ? loaded : { loaded };
  try {
    return { loaded, envelope: deps.write(loaded) };
  } catch (error) {
    deps.onFault(error);
    return { code: "wording-unusable" };
  }
}

/** What forbids to send at all: a sandbox writes to nobody, and what may have been sent is not sent again. */
function obstacleOf(
  { tenant }: Context,
  row: LoadedMessage["row"],
  { sender }: MessageDeps,
): string | undefined {
  if (isPoison(row)) return "poison";
  if (tenant.sandboxOf !== undefined && !sender.staysHere) return "sandbox";
  return row.lastCode === unanswered && !sender.canTellRepeats ? "outcome-unknown" : undefined;
}

/** A database that is in trouble may be well at the next try; what it gave and cannot be read stays so. */
async function load(
  ctx: Context,
  row: LoadedMessage["row"],
  { onFault }: MessageDeps,
): Promise<LoadedMessage | Unwritable> {
  try {
    return await loadWritten(ctx, row);
  } catch (error) {
    if (error instanceof StoreFault && error.code !== "sealed-elsewhere") throw error;
    onFault(error);
    return { code: "service-unreadable" };
  }
}
