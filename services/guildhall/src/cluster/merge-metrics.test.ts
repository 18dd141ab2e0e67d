import { mergeMetrics } from "./merge-metrics.ts";

describe("figures of several nodes", () => {
  it("are told once for each family, with the node that counted", () => {
    const text = (n: number) =>
      `# HELP a_total What a is\n# TYPE a_total counter\na_total{x="1"} ${n}\n\n# HELP b What b is\n# TYPE b gauge\nb ${n}\n`;
    const merged = mergeMetrics([
      { node: "api-1", text: text(1) },
      { node: "worker-1", text: text(2) },
    ]);
    expect(merged.trim().split("\n")).toEqual([
      "# HELP a_total What a is",
      "# TYPE a_total counter",
      'a_total{node="api-1",x="1"} 1',
      'a_total{node="worker-1",x="1"} 2',
      "# HELP b What b is",
      "# TYPE b gauge",
      'b{node="api-1"} 1',
      'b{node="worker-1"} 2',
    ]);
  });
});
