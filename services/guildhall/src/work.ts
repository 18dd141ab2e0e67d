import { createGuard } from "@guildhall/connectors";
import type { Sender } from "@guildhall/contract";
import {
  type ConnectorOptions,
  createConnectors,
  createDocumentWriter,
  createHandler,
  createWriter,
  type DeliveryDeps,
  Lines,
  Poller,
} from "@guildhall/worker";
import { callbackPolicy } from "./outside.ts";
import type { Parts } from "./parts.ts";

export interface Outside extends ConnectorOptions {
  readonly sender: Sender;
  /** What cases are handed over with, where it is not the tenants' own connectors. */
  readonly connectorFor?: DeliveryDeps["connectorFor"] | undefined;
}

/** What is done with what is owed, and what asks back offices for news. */
export function createWork(parts: Parts, { sender, ...outside }: Outside) {
  const { config, groundFor, relay, report, files, checker } = parts;
  const own = createConnectors(outside);
  const connectorFor = outside.connectorFor ?? own;
  const write = createWriter({ publicUrl: config.publicUrl, fromAddress: config.mailFrom });
  const handle = createHandler({
    groundFor,
    relay,
    delivery: {
      write: createDocumentWriter({ checker, onFault: report }),
      connectorFor,
      readEvidence: files.readWhole,
      onFault: report,
    },
    message: { sender, timeoutMs: 60_000, write, onFault: report },
    webhook: {
      request: createGuard(callbackPolicy(config)),
      lines: new Lines({ now: Date.now }),
      timeoutMs: 15_000,
      onFault: report,
    },
  });
  return { handle, poller: new Poller({ groundFor, connectorFor: own, onError: report }) };
}
