import { type Figures, linesOf } from "./figures.ts";
import { keeps, rounded } from "./lines.ts";
import { tableOf } from "./table.ts";

const good: Figures = {
  honoPerS: 16_000,
  fdatasyncPerS: 7000,
  storePerS: 3200,
  acceptPerS: 2000,
  acceptOverStore: 0.625,
  acceptOverHono: 0.125,
  deliveredInProcessPerS: 900,
  deliveredRedisPerS: 600,
  bullmqAlonePerS: 2400,
  redisOverBullmq: 0.25,
  onePerS: 500,
  clusterPerS: 400,
  clusterOverOne: 0.8,
  accept200: { p50Ms: 2, p99Ms: 15 },
  endToEnd200: { p50Ms: 5, p99Ms: 40 },
  questionPage100: { p50Ms: 3, p99Ms: 10 },
  trackingPage100: { p50Ms: 3, p99Ms: 10 },
  openPageHears: { medianMs: 400, worstMs: 1000 },
  mailHears: { medianMs: 400, worstMs: 2000 },
  thousandDraftsMb: 50,
  loopDelayP99Ms: 25,
  idleRssMb: 180,
  perTenantMb: 1,
  firstAcceptMs: 2000,
  ackedThenKilled: { acked: 1000, delivered: 1000, withinMs: 5000 },
  smallTenantP99Ms: 1000,
  idleTenantsPercent: 1,
  idleTenantFiles: 0,
  mapMs: 0.1,
  schemaCheckMs: 0.4,
  documentMs: 0.5,
  hostileXmlMs: 200,
  validateThousandMs: 5000,
  tenThousandMessagesMs: 20_000,
  applyCouncilMs: 3000,
  applyUnchangedMs: 500,
  honoGetPerS: 40_000,
  readPerS: 16_000,
  readOverHono: 0.4,
  keyChecksPerS: 100_000,
  nodeRedPerS: 800,
  n8nPerS: null,
  inProcessOverNodeRed: 1.125,
  redisOverNodeRed: 0.75,
};

const missed = (figures: Figures) =>
  linesOf(figures)
    .filter((line) => keeps(line) === false)
    .map(({ name }) => name.trim());

describe("limits", () => {
  it("are kept by figures that reach them", () => {
    expect(missed(good)).toEqual([]);
  });

  it.each<[string, Partial<Figures>]>([
    ["over the store", { acceptOverStore: 0.59 }],
    ["over bare Hono", { acceptOverHono: 0.119 }],
    ["accept at 200/s, p99", { accept200: { p50Ms: 2, p99Ms: 15.1 } }],
    ["end to end at 200/s, p99", { endToEnd200: { p50Ms: 2, p99Ms: 40.1 } }],
    ["question page at 100/s, p99", { questionPage100: { p50Ms: 2, p99Ms: 10.1 } }],
    ["tracking page at 100/s, p99", { trackingPage100: { p50Ms: 2, p99Ms: 10.1 } }],
    ["status to an open page, worst", { openPageHears: { medianMs: 1, worstMs: 1001 } }],
    ["status to the mail server, worst", { mailHears: { medianMs: 1, worstMs: 2001 } }],
    ["1,000 forms half filled in", { thousandDraftsMb: 50.1 }],
    ["event-loop delay under writes, p99", { loopDelayP99Ms: 25.1 }],
    ["idle memory", { idleRssMb: 181 }],
    ["memory per open tenant", { perTenantMb: 1.01 }],
    ["start to first 202", { firstAcceptMs: 2001 }],
    ["both", { documentMs: 0.51 }],
    ["reading the worst of hostile XML, CPU", { hostileXmlMs: 201 }],
    ["1,000 files through xml validate", { validateThousandMs: 5001 }],
    ["10,000 messages to a mail server", { tenThousandMessagesMs: 20_001 }],
    ["tenant apply of a council", { applyCouncilMs: 3001 }],
    ["unchanged", { applyUnchangedMs: 501 }],
    [
      "delivered once after restart",
      { ackedThenKilled: { acked: 1000, delivered: 999, withinMs: 10 } },
    ],
    ["delivered over that", { redisOverBullmq: 0.249 }],
    ["over npm start", { clusterOverOne: 0.79 }],
    ["small tenants beside a flood, p99", { smallTenantP99Ms: 1001 }],
    ["400 idle tenants, of a core", { idleTenantsPercent: 1.01 }],
    ["their open files", { idleTenantFiles: 1 }],
    ["within", { ackedThenKilled: { acked: 1000, delivered: 1000, withinMs: 5001 } }],
    ["over bare Hono", { readOverHono: 0.39 }],
    ["API keys checked, warm", { keyChecksPerS: 99_999 }],
    ["in-process over Node-RED", { inProcessOverNodeRed: 0.99 }],
    ["BullMQ over Node-RED", { redisOverNodeRed: 0.69 }],
  ])("are missed: %s", (name, worse) => {
    expect(missed({ ...good, ...worse })).toEqual([name]);
  });

  it("do not hold what was not measured", () => {
    expect(missed({ ...good, inProcessOverNodeRed: null, redisOverNodeRed: null })).toEqual([]);
  });
});

describe("the table", () => {
  it("marks what keeps its limit and what does not", () => {
    const table = tableOf(linesOf({ ...good, idleRssMb: 200 }));

    expect(table).toMatch(/idle memory +200 MB +≤ 180 +MISSED/);
    expect(table).toMatch(/start to first 202 +2,000 ms +≤ 2,000 +ok/);
  });

  it("has no line for what was not asked for", () => {
    const { nodeRedPerS: _, ...own } = good;

    expect(tableOf(linesOf(own))).not.toContain("Node-RED delivered");
    expect(tableOf(linesOf(good))).toContain("Node-RED delivered");
  });
});

describe("rounded", () => {
  it("keeps what a figure can bear, and null as it is", () => {
    const figures = rounded({ ...good, honoPerS: 15_832.7, perTenantMb: 0.59412 });

    expect(figures).toMatchObject({ honoPerS: 15_833, perTenantMb: 0.594, n8nPerS: null });
  });
});
