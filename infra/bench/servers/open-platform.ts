import { join } from "node:path";
import { createApi } from "@guildhall/api";
import type { Ticket } from "@guildhall/contract";
import {
  createAuthenticator,
  createGrounds,
  createIds,
  createPaymentDesk,
  type Ground,
} from "@guildhall/domain";
import { createMailbox } from "@guildhall/notify";
import { openQueue } from "@guildhall/queue";
import { type Config, loadRootKey } from "@guildhall/runtime";
import { Store } from "@guildhall/store";
import {
  createDocumentWriter,
  createHandler,
  createWriter,
  Relay,
  type WorkerDeps,
} from "@guildhall/worker";
import { createSchemaChecker } from "@guildhall/xml";
import { createFiles } from "../../../services/guildhall/src/files.ts";
import type { Platform } from "../../../services/guildhall/src/platform.ts";
import { openCrashJournal } from "../../../services/guildhall/src/supervise/crash-journal.ts";
import { sinkConnector } from "./sink-connector.ts";

export interface PlatformOptions {
  readonly config: Config;
  /** Where the back office listens; without one nothing is delivered. */
  readonly sinkPort: number | undefined;
}

/** The product's own parts put together as in its server, but for the connector, which leads to the bench's back office. */
export async function openPlatform({ config, sinkPort }: PlatformOptions): Promise<Platform> {
  const report = (error: unknown) => process.stderr.write(`${describe(error)}\n`);
  const store = await openStore(config);
  const { queue, carrier, close } = await openQueue({
    kind: config.queue,
    directory: join(config.data, "redis"),
    prefix: "guildhall",
    searchPath: config.searchPath,
    onError: report,
  });
  const now = Date.now;
  const groundFor = (tenant: string): Promise<Ground | undefined> => grounds(tenant);
  const relay = new Relay({ carrier: queue, groundFor, now, onError: report });
  const { publicUrl } = config;
  const grounds = createGrounds({ store, publicUrl, handover: relay, ids: createIds(now), now });
  const files = createFiles(join(config.data, "documents"));
  const mailbox = createMailbox(join(config.data, "mailbox"));
  const deps = { config, groundFor, relay, report, mailbox, files };
  return {
    store,
    api: createApi({
      publicUrl,
      groundFor,
      identify: createAuthenticator(),
      listTenants: async () => [],
      files,
      payments: noPayments(publicUrl),
      reportFault: report,
    }),
    mailbox,
    reportFault: report,
    carrier,
    groundFor,
    start: async () => {
      // A process that only serves the API hands nothing over.
      if (sinkPort === undefined) return relay.stop();
      queue.work(createWork(deps, sinkPort), { concurrency: config.concurrency });
      await relay.start((await store.tenants()).map(({ definition }) => definition.id));
    },
    close: async () => {
      relay.stop();
      await close({ deadlineMs: 5000 });
      await mailbox.close();
      store.close();
    },
  };
}

/** Nothing of the bench's is paid for. */
function noPayments(publicUrl: string) {
  const providerFor = async () => undefined;
  return createPaymentDesk({ providerFor, publicUrl, onNews: () => undefined });
}

async function openStore(config: Config): Promise<Store> {
  return Store.open({
    folder: config.data,
    rootKey: await loadRootKey(config),
    openLimit: config.openTenants,
    onUse: openCrashJournal(config.data).note,
  });
}

interface Deps {
  readonly config: Config;
  readonly groundFor: WorkerDeps["groundFor"];
  readonly relay: Relay;
  readonly report: (error: unknown) => void;
  readonly mailbox: ReturnType<typeof createMailbox>;
  readonly files: ReturnType<typeof createFiles>;
}

function createWork(deps: Deps, sinkPort: number): (ticket: Ticket) => Promise<void> {
  const { config, groundFor, relay, report, mailbox, files } = deps;
  const ready = sinkConnector(sinkPort);
  const write = createWriter({ publicUrl: config.publicUrl, fromAddress: config.mailFrom });
  return createHandler({
    groundFor,
    relay,
    delivery: {
      write: createDocumentWriter({ checker: createSchemaChecker(), onFault: report }),
      connectorFor: async () => ready,
      readEvidence: files.readWhole,
      onFault: report,
    },
    message: { sender: mailbox, timeoutMs: 60_000, write, onFault: report },
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
