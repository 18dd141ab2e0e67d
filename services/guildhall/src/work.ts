import { createGuard, traceCalls } from "@guildhall/connectors";
import type { Sender } from "@guildhall/contract";
import { type Carried, isChore } from "@guildhall/queue";
import {
  AlarmWatch,
  type ConnectorOptions,
  createConnectors,
  createDocumentWriter,
  createHandler,
  createOfficeAsker,
  createWriter,
  type DeliveryDeps,
  Lines,
  Poller,
  Reconciler,
} from "@guildhall/worker";
import { countOutcomes } from "./count-outcomes.ts";
import { createMending, endingsOfDoor } from "./mending.ts";
import { callbackPolicy } from "./outside.ts";
import type { Parts } from "./parts.ts";
import { tendedTenants } from "./tended-tenants.ts";

export interface Outside extends ConnectorOptions {
  readonly sender: Sender;
  /** What cases are handed over with, where it is not the tenants' own connectors. */
  readonly connectorFor?: DeliveryDeps["connectorFor"] | undefined;
}

/** What is done with what is owed, and what asks back offices for news. */
export function createWork(parts: Parts, { sender, ...outside }: Outside) {
  const { config, groundFor, relay, report, files, checker, chores, metrics, store } = parts;
  const own = createConnectors(outside);
  const connectorFor = outside.connectorFor ?? own;
  const write = createWriter({ publicUrl: config.publicUrl, fromAddress: config.mailFrom });
  const writeDocument = createDocumentWriter({ checker, onFault: report });
  const mending = createMending({ write: writeDocument, connectorFor });
  const onOutcome = countOutcomes(metrics);
  const settle = createHandler({
    groundFor,
    relay,
    delivery: {
      write: writeDocument,
      connectorFor,
      readEvidence: files.readWhole,
      onFault: report,
      onOutcome,
    },
    message: { sender, timeoutMs: 60_000, write, onFault: report, onOutcome },
    webhook: {
      request: traceCalls(createGuard(callbackPolicy(config))),
      lines: new Lines({ now: Date.now }),
      timeoutMs: 15_000,
      onFault: report,
      onOutcome,
    },
  });
  const handle = (carried: Carried) =>
    isChore(carried) ? chores.handle(carried) : settle(carried);
  const reconciler = new Reconciler({
    tenants: () => tendedTenants(store),
    groundFor,
    queue: parts.queue.queue,
    onRound: metrics.reconciled,
    onError: report,
  });
  const alarms = new AlarmWatch({
    groundFor,
    canBeAsked: mending.canBeAsked,
    endings: async ({ tenant }) => endingsOfDoor(tenant, config),
    now: Date.now,
    onError: report,
  });
  const poller = new Poller({ groundFor, connectorFor: own, onError: report });
  const askOffice = createOfficeAsker({ connectorFor }, report);
  return { handle, poller, alarms, mending, askOffice, upkeep: together([chores, reconciler]) };
}

interface Started {
  start(): void;
  stop(): void;
}

function together(all: readonly Started[]): Started {
  return {
    start: () => {
      for (const one of all) one.start();
    },
    stop: () => {
      for (const one of all) one.stop();
    },
  };
}
