import { join } from "node:path";
import { type createApi, createLive, type Live } from "@guildhall/api";
import type { CallLog, DryRunDesk, Ground, IsSimulated } from "@guildhall/domain";
import { createMailbox, createSmtp, type Mailbox } from "@guildhall/notify";
import { type OpenQueue, openQueue } from "@guildhall/queue";
import { type Config, createMetrics, type Log, type Metrics } from "@guildhall/runtime";
import { listDomains, type Store, StoreFault } from "@guildhall/store";
import type { DeliveryDeps } from "@guildhall/worker";
import { createSchemaChecker } from "@guildhall/xml";
import { createFigures } from "./cluster/figures.ts";
import { createForwarder } from "./cluster/forward.ts";
import { type ClusterNode, createNode } from "./cluster/node.ts";
import { type NodeShape, wholeSlot } from "./cluster/node-shape.ts";
import { socketPathOf } from "./cluster/node-socket.ts";
import { createTending } from "./cluster/tending.ts";
import { type Domains, openDomains } from "./door/domains.ts";
import type { Answer } from "./door/door.ts";
import { dryRunsOf } from "./dry-run/desk.ts";
import { createFiles } from "./files.ts";
import { createLife } from "./life.ts";
import { openGrounds } from "./open-grounds.ts";
import { openStore } from "./open-store.ts";
import { outsideOf } from "./outside.ts";
import type { Parts, Report } from "./parts.ts";
import { createPayments } from "./payments.ts";
import { createTenantsApi } from "./tenants-api.ts";
import { createWork } from "./work.ts";
import { createWrittenCalls } from "./written-calls.ts";

/** What one process of the platform is made of. */
export interface Platform {
  readonly store: Store;
  /** Which hosts are tenants' own. */
  readonly domains: Domains;
  readonly api: ReturnType<typeof createApi>;
  /** Log what was not foreseen. */
  readonly reportFault: Report;
  /** Where messages are kept when no mail server is set. */
  readonly mailbox: Mailbox | undefined;
  readonly carrier: OpenQueue["carrier"];
  readonly queue: OpenQueue["queue"];
  /** Where samples go round the circle. */
  readonly dryRuns: DryRunDesk;
  /** Where calls of the API are noted. */
  readonly calls: CallLog;
  /** Where open pages wait for changes. */
  readonly live: Live;
  /** Answers what is asked of tenants, wherever they are held. */
  readonly answer: Answer;
  /** Answers the other processes, where there may be any. */
  readonly nodeDoor: ClusterNode["door"];
  /** What all processes count that share the data folder. */
  figures(): Promise<string>;
  groundFor(tenant: string): Promise<Ground | undefined>;
  /** Begin to deliver, to write and to poll, taking over what a predecessor left. */
  start(): Promise<void>;
  /** End, once what is under way has ended, or this time is over. */
  close(deadlineMs?: number): Promise<void>;
}

export interface PlatformOptions {
  readonly config: Config;
  readonly log: Log;
  /** Where what is done is counted. */
  readonly metrics?: Metrics;
  readonly quarantined?: ReadonlySet<string>;
  readonly onUse?: (tenant: string) => void;
  /** What cases are handed over with, where it is not the tenants' own connectors. */
  readonly connectorFor?: DeliveryDeps["connectorFor"] | undefined;
  /** Whose systems have simulators of their own; left out where all have. */
  readonly isSimulated?: IsSimulated;
  /** What this process is among those that share the data folder; left out where nobody else uses it. */
  readonly node?: NodeShape;
}

