import { type Line, line } from "./lines.ts";
import type { Heard, Latency } from "./statistics.ts";

/** What the bench measures. A figure that could not be had on this machine is null. */
export interface Figures {
  /** Bare Hono answering a POST whose JSON it has parsed. */
  readonly honoPerS: number;
  /** 4 KiB appended and synced, by one writer. */
  readonly fdatasyncPerS: number;
  /** The writes of an accept through `transact`, without HTTP. */
  readonly storePerS: number;
  /** Processes accepted durably over a socket, nothing delivered. */
  readonly acceptPerS: number;
  readonly acceptOverStore: number;
  readonly acceptOverHono: number;
  /** Processes accepted, delivered to a local sink and told to the citizen. */
  readonly deliveredInProcessPerS: number;
  readonly deliveredRedisPerS: number | null;
  /** Empty jobs through BullMQ with nothing around it. */
  readonly bullmqAlonePerS: number | null;
  readonly redisOverBullmq: number | null;
  /** Delivered by the product as it is started: in one process, and in the cluster of four. */
  readonly onePerS: number | null;
  readonly clusterPerS: number | null;
  readonly clusterOverOne: number | null;
  readonly accept200: Latency;
  readonly endToEnd200: Latency;
  /** A question page of a form that is half filled in, asked for 100 times a second. */
  readonly questionPage100: Latency;
  /** A tracking page, asked for 100 times a second among 100,000 processes. */
  readonly trackingPage100: Latency;
  /** From the answer to a change of status until an open tracking page is told. */
  readonly openPageHears: Heard;
  /** And until the outgoing mail server has taken the message. */
  readonly mailHears: Heard;
  /** What 1,000 forms that are half filled in add to the server's resident memory. */
  readonly thousandDraftsMb: number;
  readonly loopDelayP99Ms: number;
  readonly idleRssMb: number;
  readonly perTenantMb: number;
  readonly firstAcceptMs: number;
  readonly ackedThenKilled: Survival;
  /** From submission to the back office for small tenants, while another floods one that hangs. */
  readonly smallTenantP99Ms: number;
  /** What 400 tenants that nobody uses take of one core. */
  readonly idleTenantsPercent: number;
  readonly idleTenantFiles: number | null;
  /** Milliseconds of the processor for one XML document, over a council's golden examples. */
  readonly mapMs: number;
  readonly schemaCheckMs: number;
  readonly documentMs: number;
  /** The worst of documents that are made to keep a parser busy. */
  readonly hostileXmlMs: number;
  readonly validateThousandMs: number;
  /** Rendered, and handed over to a mail server, by what a thousand take. */
  readonly tenThousandMessagesMs: number;
  readonly applyCouncilMs: number;
  readonly applyUnchangedMs: number;
  /** Bare Hono answering a GET. */
  readonly honoGetPerS: number;
  /** `GET /processes/{id}` with an API key. */
  readonly readPerS: number;
  readonly readOverHono: number;
  /** API keys checked that were checked before, on one core. */
  readonly keyChecksPerS: number;
  readonly nodeRedPerS?: number | null;
  readonly n8nPerS?: number | null;
  readonly inProcessOverNodeRed?: number | null;
  readonly redisOverNodeRed?: number | null;
}

/** What became of the processes that were acknowledged before a `kill -9` with the back office down. */
export interface Survival {
  readonly acked: number;
  /** Those that the back office has got exactly once. */
  readonly delivered: number;
  /** From the restart to the last of them. */
  readonly withinMs: number;
}

