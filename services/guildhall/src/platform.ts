import { existsSync } from "node:fs";
import { join } from "node:path";
import type { createApi } from "@guildhall/api";
import type { CallLog, Ground } from "@guildhall/domain";
import { createMailbox, createSmtp, type Mailbox } from "@guildhall/notify";
import { type OpenQueue, openQueue } from "@guildhall/queue";
import { type Config, type Log, loadRootKey } from "@guildhall/runtime";
import { Store } from "@guildhall/store";
import type { DeliveryDeps } from "@guildhall/worker";
import { createSchemaChecker } from "@guildhall/xml";
import { createFiles } from "./files.ts";
import { openGrounds } from "./open-grounds.ts";
import { outsideOf } from "./outside.ts";
import type { Parts, Report } from "./parts.ts";
import { createPayments } from "./payments.ts";
import { createTenantsApi } from "./tenants-api.ts";
import { createWork } from "./work.ts";
import { createWrittenCalls } from "./written-calls.ts";

/** What one process of the platform is made of. */
export interface Platform {
  readonly store: Store;
  readonly api: ReturnType<typeof createApi>;
  /** Log what was not foreseen. */
  readonly reportFault: Report;
  /** Where messages are kept when no mail server is set. */
  readonly mailbox: Mailbox | undefined;
  readonly carrier: OpenQueue["carrier"];
  /** Where calls of the API are noted. */
  readonly calls: CallLog;
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
  /** What cases are handed over with, where it is not the tenants' own connectors. */
  readonly connectorFor?: DeliveryDeps["connectorFor"] | undefined;
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
  const parts = {
    config,
    store,
    queue,
    ...openGrounds({ config, store, carrier: queue.queue, report }),
    report,
    files: createFiles(join(config.data, "documents")),
    checker: createSchemaChecker(),
  };
  return assemble(parts, options);
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

function assemble(parts: Parts, { connectorFor }: PlatformOptions): Platform {
  const { config, store, queue, relay, groundFor, report } = parts;
  const mailbox =
    config.smtpUrl === undefined ? createMailbox(join(config.data, "mailbox")) : undefined;
  const outside = outsideOf(config);
  const sender = mailbox ?? createSmtp({ url: config.smtpUrl ?? "", from: config.mailFrom });
  const worker = createWork(parts, { ...outside, sender, connectorFor });
  const { publicUrl } = config;
  const payments = createPayments({ outside, publicUrl, groundFor, onError: report });
  const calls = createWrittenCalls({ groundFor, onError: report });
  const api = createTenantsApi(parts, { payments: payments.desk, calls });
  return {
    store,
    api,
    mailbox,
    reportFault: report,
    groundFor,
    carrier: queue.carrier,
    calls,
    start: async () => {
      calls.start();
      queue.queue.work(worker.handle, { concurrency: config.concurrency });
      const tenants = (await store.tenants()).map(({ definition }) => definition.id);
      await relay.start(tenants);
      await worker.poller.start(tenants);
      await payments.watch.start(tenants);
      parts.newcomers.start(tenants, (tenant) => {
        relay.wake(tenant);
        worker.poller.start([tenant]).catch(report);
        payments.watch.wake(tenant);
      });
      parts.forgetting.start();
    },
    close: async () => {
      await calls.close();
      parts.forgetting.stop();
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
