import { createGuard, type EgressPolicy, traceCalls } from "@guildhall/connectors";
import type { Config } from "@guildhall/runtime";
import type { ConnectorOptions } from "@guildhall/worker";

/** How the outside is called, and where this installation's simulators are. */
export function outsideOf(config: Config): ConnectorOptions {
  return {
    request: traceCalls(createGuard({ allowLoopback: loopback(config) })),
    simulators: `http://localhost:${config.simulatorsPort}`,
  };
}

/**
 * What vendors and partners may have called: their webhooks, and where they publish their keys.
 *
 * An internal address that is open to a connector is not open to them, or they could try what answers there.
 */
export function callbackPolicy({ allowLoopbackCallbacks }: Config): EgressPolicy {
  return { allowLoopback: allowLoopbackCallbacks };
}

function loopback({ simulators, simulatorsPort, allowLoopback }: Config): string[] {
  return simulators
    ? [...allowLoopback, `localhost:${simulatorsPort}`, `127.0.0.1:${simulatorsPort}`]
    : [...allowLoopback];
}