/** All figures as lines, in the order they are read. */
export function linesOf(figures: Figures): Line[] {
  const { accept200, endToEnd200, questionPage100, ackedThenKilled: killed } = figures;
  const { trackingPage100, openPageHears, mailHears } = figures;
  return [
    { name: "bare Hono POST", value: figures.honoPerS, unit: "/s" },
    { name: "fdatasync of 4 KiB", value: figures.fdatasyncPerS, unit: "/s" },
    { name: "encrypted store, the writes of an accept", value: figures.storePerS, unit: "/s" },
    { name: "durable accepts", value: figures.acceptPerS, unit: "/s" },
    line("  over the store", figures.acceptOverStore, "×", { atLeast: 0.6 }),
    line("  over bare Hono", figures.acceptOverHono, "×", { atLeast: 0.12 }),
    { name: "delivered, in-process", value: figures.deliveredInProcessPerS, unit: "/s" },
    { name: "delivered, BullMQ on Redis", value: figures.deliveredRedisPerS, unit: "/s" },
    { name: "BullMQ alone, empty jobs", value: figures.bullmqAlonePerS, unit: "/s" },
    line("  delivered over that", figures.redisOverBullmq, "×", { atLeast: 0.25 }),
    { name: "delivered by npm start", value: figures.onePerS, unit: "/s" },
    { name: "delivered by npm run cluster", value: figures.clusterPerS, unit: "/s" },
    line("  over npm start", figures.clusterOverOne, "×", { atLeast: 0.8 }),
    { name: "accept at 200/s, p50", value: accept200.p50Ms, unit: "ms" },
    line("accept at 200/s, p99", accept200.p99Ms, "ms", { atMost: 15 }),
    { name: "end to end at 200/s, p50", value: endToEnd200.p50Ms, unit: "ms" },
    line("end to end at 200/s, p99", endToEnd200.p99Ms, "ms", { atMost: 40 }),
    { name: "question page at 100/s, p50", value: questionPage100.p50Ms, unit: "ms" },
    line("question page at 100/s, p99", questionPage100.p99Ms, "ms", { atMost: 10 }),
    { name: "tracking page at 100/s, p50", value: trackingPage100.p50Ms, unit: "ms" },
    line("tracking page at 100/s, p99", trackingPage100.p99Ms, "ms", { atMost: 10 }),
    { name: "status to an open page, median", value: openPageHears.medianMs, unit: "ms" },
    line("status to an open page, worst", openPageHears.worstMs, "ms", { atMost: 1000 }),
    { name: "status to the mail server, median", value: mailHears.medianMs, unit: "ms" },
    line("status to the mail server, worst", mailHears.worstMs, "ms", { atMost: 2000 }),
    line("1,000 forms half filled in", figures.thousandDraftsMb, "MB", { atMost: 50 }),
    line("event-loop delay under writes, p99", figures.loopDelayP99Ms, "ms", { atMost: 25 }),
    line("idle memory", figures.idleRssMb, "MB", { atMost: 180 }),
    line("memory per open tenant", figures.perTenantMb, "MB", { atMost: 1 }),
    line("start to first 202", figures.firstAcceptMs, "ms", { atMost: 2000 }),
    { name: "acknowledged before kill -9", value: killed.acked, unit: "" },
    line("  delivered once after restart", killed.delivered, "", { atLeast: killed.acked }),
    line("  within", killed.withinMs, "ms", { atMost: 5000 }),
    line("small tenants beside a flood, p99", figures.smallTenantP99Ms, "ms", { atMost: 1000 }),
    line("400 idle tenants, of a core", figures.idleTenantsPercent, "%", { atMost: 1 }),
    line("  their open files", figures.idleTenantFiles, "", { atMost: 0 }),
    { name: "mapping and writing an XML document, CPU", value: figures.mapMs, unit: "ms" },
    { name: "checking it against its schema, CPU", value: figures.schemaCheckMs, unit: "ms" },
    line("  both", figures.documentMs, "ms", { atMost: 0.5 }),
    line("reading the worst of hostile XML, CPU", figures.hostileXmlMs, "ms", { atMost: 200 }),
    line("1,000 files through xml validate", figures.validateThousandMs, "ms", { atMost: 5000 }),
    line("10,000 messages to a mail server", figures.tenThousandMessagesMs, "ms", {
      atMost: 20_000,
    }),
    line("tenant apply of a council", figures.applyCouncilMs, "ms", { atMost: 3000 }),
    line("  unchanged", figures.applyUnchangedMs, "ms", { atMost: 500 }),
    { name: "bare Hono GET", value: figures.honoGetPerS, unit: "/s" },
    { name: "processes read with an API key", value: figures.readPerS, unit: "/s" },
    line("  over bare Hono", figures.readOverHono, "×", { atLeast: 0.4 }),
    line("API keys checked, warm", figures.keyChecksPerS, "/s", { atLeast: 100_000 }),
    { name: "Node-RED delivered", value: figures.nodeRedPerS, unit: "/s" },
    { name: "n8n delivered", value: figures.n8nPerS, unit: "/s" },
    line("in-process over Node-RED", figures.inProcessOverNodeRed, "×", { atLeast: 1 }),
    line("BullMQ over Node-RED", figures.redisOverNodeRed, "×", { atLeast: 0.7 }),
  ].filter(({ value }) => value !== undefined);
}
