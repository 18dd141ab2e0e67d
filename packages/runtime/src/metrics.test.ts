import { createMetrics, type MetricsOptions } from "./metrics.ts";
import type { TenantFigures } from "./metrics-owed.ts";
import type { QueueFigures } from "./metrics-queue.ts";

const create = (options: MetricsOptions = {}) =>
  createMetrics({ processMetrics: false, ...options });

const owes = (differs: Partial<TenantFigures>): TenantFigures => ({
  tenant: "exampleshire",
  rows: [],
  breakers: [],
  alarms: [],
  ...differs,
});

describe("createMetrics", () => {
  it("times requests by route and counts them by tenant", async () => {
    const metrics = create();
    const route = "/t/:tenant/v1/processes";
    metrics.request({ method: "POST", route, tenant: "exampleshire", status: 202, seconds: 0.02 });
    metrics.request({ method: "POST", route, status: 404, seconds: 0.001 });

    const text = await metrics.text();
    const labels = `method="POST",route="${route}",status="202"`;
    expect(text).toContain(`guildhall_http_request_duration_seconds_count{${labels}} 1`);
    expect(text).toContain('guildhall_http_requests_total{tenant="exampleshire",class="2xx"} 1');
    expect(text).toContain('guildhall_http_requests_total{tenant="none",class="4xx"} 1');
  });

  it("counts what became of calls to the outside by connector, and times them by kind", async () => {
    const metrics = create();
    const call = { tenant: "exampleshire", connector: "highways", kind: "delivery" };
    metrics.outcome({ ...call, outcome: "accepted", seconds: 1 });
    metrics.outcome({ ...call, outcome: "retry", seconds: 2 });

    const text = await metrics.text();
    const labels = 'tenant="exampleshire",connector="highways"';
    expect(text).toContain(`guildhall_outbound_total{${labels},outcome="accepted"} 1`);
    expect(text).toContain(`guildhall_outbound_total{${labels},outcome="retry"} 1`);
    expect(text).toContain(
      'guildhall_outbound_duration_seconds_sum{kind="delivery",outcome="accepted"} 1',
    );
  });

  it("counts connectors beyond the first four thousand together", async () => {
    const metrics = create();
    const call = { tenant: "exampleshire", kind: "delivery", outcome: "accepted", seconds: 1 };
    for (let n = 0; n < 4003; n += 1) metrics.outcome({ ...call, connector: `c${n}` });

    const text = await metrics.text();
    expect(text).toContain('connector="c3999"');
    expect(text).not.toContain('connector="c4000"');
    expect(text).toContain(
      'guildhall_outbound_total{tenant="other",connector="other",outcome="accepted"} 3',
    );
  });

  it("adds up what tenants owe by lane and state, and tells each connector's oldest apart", async () => {
    const row = { connector: "highways", lane: "connector", state: "pending" } as const;
    const figures = { ...row, count: 3, poison: 1, dueSeconds: 12 };
    const metrics = create({
      owed: async () => ({
        tenants: [
          owes({ rows: [figures, { ...figures, state: "held", count: 1, dueSeconds: 0 }] }),
          owes({ tenant: "northshire", rows: [{ ...figures, dueSeconds: 7 }] }),
        ],
      }),
    });

    const text = await metrics.text();
    expect(text).toContain('guildhall_outbox_rows{lane="connector",state="pending"} 6');
    expect(text).toContain('guildhall_outbox_rows{lane="connector",state="held"} 1');
    expect(text).toContain('guildhall_outbox_poison{lane="connector"} 3');
    expect(text).toContain(
      'guildhall_outbox_oldest_due_seconds{tenant="exampleshire",connector="highways"} 12',
    );
    expect(text).toContain(
      'guildhall_outbox_oldest_due_seconds{tenant="northshire",connector="highways"} 7',
    );
    expect(text).toContain("guildhall_tenants_open 2");
  });

  it("shows each breaker as a number, and the alarms that are open", async () => {
    const breakers = (["closed", "half-open", "open"] as const).map((state) => ({
      connector: `is-${state}`,
      state,
    }));
    const tenants = [owes({ breakers, alarms: ["queue-stuck", "queue-stuck"] })];
    const text = await create({ owed: async () => ({ tenants }) }).text();

    for (const [connector, value] of [
      ["is-closed", 0],
      ["is-half-open", 1],
      ["is-open", 2],
    ]) {
      const labels = `tenant="exampleshire",connector="${connector}"`;
      expect(text).toContain(`guildhall_breaker_state{${labels}} ${value}`);
    }
    expect(text).toContain('guildhall_alarms_open{tenant="exampleshire",kind="queue-stuck"} 2');
  });

  it("asks at each scrape, and forgets what is owed no more", async () => {
    const held = { connector: "highways", lane: "connector", state: "held" } as const;
    const rows = [{ ...held, count: 1, poison: 0, dueSeconds: 5 }];
    const answers = [{ tenants: [owes({ rows })] }, { tenants: [] }];
    const metrics = create({ owed: async () => answers.shift() ?? { tenants: [] } });

    expect(await metrics.text()).toContain('state="held"');
    const second = await metrics.text();
    expect(second).not.toMatch(/state="held"|exampleshire/);
    expect(second).toContain("guildhall_tenants_open 0");
  });

  it("shows each lane of the queue, and what is the matter with it", async () => {
    const lane = { waiting: 2, running: 1, oldestMs: 1500 };
    const answers: QueueFigures[] = [
      { lanes: { connector: lane } },
      { lanes: { connector: lane }, trouble: "evicting" },
      { lanes: undefined, trouble: "away" },
    ];
    const metrics = create({ queue: async () => answers.shift() ?? { lanes: undefined } });

    const well = await metrics.text();
    expect(well).toContain('guildhall_queue_waiting{lane="connector"} 2');
    expect(well).toContain('guildhall_queue_running{lane="connector"} 1');
    expect(well).toContain('guildhall_queue_oldest_seconds{lane="connector"} 1.5');
    expect(well).toContain("guildhall_queue_up 1");
    const evicting = await metrics.text();
    expect(evicting).toContain('guildhall_queue_trouble{code="evicting"} 1');
    expect(evicting).toContain("guildhall_queue_up 0");
    const away = await metrics.text();
    expect(away).not.toMatch(/lane="|evicting/);
    expect(away).toContain("guildhall_queue_up 0");
  });

  it("counts what was handed over, taken over and found stuck", async () => {
    const metrics = create();
    metrics.handedOver({ lane: "message", taken: 3, refused: 1, again: 2 });
    metrics.takenOver();
    metrics.reconciled(new Map([["claims-outlived", 2]]));

    const text = await metrics.text();
    expect(text).toContain('guildhall_handed_over_total{lane="message",result="taken"} 3');
    expect(text).toContain('guildhall_handed_over_total{lane="message",result="refused"} 1');
    expect(text).toContain('guildhall_claimed_again_total{lane="message"} 2');
    expect(text).toContain("guildhall_tenants_taken_total 1");
    expect(text).toContain('guildhall_reconciler_findings{kind="claims-outlived"} 2');
    expect(text).toMatch(/guildhall_reconciler_last_round_timestamp_seconds \d+/);
  });

  it("tells of the process itself", async () => {
    const text = await createMetrics().text();
    expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
    expect(text).toContain("process_open_fds");
  });
});
