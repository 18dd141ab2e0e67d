import { createGuard, type EgressPolicy } from "@guildhall/connectors";
import type { Config } from "@guildhall/runtime";
import type { ConnectorOptions } from "@guildhall/worker";

/** How the outside is called, and where this installation's simulators are. */
export function outsideOf(config: Config): ConnectorOptions {
  return {
    request: createGuard({ allowLoopback: loopback(config) }),
    simulators: `http://localhost:${config.simulatorsPort}`,
  };
}

/** Where subscribers may be: what an address of theirs is checked against is what their calls go through. */
export function subscribersPolicy({ allowLoopback }: Config): EgressPolicy {
  return { allowLoopback };
}

function loopback({ simulators, simulatorsPort, allowLoopback }: Config): string[] {
  return simulators
    ? [...allowLoopback, `localhost:${simulatorsPort}`, `127.0.0.1:${simulatorsPort}`]
    : [...allowLoopback];
}
