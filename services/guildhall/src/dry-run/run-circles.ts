import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answers, DryRun, ScenarioRun } from "@guildhall/contract";
import { asOfToday, asPlatform, beginScenarioRun, type Context, dryRun } from "@guildhall/domain";
import type { Example, TenantFolder } from "@guildhall/folder";
import { ukDate } from "@guildhall/forms";
import { readConfig } from "@guildhall/runtime";
import { usualMoment } from "../folder/render-example.ts";
import type { Folders } from "../folders.ts";
import { freePorts } from "../free-ports.ts";
import { type RunningServer, runServer } from "../run-server.ts";

/** What became of a tenant's services. */
export interface TenantCircles {
  readonly tenant: string;
  readonly runs: readonly DryRun[];
  /** Of each service that has some. */
  readonly scenarios: readonly ScenarioRun[];
}

export interface CircleOptions {
  readonly folders: Folders;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Only this service. */
  readonly only: string | undefined;
  /** Called after each. */
  step(): void;
}

/** So many go round at once: most of the time goes by between two looks into a back office. */
const atOnce = 8;

/**
 * Send a sample of each service through the whole circle, on a server of its own with simulators, ports and a data
 * folder that nobody else uses and that is gone afterwards.
 */
export async function runCircles(
  tenants: readonly TenantFolder[],
  options: CircleOptions,
): Promise<TenantCircles[]> {
  const data = await mkdtemp(join(tmpdir(), "guildhall-circle-"));
  try {
    const server = await startServer(data, options);
    try {
      return await runAll(tenants, server, options);
    } finally {
      await server.close();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function startServer(data: string, { env, folders }: CircleOptions): Promise<RunningServer> {
  const [port, simulatorsPort] = await freePorts(2);
  const config = readConfig({
    PATH: env.PATH,
    GUILDHALL_DATA: data,
    PORT: String(port),
    SIMULATORS_PORT: String(simulatorsPort),
    QUEUE: "in-process",
    LOG_LEVEL: "silent",
  });
  return runServer(config, folders);
}

interface Round {
  readonly tenant: string;
  readonly service: string;
  readonly answers: Answers | undefined;
  readonly hasScenarios: boolean;
}

async function runAll(
  tenants: readonly TenantFolder[],
  { platform }: RunningServer,
  { only, step }: CircleOptions,
): Promise<TenantCircles[]> {
  const rounds = tenants.flatMap((folder) => roundsOf(folder, only));
  const contexts = new Map<string, Context>();
  for (const tenant of new Set(rounds.map((round) => round.tenant))) {
    const ground = await platform.groundFor(tenant);
    if (ground) contexts.set(tenant, asPlatform(ground));
  }
  const left = rounds.keys();
  const runs: DryRun[] = [];
  const scenarios: (ScenarioRun | undefined)[] = [];
  const work = async () => {
    for (const at of left) {
      const { tenant, service, answers, hasScenarios } = rounds[at] as Round; // The keys are its own.
      const ctx = contexts.get(tenant);
      if (!ctx) throw new Error(`There is no tenant ${tenant}.`);
      const { dryRuns } = platform;
      runs[at] = await dryRun(ctx, service, { ...(answers && { answers }) }, dryRuns);
      if (hasScenarios)
        scenarios[at] = await (await beginScenarioRun(ctx, service, {}, dryRuns)).done;
      step();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return tenants.map(({ tenant: { id } }) => {
    const isIts = (_: unknown, at: number) => rounds[at]?.tenant === id;
    return {
      tenant: id,
      runs: runs.filter(isIts),
      scenarios: scenarios.filter(isIts).filter((one) => one !== undefined),
    };
  });
}

/** Each service with the fullest of its examples; answers are made up for one that has none. */
function roundsOf(folder: TenantFolder, only: string | undefined): Round[] {
  return folder.services
    .filter(({ id }) => only === undefined || id === only)
    .map(({ id: service, scenarios }) => {
      const examples = folder.examples.filter((example) => example.service === service);
      const example = examples.find(({ name }) => name === "most") ?? examples[0];
      const answers = example && movedToToday(example);
      const hasScenarios = scenarios.length > 0;
      return { tenant: folder.tenant.id, service, answers, hasScenarios };
    });
}

function movedToToday({ answers, receivedAt = usualMoment }: Example): Answers {
  return asOfToday(answers, receivedAt.slice(0, 10), ukDate(new Date()));
}
