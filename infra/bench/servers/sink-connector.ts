import { createGuard, type GuardedRequest, GuardFault } from "@guildhall/connectors";
import type { Connector, Outcome, Outgoing } from "@guildhall/contract";
import type { ReadyConnector } from "@guildhall/worker";
import { outcomeOfFault, outcomeOfStatus } from "../../../packages/connectors/src/http/outcome.ts";
import { Places } from "../../../services/worker/src/places.ts";

/** A connector for the bench's back office: one guarded POST of the document, and the status is the answer. */
export function sinkConnector(port: number): ReadyConnector {
  const request = createGuard({ allowLoopback: [`127.0.0.1:${port}`] });
  const parallel = 64;
  const places = new Places(parallel);
  const connector: Connector = {
    does: new Set(["create"]),
    canBeAsked: () => false,
    send: (outgoing, signal) => send(request, port, { outgoing, signal }),
  };
  return {
    connector,
    timeoutMs: 30_000,
    parallel,
    withPlace: (call, late) => places.with(call, late),
  };
}

async function send(
  request: GuardedRequest,
  port: number,
  { outgoing, signal }: { outgoing: Outgoing; signal: AbortSignal },
): Promise<Outcome> {
  const call = {
    method: "POST",
    url: `http://127.0.0.1:${port}/`,
    headers: { "content-type": "text/xml; charset=utf-8", "idempotency-key": outgoing.key },
    body: outgoing.body,
  } as const;
  try {
    const answer = await request(call, signal);
    if (answer.status === 200) return { outcome: "accepted", reference: outgoing.reference };
    return outcomeOfStatus(answer, new Date());
  } catch (error) {
    if (error instanceof GuardFault) return outcomeOfFault(error);
    throw error;
  }
}
