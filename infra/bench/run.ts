import type { Figures } from "./figures.ts";
import { deliveredByShape } from "./measures/cluster.ts";
import { applyMs, documentCosts, validateMs } from "./measures/documents.ts";
import { smallTenantP99Ms } from "./measures/flood.ts";
import { idleFigures, openIdle } from "./measures/idle.ts";
import { perTenantMb } from "./measures/memory.ts";
import { tenThousandMessagesMs } from "./measures/messages.ts";
import { peersSinkPort } from "./measures/peers.ts";
import { writeProfiles } from "./measures/profiles.ts";
import { fillForms, questionPages } from "./measures/question-page.ts";
import { prepareStart, startFigures } from "./measures/start.ts";
import { survivalOf } from "./measures/survival.ts";
import { openManyProcesses, trackedFigures } from "./measures/tracking.ts";
import { openRig, type Place, type Rig } from "./rig.ts";
import { interleaved, type Measure, medianOf, ratioOf, type Series } from "./rounds.ts";
import {
  openAccepting,
  openBullmq,
  openInProcess,
  openKeyChecks,
  openLimits,
  openOverRedis,
  openPeers,
  openReading,
  steady,
} from "./systems.ts";

export interface RunOptions {
  readonly peers: boolean;
  readonly rounds: number;
  /** A folder for profiles of the servers under load; none are made without it. */
  readonly profiles?: string | undefined;
}

/**
 * Measure everything, one thing after the other, but for what is at rest and what takes no time that counts. Nothing is
 * asked of the machine but by this run.
 */
export async function runBench(place: Place, options: RunOptions): Promise<Figures> {
  const rig = await openRig(place, options.peers ? peersSinkPort : 0);
  const { unused, figures } = await firstFigures(rig);
  rig.say("Killing the server with the back office down …");
  const ackedThenKilled = await survivalOf(rig);
  rig.say("Writing and checking documents …");
  const documents = await documentFigures(rig);
  rig.say("Flooding a back office that hangs …");
  const smallTenantMs = await smallTenantP99Ms(rig);
  rig.say("Delivering in one process, and in four …");
  const shapes = await deliveredByShape(rig);
  // What nobody uses takes nothing of the machine from the others.
  const [series, idle] = await Promise.all([measureRounds(rig, options), idleFigures(unused)]);
  return {
    ...ratesOf(series),
    ...latenciesOf(series),
    ...shapes,
    clusterOverOne:
      shapes.onePerS === null || shapes.clusterPerS === null
        ? null
        : shapes.clusterPerS / shapes.onePerS,
    ...figures,
    ackedThenKilled,
    smallTenantP99Ms: smallTenantMs,
    idleTenantsPercent: idle.percent,
    idleTenantFiles: idle.openFiles,
    ...documents,
    ...(options.peers ? peerFiguresOf(series) : {}),
  };
}

/** Make all that takes long to make, at once, and measure what needs a machine that is otherwise at rest. */
async function firstFigures(rig: Rig) {
  rig.say("Making tenants that nobody uses, councils, and 100,000 processes …");
  const [unused, product, many] = await Promise.all([
    openIdle(rig),
    prepareStart(rig),
    openManyProcesses(rig),
  ]);
  rig.say("Starting and stopping the product …");
  const start = await startFigures(product);
  rig.say("Opening tenants, and filling in a thousand forms …");
  // What is measured of both is their own memory.
  const [tenantMb, forms] = await Promise.all([perTenantMb(rig), fillForms(rig)]);
  rig.say("Showing pages of forms …");
  const questionPage100 = await questionPages(rig, forms);
  rig.say("Showing tracking pages, and telling of changes …");
  const tracked = await trackedFigures(rig, many);
  const figures = {
    ...start,
    perTenantMb: tenantMb,
    questionPage100,
    thousandDraftsMb: forms.draftsMb,
    trackingPage100: tracked.latency,
    openPageHears: tracked.openPage,
    mailHears: tracked.mail,
  };
  return { unused, figures };
}

async function documentFigures(rig: Rig) {
  const { mapMs, checkMs, hostileMs } = await documentCosts(rig);
  const applied = await applyMs(rig);
  return {
    mapMs,
    schemaCheckMs: checkMs,
    documentMs: mapMs + checkMs,
    hostileXmlMs: hostileMs,
    validateThousandMs: await validateMs(rig),
    tenThousandMessagesMs: await tenThousandMessagesMs(rig),
    applyCouncilMs: applied.firstMs,
    applyUnchangedMs: applied.unchangedMs,
  };
}

/** Long enough for code to be compiled and files to be open. */
const warmUpShare = 0.4;

async function measureRounds(rig: Rig, { peers, rounds, profiles }: RunOptions): Promise<Series> {
  rig.say("Warming up …");
  const accepting = await openAccepting(rig);
  const inProcess = await openInProcess(rig);
  const overRedis = await openOverRedis(rig);
  const measures: Measure[] = [
    ...(await openLimits(rig)),
    accepting.measure,
    openReading(rig, accepting),
    await openKeyChecks(rig),
    inProcess.measure,
    steady(rig, inProcess),
    ...(overRedis ? [overRedis.measure] : []),
    ...(await openBullmq(rig)),
    ...(peers ? await openPeers(rig) : []),
  ];
  for (const { run } of measures) await run(warmUpShare);
  const series = await interleaved(measures, rounds, rig.say);
  const systems = [accepting, inProcess, ...(overRedis ? [overRedis] : [])];
  if (profiles !== undefined) await writeProfiles(rig, systems, profiles);
  return series;
}

function ratesOf(series: Series) {
  return {
    honoPerS: medianOf(series, "honoPerS"),
    fdatasyncPerS: medianOf(series, "fdatasyncPerS"),
    storePerS: medianOf(series, "storePerS"),
    acceptPerS: medianOf(series, "acceptPerS"),
    acceptOverStore: ratioOf(series, "acceptPerS", "storePerS") ?? 0,
    acceptOverHono: ratioOf(series, "acceptPerS", "honoPerS") ?? 0,
    honoGetPerS: medianOf(series, "honoGetPerS"),
    readPerS: medianOf(series, "readPerS"),
    readOverHono: ratioOf(series, "readPerS", "honoGetPerS") ?? 0,
    keyChecksPerS: medianOf(series, "keyChecksPerS"),
    deliveredInProcessPerS: medianOf(series, "deliveredInProcessPerS"),
    deliveredRedisPerS: medianOrNull(series, "deliveredRedisPerS"),
    bullmqAlonePerS: medianOrNull(series, "bullmqAlonePerS"),
    redisOverBullmq: ratioOf(series, "deliveredRedisPerS", "bullmqAlonePerS"),
  };
}

function latenciesOf(series: Series) {
  const latency = (name: string) => ({
    p50Ms: medianOf(series, `${name}P50Ms`),
    p99Ms: medianOf(series, `${name}P99Ms`),
  });
  return {
    accept200: latency("accept"),
    endToEnd200: latency("endToEnd"),
    loopDelayP99Ms: medianOf(series, "loopDelayP99Ms"),
  };
}

function peerFiguresOf(series: Series) {
  return {
    nodeRedPerS: medianOrNull(series, "nodeRedPerS"),
    n8nPerS: medianOrNull(series, "n8nPerS"),
    inProcessOverNodeRed: ratioOf(series, "deliveredInProcessPerS", "nodeRedPerS"),
    redisOverNodeRed: ratioOf(series, "deliveredRedisPerS", "nodeRedPerS"),
  };
}

function medianOrNull(series: Series, figure: string): number | null {
  return series.has(figure) ? medianOf(series, figure) : null;
}
