import { createGuard, traceCalls } from "@guildhall/connectors";
import type { Chore, Sender } from "@guildhall/contract";
import type { Mending, Watching } from "@guildhall/domain";
import { type Carried, isChore } from "@guildhall/queue";
import {
  alarmErrand,
  type ConnectorOptions,
  createConnectors,
  createDocumentWriter,
  createHandler,
  createOfficeAsker,
  createTenantSenders,
  createWriter,
  type DeliveryDeps,
  draftErrand,
  type Errand,
  healthErrand,
  informationErrand,
  Poller,
  publicationErrand,
  ReceiverLimits,
  Reconciler,
  waitErrand,
} from "@guildhall/worker";
import { countOutcomes } from "./count-outcomes.ts";
import { createMending, endingsOfDoor } from "./mending.ts";
import { callbackPolicy } from "./outside.ts";
import type { Parts } from "./parts.ts";
import { createScans } from "./scans.ts";
import { tendedTenants } from "./tended-tenants.ts";

export interface Outside extends ConnectorOptions {
  readonly sender: Sender;
  /** What cases are handed over with, where it is not the tenants' own connectors. */
  readonly connectorFor?: DeliveryDeps["connectorFor"] | undefined;
}

/** What is done with what is owed, and what asks back offices for news. */
export function createWork(parts: Parts, { sender, ...outside }: Outside) {
  const { config, groundFor, relay, report, files, checker, chores, metrics } = parts;
  const own = createConnectors(outside);
  const connectorFor = outside.connectorFor ?? own;
  const write = createWriter({ fromAddress: config.mailFrom });
  const writeDocument = createDocumentWriter({ checker, onFault: report });
  const mending = createMending({ write: writeDocument, connectorFor });
  const senderFor = createTenantSenders(outside);
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
    message: { sender, senderFor, timeoutMs: 60_000, write, onFault: report, onOutcome },
    webhook: {
      request: traceCalls(createGuard(callbackPolicy(config))),
      limits: new ReceiverLimits({ now: Date.now }),
      timeoutMs: 15_000,
      onFault: report,
      onOutcome,
    },
  });
  const scans = createScans(parts);
  const doChore = (chore: Chore) =>
    chore.kind === "scan" ? scans.handle(chore) : chores.handle(chore);
  const handle = (carried: Carried) => (isChore(carried) ? doChore(carried) : settle(carried));
  const poller = new Poller({ groundFor, connectorFor: own, onError: report });
  const askOffice = createOfficeAsker({ connectorFor }, report);
  return {
    handle,
    poller,
    scans,
    mending,
    askOffice,
    errands: errandsOf(parts, mending),
    upkeep: createReconciler(parts),
  };
}

function errandsOf({ config, files, chores, report }: Parts, { canBeAsked }: Mending): Errand[] {
  const endings: Watching["endings"] = async ({ tenant }) => endingsOfDoor(tenant, config);
  return [
    alarmErrand({ canBeAsked, endings }),
    healthErrand,
    draftErrand(files.remove),
    publicationErrand(report),
    waitErrand(report),
    informationErrand(report),
    chores.errand,
  ];
}

function createReconciler({ store, groundFor, queue, metrics, report }: Parts): Reconciler {
  return new Reconciler({
    tenants: () => tendedTenants(store),
    groundFor,
    queue: queue.queue,
    onRound: metrics.reconciled,
    onError: report,
  });
}
