import { recordExchanges } from "@guildhall/connectors";
import type { Connector, Evidence, Exchange, Outcome, Outgoing } from "@guildhall/contract";
import type { Context, LoadedDelivery, LoadedFollowUp } from "@guildhall/domain";
import { callMs } from "./claim-time.ts";
import { decided, lookingFor } from "./doubt.ts";
import { counted } from "./outcome.ts";
import type { DeliveryDeps, ReadyConnector } from "./ready-connector.ts";

/** What is handed over: a case that is to be made, or what follows one. */
export type Loaded = LoadedDelivery | LoadedFollowUp;

/** A call that was made: what it was answered, what that means for the row, and what it was made of. */
export interface Called {
  readonly outcome: Outcome;
  readonly call: {
    readonly begunAt: number;
    readonly outcome: Outcome;
    readonly exchanges: readonly Exchange[];
  };
}

/** Hand something over to a back office, and say what its answer means for the row. */
export async function sendToConnector(
  ctx: Context,
  loaded: Loaded,
  {
    ready,
    deps,
    ...begun
  }: {
    readonly attempt: number;
    readonly body: string;
    readonly ready: ReadyConnector;
    readonly deps: DeliveryDeps;
  },
): Promise<Called> {
  const looks = await lookingFor(ctx, loaded, ready);
  const outgoing = outgoingFor(loaded, { ...begun, looksOnly: looks.only, deps });
  const begunAt = ctx.now();
  const exchanges: Exchange[] = [];
  const label = { connector: loaded.row.destination, kind: "delivery" } as const;
  const outcome = await counted(ctx, { ...label, onOutcome: deps.onOutcome }, () =>
    recordExchanges(exchanges, () => send(outgoing, { ready, deps, exchanges })),
  );
  const means = decided(outcome, looks);
  return { outcome: means, call: { begunAt, outcome, exchanges } };
}

/**
 * Hand a case over. A fault of ours on the way leaves the same doubt as a reply that was lost, unless no call had
 * left this process by then.
 */
async function send(
  outgoing: Outgoing,
  {
    ready,
    deps,
    exchanges,
  }: {
    readonly ready: ReadyConnector;
    readonly deps: DeliveryDeps;
    readonly exchanges: readonly Exchange[];
  },
): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(callMs(ready.timeoutMs));
    return await ready.connector.send(outgoing, signal);
  } catch (error) {
    deps.onFault(error);
    return { outcome: exchanges.length === 0 ? "retry" : "ambiguous", code: "unexpected" };
  }
}

function outgoingFor(
  loaded: Loaded,
  {
    attempt,
    body,
    looksOnly,
    deps,
  }: { attempt: number; body: string; looksOnly: boolean; deps: DeliveryDeps },
): Outgoing {
  const { row, reference } = loaded;
  const evidence = loaded.evidence.map(
    ({ name, contentType, storage, key }): Evidence => ({
      name,
      contentType,
      read: () => deps.readEvidence(storage, key),
    }),
  );
  const toCase =
    "does" in loaded
      ? { does: loaded.does, operation: loaded.does, theirReference: loaded.theirReference }
      : {
          does: "create" as const,
          operation: loaded.mapping.operation,
          theirReference: row.reference ?? undefined,
        };
  const looks = looksOnly && { looksOnly };
  return { key: row.id, reference, ...toCase, body, attempt, ...looks, evidence, headers: {} };
}

/** Why a back office cannot be told of this at all; undefined where it can. */
export function obstacleTo(
  connector: Connector,
  loaded: Loaded,
  isUnanswered: boolean,
): string | undefined {
  const operation = "does" in loaded ? loaded.does : "create";
  if (!connector.does.has(operation)) return "operation-unknown";
  if ("does" in loaded && loaded.theirReference === undefined) return "case-unknown";
  return isUnanswered && !connector.canBeAsked(operation) ? "outcome-unknown" : undefined;
}
