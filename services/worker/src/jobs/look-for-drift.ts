import type { Code } from "@guildhall/contract";
import {
  type AskOffice,
  type Context,
  isDriftDue,
  lookForDrift,
  type Told,
} from "@guildhall/domain";
import type { DeliveryDeps, ReadyConnector } from "./ready-connector.ts";

type OnError = (error: unknown) => void;

/** Ask back offices what they take, through the connectors of their tenants. */
export function createOfficeAsker(
  { connectorFor }: Pick<DeliveryDeps, "connectorFor">,
  onError: OnError,
): AskOffice {
  return async (ctx, id, wanted) => {
    const ready = await connectorFor(ctx, id);
    return ready && askThrough(ready, onError)(ctx, id, wanted);
  };
}

/** Compare a back office with what the mappings need of it, once a night. */
export async function lookAtNight(
  ctx: Context,
  id: string,
  { ready, onError }: { ready: ReadyConnector; onError: OnError },
): Promise<void> {
  if (await isDriftDue(ctx, id)) await lookForDrift(ctx, id, askThrough(ready, onError));
}

/** What a back office does not answer is reported, and not known to have changed. */
function askThrough(ready: ReadyConnector, onError: OnError): AskOffice {
  return async ({ tenant }, id, wanted) => {
    try {
      return await tell(ready, wanted);
    } catch (cause) {
      onError(new Error(`What ${tenant.id}/${id} takes could not be asked.`, { cause }));
      return undefined;
    }
  };
}

async function tell(
  { connector, timeoutMs, withPlace }: ReadyConnector,
  { designs, lists, names }: Parameters<AskOffice>[2],
): Promise<Told> {
  const signal = () => AbortSignal.timeout(timeoutMs);
  const described = await (designs.length === 0
    ? undefined
    : withPlace(async () => connector.describe?.(designs, signal())));
  const codes = new Map<string, readonly Code[]>();
  for (const list of lists) {
    const found = await withPlace(async () => connector.codes?.(list, signal()));
    if (found) codes.set(list, found);
  }
  const named = names && (await withPlace(async () => connector.designs?.(signal())));
  return { ...(described && { designs: described }), codes, ...(named && { names: named }) };
}