/** Open the store and put the API and the worker on it; nothing is served or sent yet. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { config, log, metrics = createMetrics({ processMetrics: false }) } = options;
  const report = createReport(log);
  const store = await openStore(config, storeOptions(options));
  const queue = await openQueue({
    // What a process does not hold, it hands nothing over for.
    kind: holdsTenants(options.node) ? config.queue : "in-process",
    directory: join(config.data, "redis"),
    prefix: prefixOf(options.node),
    searchPath: config.searchPath,
    onError: report,
    traced: config.tracesTo !== undefined,
    ...(config.redisUrl === undefined ? {} : { url: config.redisUrl }),
  });
  const forwarder = createForwarder();
  const parts = {
    config,
    store,
    queue,
    metrics,
    forwarder,
    ...openGrounds({
      config,
      store,
      carrier: queue.queue,
      metrics,
      forwarder,
      report,
      isSimulated: options.isSimulated ?? (() => true),
    }),
    report,
    files: createFiles(join(config.data, "documents")),
    checker: createSchemaChecker(),
  };
  const domains = await openDomains({
    hosts: config.hosts,
    publicUrl: config.publicUrl,
    list: () => listDomains(store.directory),
    onError: report,
  });
  return assemble(parts, options, domains);
}

function storeOptions({ config, quarantined, onUse, node }: PlatformOptions) {
  return {
    openLimit: config.openTenants,
    ...(quarantined ? { quarantined } : {}),
    ...(onUse ? { onUse } : {}),
    ...(node && { node: { ...node, address: socketPathOf(config.data, node.id) } }),
  };
}

function holdsTenants(node: NodeShape | undefined): boolean {
  return node?.roles.includes("worker") ?? true;
}

/** Each place has a queue of its own, since only who holds a tenant can do what is owed for it. */
function prefixOf(node: NodeShape | undefined): string {
  return node === undefined || node.slot === wholeSlot ? "guildhall" : `guildhall-${node.slot}`;
}

/** What another process has taken over meanwhile is its to do, and nothing went wrong. */
function createReport(log: Log): Report {
  return (error, requestId) => {
    if (error instanceof StoreFault && error.code === "not-owner") return;
    log.error({ err: error, ...(typeof requestId === "string" ? { requestId } : {}) });
  };
}

function assemble(
  parts: Parts,
  { connectorFor, node: shape }: PlatformOptions,
  domains: Domains,
): Platform {
  const { config, store, queue, relay, rounds, groundFor, report } = parts;
  const { smtpUrl } = config;
  const mailbox = smtpUrl === undefined ? createMailbox(join(config.data, "mailbox")) : undefined;
  const outside = outsideOf(config);
  const sender = mailbox ?? createSmtp({ url: smtpUrl ?? "", from: config.mailFrom });
  const worker = createWork(parts, { ...outside, sender, connectorFor });
  const onNews = parts.handover.wake;
  const { desk, errand } = createPayments({ outside, onNews, onError: report });
  rounds.add(...worker.errands, errand);
  const calls = createWrittenCalls({ groundFor, onError: report });
  const live = createLive({ groundFor });
  const dryRuns = dryRunsOf(parts, { ...worker.mending, ...outside, payments: desk });
  const api = createTenantsApi(parts, { ...worker, payments: desk, calls, live, dryRuns });
  const onBegin = parts.metrics.takenOver;
  const tending = createTending({ ...worker, groundFor, relay, rounds, onBegin });
  const answer: Answer = (request, caller) => api.fetch(request, { caller });
  const node = shape && createNode(parts, { shape, api: answer, tending, flush: calls.flush });
  const life = createLife(parts, { tending, calls, upkeep: worker.upkeep, node });
  return {
    store,
    domains,
    api,
    mailbox,
    reportFault: report,
    groundFor,
    carrier: queue.carrier,
    queue: queue.queue,
    dryRuns,
    calls,
    live,
    answer: node?.answer ?? answer,
    nodeDoor: node?.door ?? (async () => new Response(null, { status: 404 })),
    figures: createFigures({ ...parts, own: () => parts.metrics.text() }),
    start: life.start,
    close: async (deadlineMs) => {
      domains.end();
      await life.end(deadlineMs);
      await mailbox?.close();
    },
  };
}
