import { createMetrics } from "@guildhall/runtime";
import { measured } from "./measured.ts";

describe("measured", () => {
  it.each([
    ["/t/exampleshire/v1/processes/prc_1?q=Ada", 200, "/t/:tenant/v1/processes/:id"],
    ["/c/exampleshire/", 200, "/c/:tenant/"],
    ["/", 200, "/"],
    ["/t/exampleshire/v1/keys/keys/keys", 401, "/t"],
    ["/made-up", 403, "/:name{.+}"],
    ["/t/exampleshire/v1/processes", 404, "not-found"],
  ])("counts %s, answered with %i, as %s", async (path, status, route) => {
    const text = await metricsAfter([path, status]);
    expect(text).toContain(`route="${route}",status="${status}"`);
    expect(text).not.toMatch(/prc_1|Ada|made-up/);
  });

  it("names a tenant once it has answered, and never one that a caller made up", async () => {
    const text = await metricsAfter(
      ["/t/made-up/v1/processes", 401],
      ["/c/made-up", 308],
      ["/t/exampleshire/v1/processes", 200],
      ["/t/exampleshire/v1/processes", 401],
    );
    expect(text).not.toContain("made-up");
    expect(text).toContain('guildhall_http_requests_total{tenant="exampleshire",class="4xx"} 1');
    expect(text).toContain('guildhall_http_requests_total{tenant="none",class="4xx"} 1');
  });

  async function metricsAfter(...requests: [path: string, status: number][]): Promise<string> {
    const metrics = createMetrics({ processMetrics: false });
    const api = { routes: ["/t/:tenant/*", "/t/:tenant/v1/processes/:id", "/t/:tenant/v1/keys"] };
    const pages = { routes: ["/", "/c/:tenant", "/c/:tenant/", "/:name{.+}"] };
    const apps = [api, pages].map(({ routes }) => ({ routes: routes.map((path) => ({ path })) }));
    let status = 200;
    const ask = measured({ metrics, apps }, () => new Response(null, { status }));
    for (const [path, answered] of requests) {
      status = answered;
      await ask(new Request(`https://a.example${path}`));
    }
    return metrics.text();
  }
});
