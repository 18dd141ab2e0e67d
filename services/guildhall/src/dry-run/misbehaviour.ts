import type { ConnectorDefinition, DryRunFault } from "@guildhall/contract";
import type { Misbehaviour } from "@guildhall/domain";
import { z } from "zod";
import { simulatorOf } from "./simulator.ts";

/** So slow that it is seen, and nothing gives up. */
const slowMs = 3000;
const longestMs = 10_000;
const CaseFault = z.object({ actedOut: z.array(z.string()) });

/** What each fault is to a simulator: once where a second try is to find it well. */
const settings: Readonly<Record<DryRunFault, object>> = {
  slow: { slow: { ms: slowMs, times: 1 } },
  refused: { refused: {} },
  "lost-reply": { "lost-reply": { times: 1 } },
  "duplicate-callback": { "duplicate-callback": {} },
  "unknown-status": { "unknown-status": {} },
};

/** How a connector's simulator is made to misbehave for one case; undefined where it has none. */
export function misbehaviourOf(
  connector: Pick<ConnectorDefinition, "address">,
  simulators: string,
): Misbehaviour | undefined {
  const base = simulatorOf(connector, simulators);
  if (base === undefined) return undefined;
  const ask = (reference: string, init: RequestInit = {}) =>
    fetch(`${base}/faults/${reference}`, { ...init, signal: AbortSignal.timeout(longestMs) });
  return {
    async set(reference, fault) {
      const body = JSON.stringify(settings[fault]);
      const { ok, status } = await ask(reference, { method: "PUT", body });
      if (!ok) throw new Error(`The simulator answered ${status} where a fault was to be set`);
    },
    async hasCome(reference) {
      const response = await ask(reference);
      return response.ok && CaseFault.parse(await response.json()).actedOut.length > 0;
    },
    clear: async (reference) => {
      await ask(reference, { method: "DELETE" });
    },
  };
}
