import {
  type DryRun,
  type NewScenarioRun,
  Problem,
  type Scenario,
  type ScenarioResult,
  type ScenarioRun,
  type ServiceDefinition,
} from "@guildhall/contract";
import { ukDate } from "@guildhall/forms";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { noteTried } from "../service-draft/note-tried.ts";
import { asWritten } from "./asked.ts";
import { goRound } from "./circle.ts";
import type { DryRunDesk } from "./desk.ts";
import { judge } from "./judge.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { beginRecord } from "./record.ts";
import type { Begun } from "./run.ts";

/**
 * Begin to run a service's scenarios as its tests; each result is written down as it comes.
 *
 * @throws Problem `not-found` (service, version, draft), `service-not-ready` (the draft), `request-invalid` (a
 * definition that cannot work, a scenario that there is none of)
 */
export async function beginScenarioRun(
  ctx: Context,
  service: string,
  input: NewScenarioRun,
  desk: DryRunDesk,
): Promise<Begun<ScenarioRun>> {
  requireScope(ctx, "services:write");
  const { scenarios: only, ...what } = input;
  const prepared = await prepare(ctx, service, { ...what, desk });
  const wanted = wantedOf(prepared.service.definition, only);
  const { sandbox, revision } = prepared;
  const facts = {
    id: sandbox.ids.id("scr"),
    service,
    begunAt: instant(sandbox.now()),
    ...(revision === undefined ? {} : { revision }),
    total: wanted.length,
  };
  const first = presentRun(facts, []);
  const record = await beginRecord(sandbox, facts, first);
  const run = async () => {
    const news = (some: ScenarioResult[]) => {
      if (some.length < wanted.length) record.note(presentRun(facts, some));
    };
    const results = await runAll(prepared, wanted, news);
    const ended = presentRun(facts, results);
    // Whoever reads that it has ended finds the draft's gate open.
    if (revision !== undefined)
      await noteTried(ctx, service, { revision, green: greenIn(results) });
    await record.end(ended);
    return ended;
  };
  return { first, done: run() };
}

/** Which scenarios went as they have to, for the gate that the draft is published through. */
function greenIn(results: readonly ScenarioResult[]): Record<string, boolean> {
  return Object.fromEntries(
    results.map(({ scenario, outcome }) => [scenario, outcome === "passed"]),
  );
}

function wantedOf(
  { scenarios }: ServiceDefinition,
  only: readonly string[] | undefined,
): readonly Scenario[] {
  const strangers = (only ?? []).flatMap((id, at) =>
    scenarios.some((one) => one.id === id)
      ? []
      : [
          {
            pointer: `/scenarios/${at}`,
            code: "unworkable",
            detail: `The service has no scenario “${id}”.`,
          },
        ],
  );
  if (strangers.length > 0) throw new Problem("request-invalid", { faults: strangers });
  return only === undefined ? scenarios : scenarios.filter(({ id }) => only.includes(id));
}

/** So many go round at once: most of the time goes by between two looks into a back office. */
const atOnce = 4;

/**
 * Run scenarios side by side, and those with a fault one after the other: several lost answers in a row would have the
 * sandbox stop speaking to a back office that is well.
 */
async function runAll(
  prepared: Prepared,
  scenarios: readonly Scenario[],
  onNews: (results: ScenarioResult[]) => void,
): Promise<ScenarioResult[]> {
  const results = new Map<string, ScenarioResult>();
  const inOrder = () => scenarios.flatMap(({ id }) => results.get(id) ?? []);
  const runOne = async (scenario: Scenario) => {
    results.set(scenario.id, await runScenario(prepared, scenario));
    onNews(inOrder());
  };
  const plain = scenarios.filter(({ fault }) => fault === undefined).values();
  const faulty = scenarios.filter(({ fault }) => fault !== undefined).values();
  const work = async (left: Iterable<Scenario>) => {
    for (const scenario of left) await runOne(scenario);
  };
  const hands = Array.from({ length: atOnce - 1 }, () => work(plain));
  await Promise.all([work(faulty), ...hands]);
  return inOrder();
}

async function runScenario(prepared: Prepared, scenario: Scenario): Promise<ScenarioResult> {
  const { sandbox, service } = prepared;
  const begunAt = sandbox.now();
  const asked = asWritten(scenario, ukDate(new Date(begunAt)));
  const { first, go } = goRound(prepared, { ...asked, id: sandbox.ids.id("dry"), begunAt });
  try {
    return judge(scenario, await go(() => undefined), service.definition);
  } catch {
    return brokenOff(scenario, first);
  }
}

/** A fault of the platform's own, in one scenario, keeps nobody from the results of the others. */
function brokenOff({ id, name }: Scenario, first: DryRun): ScenarioResult {
  const difference = "The platform could not go on with it. Begin it again.";
  return {
    scenario: id,
    name,
    outcome: "failed",
    verdict: `“${name}” broke off: ${difference}`,
    differences: [difference],
    run: { ...first, outcome: "failed", verdict: difference },
  };
}

type Facts = Pick<ScenarioRun, "id" | "service" | "begunAt" | "revision" | "total">;

function presentRun(facts: Facts, results: readonly ScenarioResult[]): ScenarioRun {
  const { total } = facts;
  const failed = results.filter(({ outcome }) => outcome === "failed");
  const isUnderWay = results.length < total;
  const outcome = isUnderWay ? "running" : failed.length > 0 ? "failed" : "passed";
  return { ...facts, outcome, verdict: verdictOf(results, failed, total), results: [...results] };
}

function verdictOf(
  results: readonly ScenarioResult[],
  failed: readonly ScenarioResult[],
  total: number,
): string {
  if (total === 0) return "The service has no scenarios.";
  if (results.length < total) return `${results.length} of ${countOf(total)} have been run.`;
  const [first] = failed;
  if (!first) return total === 1 ? theOne : `All ${total} scenarios went as they have to.`;
  return `${failed.length} of ${countOf(total)} went otherwise. ${first.verdict}`;
}

const theOne = "The one scenario went as it has to.";

function countOf(count: number): string {
  return `${count} ${count === 1 ? "scenario" : "scenarios"}`;
}
