import type { Envelope, Sender, Ticket } from "@guildhall/contract";
import {
  beginMessage,
  type Context,
  type LoadedMessage,
  loadMessage,
  refuseMessage,
  settleMessage,
} from "@guildhall/domain";
import { unanswered } from "@guildhall/store";
import type { Ran } from "../ran.ts";
import { callMs, giveBack, outlasts } from "./claim-time.ts";
import { counted, type OnOutcome } from "./outcome.ts";

export interface MessageDeps {
  readonly sender: Sender;
  readonly timeoutMs: number;
  /** What is sent; throws when the council's words name something that is not there. */
  write(message: LoadedMessage): Omit<Envelope, "key">;
  readonly onFault: (error: unknown) => void;
  readonly onOutcome?: OnOutcome | undefined;
}

/**
 * Tell a citizen what happened, or send a letter, once.
 *
 * The message is written once and kept until it is sent; a letter is kept as the words it is written from. What was known to be sent is never sent again, and what may have been
 * sent is held for a person, also when this process died over it.
 */
export async function sendMessage(ctx: Context, ticket: Ticket, deps: MessageDeps): Promise<Ran> {
  const loaded = await loadMessage(ctx, ticket);
  if (!loaded) return {};
  const obstacle = obstacleOf(ctx, loaded, deps);
  if (obstacle !== undefined) {
    await refuseMessage(ctx, loaded, obstacle);
    return {};
  }
  const written = write(loaded, deps);
  if (written.fault) {
    await refuseMessage(ctx, loaded, "wording-unusable");
    return {};
  }
  if (!outlasts(ctx, loaded.row.leaseUntil, deps.timeoutMs)) return giveBack(ctx, ticket);
  const begun = await beginMessage<Omit<Envelope, "key">>(ctx, ticket);
  const message = written.envelope ?? begun?.frozen;
  if (!begun || !message) return {};
  const envelope = { ...message, key: ticket.id };
  const label = { connector: loaded.row.destination, kind: "message" } as const;
  const outcome = await counted(ctx, { ...label, onOutcome: deps.onOutcome }, () =>
    deps.sender.send(envelope, AbortSignal.timeout(callMs(deps.timeoutMs))),
  );
  const dueAgainAt = await settleMessage(ctx, loaded, { outcome, attempt: begun.attempt, message });
  return dueAgainAt === undefined ? {} : { dueAgainAt };
}

/** What forbids to send at all: a sandbox writes to nobody, and what may have been sent is not sent again. */
function obstacleOf(
  { tenant }: Context,
  { row }: LoadedMessage,
  { sender }: MessageDeps,
): string | undefined {
  if (tenant.sandboxOf !== undefined && !sender.staysHere) return "sandbox";
  return row.lastCode === unanswered && !sender.canTellRepeats ? "outcome-unknown" : undefined;
}

function write(
  loaded: LoadedMessage,
  deps: MessageDeps,
): { envelope?: Omit<Envelope, "key">; fault?: true } {
  if (loaded.row.frozen) return {};
  try {
    return { envelope: deps.write(loaded) };
  } catch (error) {
    deps.onFault(error);
    return { fault: true };
  }
}
