import { createMetrics } from "./metrics.ts";

describe("createMetrics", () => {
  it("times requests by route and counts them by tenant", async () => {
    const metrics = createMetrics({ processMetrics: false });
    const route = "/t/:tenant/v1/processes";
    metrics.request({ method: "POST", route, tenant: "exampleshire", status: 202, seconds: 0.02 });
    metrics.request({ method: "POST", route, status: 404, seconds: 0.001 });

    const text = await metrics.text();
    const labels = `method="POST",route="${route}",status="202"`;
    expect(text).toContain(`guildhall_http_request_duration_seconds_count{${labels}} 1`);
    expect(text).toContain('guildhall_http_requests_total{tenant="exampleshire",class="2xx"} 1');
    expect(text).toContain('guildhall_http_requests_total{tenant="none",class="4xx"} 1');
  });

  it("counts what became of calls to the outside", async () => {
    const metrics = createMetrics({ processMetrics: false });
    metrics.outcome({ tenant: "exampleshire", system: "alloy", outcome: "accepted", seconds: 1 });

    const text = await metrics.text();
    expect(text).toContain(
      'guildhall_outbound_total{tenant="exampleshire",system="alloy",outcome="accepted"} 1',
    );
    expect(text).toContain(
      'guildhall_outbound_duration_seconds_sum{system="alloy",outcome="accepted"} 1',
    );
  });

  it("asks for the outbox at each scrape and forgets states that are empty", async () => {
    const answers = [
      { rows: { pending: 3, held: 1 }, oldestDueSeconds: 12 },
      { rows: { pending: 1 }, oldestDueSeconds: 0 },
    ];
    const outbox = async () => answers.shift() ?? { rows: {}, oldestDueSeconds: 0 };
    const metrics = createMetrics({ processMetrics: false, outbox });

    const first = await metrics.text();
    expect(first).toContain('guildhall_outbox_rows{state="held"} 1');
    expect(first).toContain("guildhall_outbox_oldest_due_seconds 12");
    const second = await metrics.text();
    expect(second).toContain('guildhall_outbox_rows{state="pending"} 1');
    expect(second).not.toContain("held");
  });

  it("tells of the process itself", async () => {
    const text = await createMetrics().text();
    expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
    expect(text).toContain("process_open_fds");
  });
});
