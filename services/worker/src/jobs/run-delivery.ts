import type { Connector, Evidence, Outcome, Outgoing, Ticket } from "@guildhall/contract";
import {
  beginDelivery,
  type Context,
  holdDelivery,
  type LoadedDelivery,
  loadDelivery,
  settleDelivery,
} from "@guildhall/domain";
import { StoreFault, unanswered } from "@guildhall/store";
import type { Objection } from "../check-document.ts";
import type { WriteDocument } from "../write-document.ts";
import { callMs, giveBack, outlasts } from "./claim-time.ts";

/** A connector that is ready to be spoken to. */
export interface ReadyConnector {
  readonly connector: Connector;
  readonly timeoutMs: number;
  /** Wait for a place among the calls that this back office may get at once. */
  withPlace<T>(call: () => Promise<T>): Promise<T>;
}

export interface DeliveryDeps {
  /** The document that is sent, or why there is none. */
  readonly write: WriteDocument;
  /** Undefined when the connector, or its credential, is not there. */
  connectorFor(ctx: Context, id: string): Promise<ReadyConnector | undefined>;
  readEvidence(storage: string, key: string): Promise<Uint8Array>;
  readonly onFault: (error: unknown) => void;
}

/** When the row is due again, where it is. */
export interface Ran {
  readonly dueAgainAt?: number;
}

/**
 * Send a process to the council's back office and settle it with the answer.
 *
 * The document is rendered once and kept, so every attempt sends the same bytes under the same key, and the
 * back office can tell a repeat from a new case.
 */
export async function runDelivery(ctx: Context, ticket: Ticket, deps: DeliveryDeps): Promise<Ran> {
  const loaded = await loadDelivery(ctx, ticket);
  if (!loaded) return {};
  const ready = await readyFor(ctx, loaded, deps);
  if ("code" in ready) return hold(ctx, loaded, ready);
  if (loaded.row.lastCode === unanswered && !ready.connector.canBeAsked("create")) {
    return hold(ctx, loaded, { code: "outcome-unknown" });
  }
  const document = loaded.row.frozen ? undefined : await deps.write(ctx, loaded);
  if (document && "code" in document) return hold(ctx, loaded, document);

  return ready.withPlace(async () => {
    if (!outlasts(ctx, loaded.row.leaseUntil, ready.timeoutMs)) return giveBack(ctx, ticket);
    const begun = await beginDelivery(ctx, ticket, document?.text);
    if (!begun) return {};
    const outgoing = outgoingFor(loaded, { ...begun, deps });
    const outcome = decided(await send(outgoing, ready, deps), ready.connector);
    const dueAgainAt = await settleDelivery(ctx, loaded, { outcome, attempt: begun.attempt });
    return dueAgainAt === undefined ? {} : { dueAgainAt };
  });
}

/** The connector, or why the case has to wait for a person: it is not there, or its credential does not open here. */
async function readyFor(
  ctx: Context,
  { row }: LoadedDelivery,
  { connectorFor, onFault }: DeliveryDeps,
): Promise<ReadyConnector | Objection> {
  try {
    return (await connectorFor(ctx, row.destination)) ?? { code: "connector-not-ready" };
  } catch (error) {
    if (!(error instanceof StoreFault) || error.code !== "sealed-elsewhere") throw error;
    onFault(error);
    return { code: "credential-unreadable" };
  }
}

/** Hand a case over; a fault of ours on the way leaves the same doubt as a reply that was lost. */
async function send(
  outgoing: Outgoing,
  { connector, timeoutMs }: ReadyConnector,
  { onFault }: DeliveryDeps,
): Promise<Outcome> {
  try {
    return await connector.send(outgoing, AbortSignal.timeout(callMs(timeoutMs)));
  } catch (error) {
    onFault(error);
    return { outcome: "ambiguous", code: "unexpected" };
  }
}

/**
 * Decide what an answer means for the row.
 *
 * A receiver that can be asked is asked before the next attempt, so doubt need not be a person's; an address
 * that may not be called does not get better by waiting.
 */
function decided(outcome: Outcome, connector: Connector): Outcome {
  if (outcome.outcome === "ambiguous" && connector.canBeAsked("create"))
    return { outcome: "retry", code: outcome.code };
  if (outcome.outcome === "retry" && outcome.code === "egress-blocked") {
    return { outcome: "ambiguous", code: outcome.code };
  }
  return outcome;
}

async function hold(ctx: Context, loaded: LoadedDelivery, objection: Objection): Promise<Ran> {
  await holdDelivery(ctx, loaded, objection);
  return {};
}

function outgoingFor(
  { row, reference, mapping, evidence: files }: LoadedDelivery,
  { attempt, body, deps }: { attempt: number; body: string; deps: DeliveryDeps },
): Outgoing {
  const evidence = files.map(
    ({ name, contentType, storage, key }): Evidence => ({
      name,
      contentType,
      read: () => deps.readEvidence(storage, key),
    }),
  );
  return {
    key: row.id,
    reference,
    does: "create",
    operation: mapping.operation,
    body,
    attempt,
    evidence,
    headers: {},
  };
}
