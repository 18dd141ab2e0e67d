import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createMetrics } from "@guildhall/runtime";
import { parse } from "yaml";
import { z } from "zod";
import type { Check, Finding } from "./check.ts";
import { filesUnder } from "./files.ts";
import { metricsIn } from "./promql.ts";

const rulesFile = "infra/prometheus/rules.yaml";
const dashboards = "infra/grafana";
const runbooks = "docs/runbooks";

const Rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string().regex(/^[A-Z]\w+$/),
          expr: z.string(),
          labels: z.object({ severity: z.enum(["page", "ticket"]) }),
          annotations: z.object({ summary: z.string(), runbook_url: z.string() }),
        }),
      ),
    }),
  ),
});

const Dashboard = z.object({
  uid: z.string().max(40),
  title: z.string(),
  schemaVersion: z.int().min(39),
  templating: z.object({ list: z.array(z.object({ name: z.string(), query: z.unknown() })) }),
  panels: z.array(
    z.object({
      id: z.int(),
      type: z.string(),
      title: z.string(),
      gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
      targets: z.array(z.object({ refId: z.string(), expr: z.string() })).min(1),
    }),
  ),
});

/** Alerts and dashboards read only what is really shown at /metrics, and every alert has a page that says what to do. */
export const alerts: Check = {
  name: "alerts",
  async run(root) {
    const shown = await namesShown();
    const { groups } = Rules.parse(parse(await readFile(join(root, rulesFile), "utf8")));
    const rules = groups.flatMap((group) => group.rules);
    const pages = (await filesUnder(join(root, runbooks))).map((page) => `${runbooks}/${page}`);
    const named = new Set(rules.map(({ annotations }) => annotations.runbook_url));
    const unnamed = pages.filter((page) => !named.has(page));
    return [
      ...rules.flatMap(({ expr, alert }) => unknownIn(expr, shown, `${rulesFile} ${alert}`)),
      ...(await Promise.all(rules.map((rule) => checkPage(root, rule)))).flat(),
      ...unnamed.map((place) => ({ place, sentence: "is of no alert." })),
      ...(await checkDashboards(root, shown)),
    ];
  },
};

type Rule = z.infer<typeof Rules>["groups"][number]["rules"][number];

async function checkPage(root: string, { alert, annotations }: Rule): Promise<Finding[]> {
  const place = annotations.runbook_url;
  const text = await readFile(join(root, place), "utf8").catch(() => undefined);
  if (text === undefined) return [{ place, sentence: `is missing: ${alert} names it.` }];
  const headings = ["What it means", "What citizens notice", "What to look at", "What to do"];
  return [`The alert \`${alert}\`.`, ...headings.map((heading) => `## ${heading}\n`)]
    .filter((part) => !text.includes(part))
    .map((part) => ({ place, sentence: `does not say ${part.trim()}` }));
}

async function checkDashboards(root: string, shown: ReadonlySet<string>): Promise<Finding[]> {
  const files = await filesUnder(join(root, dashboards));
  const found = await Promise.all(
    files.map(async (file) => {
      const place = `${dashboards}/${file}`;
      const read = Dashboard.safeParse(JSON.parse(await readFile(join(root, place), "utf8")));
      if (!read.success) return [{ place, sentence: `is no dashboard: ${read.error.message}` }];
      return read.data.panels.flatMap(({ title, targets }) =>
        targets.flatMap(({ expr }) => unknownIn(expr, shown, `${place} ${title}`)),
      );
    }),
  );
  return found.flat();
}

function unknownIn(expression: string, shown: ReadonlySet<string>, place: string): Finding[] {
  return metricsIn(expression)
    .filter((name) => !shown.has(name))
    .map((name) => ({ place, sentence: `reads ${name}, which is not shown at /metrics.` }));
}

/** What a process shows, what histograms are made of, and what Prometheus adds. */
async function namesShown(): Promise<ReadonlySet<string>> {
  const nothing = async () => ({ tenants: [] });
  const away = async () => ({ lanes: undefined });
  const text = await createMetrics({ owed: nothing, queue: away, unlistedCalls: () => 0 }).text();
  const names = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = "", type]) =>
    type === "histogram" ? ["bucket", "sum", "count"].map((part) => `${name}_${part}`) : [name],
  );
  return new Set([...names, "up"]);
}
