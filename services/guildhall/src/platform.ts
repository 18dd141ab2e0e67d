import { existsSync } from "node:fs";
import { join } from "node:path";
import { createApi } from "@guildhall/api";
import { createGuard } from "@guildhall/connectors";
import type { Sender } from "@guildhall/contract";
import { createAuthenticator, createGrounds, createIds, type Ground } from "@guildhall/domain";
import { createMailbox, createSmtp, type Mailbox } from "@guildhall/notify";
import { type OpenQueue, openQueue } from "@guildhall/queue";
import { type Config, type Log, loadRootKey } from "@guildhall/runtime";
import { Store } from "@guildhall/store";
import {
  type ConnectorOptions,
  createConnectors,
  createDocumentWriter,
  createHandler,
  createWriter,
  Poller,
  Relay,
} from "@guildhall/worker";
import { createSchemaChecker, type SchemaChecker } from "@guildhall/xml";
import { createFiles, type Files } from "./files.ts";
import { createPayments } from "./payments.ts";

/** What one process of the platform is made of. */
export interface Platform {
  readonly store: Store;
  readonly api: ReturnType<typeof createApi>;
  /** Log what was not foreseen. */
  readonly reportFault: Report;
  /** Where messages are kept when no mail server is set. */
  readonly mailbox: Mailbox | undefined;
  readonly carrier: OpenQueue["carrier"];
  groundFor(tenant: string): Promise<Ground | undefined>;
  /** Begin to deliver, to write and to poll, taking over what a predecessor left. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface PlatformOptions {
  readonly config: Config;
  readonly log: Log;
  readonly quarantined?: ReadonlySet<string>;
  readonly onUse?: (tenant: string) => void;
}

/** Open the store and put the API and the worker on it; nothing is served or sent yet. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { config, log } = options;
  const report: Report = (error, requestId) =>
    log.error({ err: error, ...(typeof requestId === "string" ? { requestId } : {}) });
  const store = await openStore(options);
  const queue = await openQueue({
    kind: config.queue,
    directory: join(config.data, "redis"),
    prefix: "guildhall",
    searchPath: config.searchPath,
    onError: report,
    ...(config.redisUrl === undefined ? {} : { url: config.redisUrl }),
  });
  const now = Date.now;
  // The relay hands over what the grounds store, and finds the grounds of what it hands over.
  const groundFor: Platform["groundFor"] = (tenant) => grounds(tenant);
  const relay = new Relay({ carrier: queue.queue, groundFor, now, onError: report });
  const { publicUrl } = config;
  const grounds = createGrounds({ store, publicUrl, handover: relay, ids: createIds(now), now });
  const parts = {
    config,
    store,
    queue,
    relay,
    groundFor,
    report,
    files: createFiles(join(config.data, "documents")),
    checker: createSchemaChecker(),
  };
  return assemble(parts);
}

type Report = (error: unknown, requestId?: unknown) => void;

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly queue: OpenQueue;
  readonly relay: Relay;
  readonly groundFor: Platform["groundFor"];
  readonly report: Report;
  readonly files: Files;
  readonly checker: SchemaChecker;
}

async function openStore({ config, quarantined, onUse }: PlatformOptions): Promise<Store> {
  refuseLostKey(config);
  return Store.open({
    folder: config.data,
    rootKey: await loadRootKey(config),
    openLimit: config.openTenants,
    ...(quarantined ? { quarantined } : {}),
    ...(onUse ? { onUse } : {}),
  });
}

/** Refuse to make a new root key beside databases that only the old one opens. */
function refuseLostKey({ data, rootKey }: Config): void {
  if (rootKey || !existsSync(join(data, "directory.db")) || existsSync(join(data, "root.key")))
    return;
  throw new Error(
    `${data} has databases but no root.key. Put the key back, or set GUILDHALL_ROOT_KEY.`,
  );
}

function assemble(parts: Parts): Platform {
  const { config, store, queue, relay, groundFor, report, files } = parts;
  const mailbox =
    config.smtpUrl === undefined ? createMailbox(join(config.data, "mailbox")) : undefined;
  const outside = outsideOf(config);
  const worker = createWorker(parts, outside, mailbox ?? smtp(config));
  const { publicUrl } = config;
  const payments = createPayments({ outside, publicUrl, groundFor, onError: report });
  const listTenants = () => listGrounds(store, groundFor, report);
  const api = createApi({
    publicUrl,
    groundFor,
    identify: createAuthenticator(),
    listTenants,
    files,
    payments: payments.desk,
    reportFault: report,
  });
  return {
    store,
    api,
    mailbox,
    reportFault: report,
    groundFor,
    carrier: queue.carrier,
    start: async () => {
      queue.queue.work(worker.handle, { concurrency: config.concurrency });
      const tenants = (await store.tenants()).map(({ definition }) => definition.id);
      await relay.start(tenants);
      await worker.poller.start(tenants);
      await payments.watch.start(tenants);
    },
    close: async () => {
      payments.watch.stop();
      worker.poller.stop();
      relay.stop();
      await queue.close({ deadlineMs: 20_000 });
      await parts.checker.close();
      await mailbox?.close();
      store.close();
    },
  };
}

/** How the outside is called, and where this installation's simulators are. */
function outsideOf(config: Config): ConnectorOptions {
  return {
    request: createGuard({ allowLoopback: loopback(config) }),
    simulators: `http://localhost:${config.simulatorsPort}`,
  };
}

function createWorker(parts: Parts, outside: ConnectorOptions, sender: Sender) {
  const { config, groundFor, relay, report, files, checker } = parts;
  const connectorFor = createConnectors(outside);
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
  });
  return { handle, poller: new Poller({ groundFor, connectorFor, onError: report }) };
}

function smtp({ smtpUrl = "", mailFrom }: Config): Sender {
  return createSmtp({ url: smtpUrl, from: mailFrom });
}

function loopback({ simulators, simulatorsPort, allowLoopback }: Config): string[] {
  return simulators
    ? [...allowLoopback, `localhost:${simulatorsPort}`, `127.0.0.1:${simulatorsPort}`]
    : [...allowLoopback];
}

/** The grounds of all tenants that can be opened; one that cannot is reported and left out. */
async function listGrounds(
  store: Store,
  groundFor: Platform["groundFor"],
  report: (error: unknown) => void,
): Promise<Ground[]> {
  const tenants = await store.tenants();
  const grounds = await Promise.all(
    tenants.map(({ definition }) =>
      groundFor(definition.id).catch((error) => {
        report(error);
        return undefined;
      }),
    ),
  );
  return grounds.filter((ground) => ground !== undefined);
}
