import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alerts } from "./alerts.ts";
import { metricsIn } from "./promql.ts";

const here = join(import.meta.dirname, "../..");
const rules = "infra/prometheus/rules.yaml";
const dashboard = "infra/grafana/queues.json";
const page = "docs/runbooks/queue-in-trouble.md";

describe("alerts", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "alerts-"));
    for (const folder of ["infra/grafana", "infra/prometheus", "docs/runbooks"]) {
      await cp(join(here, folder), join(root, folder), { recursive: true });
    }
  });
  afterEach(() => rm(root, { recursive: true }));

  async function foundAfter(path: string, edit: (text: string) => string): Promise<string[]> {
    const before = await readFile(join(root, path), "utf8");
    const after = edit(before);
    expect(after).not.toBe(before);
    await writeFile(join(root, path), after);
    return (await alerts.run(root)).map(({ place, sentence }) => `${place} ${sentence}`);
  }

  it("finds nothing wrong with ours", async () => {
    expect(await alerts.run(here)).toEqual([]);
  });

  it("finds an alert on what is not shown", async () => {
    const made = (text: string) => text.replace("guildhall_queue_trouble", "guildhall_made_up");
    expect(await foundAfter(rules, made)).toEqual([
      `${rules} QueueInTrouble reads guildhall_made_up, which is not shown at /metrics.`,
    ]);
  });

  it("finds a panel on what is not shown", async () => {
    const made = (text: string) => text.replace("guildhall_queue_waiting", "guildhall_made_up");
    expect(await foundAfter(dashboard, made)).toEqual([
      `${dashboard} Waiting in Redis reads guildhall_made_up, which is not shown at /metrics.`,
    ]);
  });

  it("finds a dashboard that is none", async () => {
    const found = await foundAfter(dashboard, (text) =>
      text.replace('"schemaVersion"', '"schema"'),
    );
    expect(found).toEqual([expect.stringContaining(`${dashboard} is no dashboard`)]);
  });

  it("finds an alert whose page is missing, and a page of no alert", async () => {
    const found = await foundAfter(rules, (text) =>
      text.replace("runbooks/queue-in-trouble", "runbooks/elsewhere"),
    );
    expect(found).toEqual([
      "docs/runbooks/elsewhere.md is missing: QueueInTrouble names it.",
      `${page} is of no alert.`,
    ]);
  });

  it("finds a page that does not name its alert, or does not say what to do", async () => {
    const found = await foundAfter(page, (text) =>
      text.replace("`QueueInTrouble`", "`Other`").replace("## What to do\n", ""),
    );
    expect(found).toEqual([
      `${page} does not say The alert \`QueueInTrouble\`.`,
      `${page} does not say ## What to do`,
    ]);
  });
});

describe("metricsIn", () => {
  it.each([
    ["up == 0", ["up"]],
    [
      'sum by (tenant) (rate(a_total{b="c d"}[5m])) / on (x) b_total offset 5m',
      ["a_total", "b_total"],
    ],
    ["time() - max without (z) (seconds) > 1e3 and on (i) seconds > 0", ["seconds"]],
    ["sum(a > bool 1) or vector(0)", ["a"]],
    ["rate(a_total[$__rate_interval]) unless b", ["a_total", "b"]],
  ])("finds the metrics of %s", (expression, expected) => {
    expect(metricsIn(expression)).toEqual(expected);
  });
});
