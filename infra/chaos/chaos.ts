import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "@guildhall/runtime";
import { audit, settled } from "./audit.ts";
import { BackOffices } from "./back-office.ts";
import { Callbacks } from "./callbacks.ts";
import { Citizens } from "./citizens.ts";
import { type ChaosCouncil, makeCouncils, mannerOf } from "./councils.ts";
import { brokenPromises, type Figures, percentile } from "./figures.ts";
import { createKiller } from "./killer.ts";
import { type MailSink, openMailSink } from "./mail-sink.ts";
import type { Options } from "./options.ts";
import { type Product, startProduct } from "./product.ts";
import { randomFrom } from "./random.ts";
import { freePort, openRedis, type Redis } from "./redis.ts";

const settleMs = 120_000;
const everyMs = 700;
/** Connections are made and councils opened before anything is timed. */
const warmUpMs = 5000;

/** Run the whole of it, and give the exit code: 0 where every promise held. `bundle` is the product's own. */
export async function runChaos(options: Options, bundle: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "guildhall-chaos-"));
  try {
    const scene = await openScene(folder, options);
    const figures = await play(scene, options, bundle);
    await closeScene(scene);
    const broken = brokenPromises(figures, { acknowledged: leastOf(options) });
    for (const sentence of broken) say(`${sentence}.`);
    process.stdout.write(`${JSON.stringify(figures, undefined, options.json ? 0 : 2)}\n`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    if (options.keep) say(`The data is in ${folder}.`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

/** Nine councils send something every 0.7 seconds, and half of what they could is asked for. */
function leastOf({ seconds, flood }: Options): number {
  return Math.min(2000, Math.floor((seconds * 9 * 1000) / everyMs / 2) + flood);
}

/** All that is there beside the product. */
interface Scene {
  readonly folder: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly councils: readonly ChaosCouncil[];
  readonly random: () => number;
  readonly callbacks: Callbacks;
  readonly backOffices: BackOffices;
  readonly mail: MailSink;
  readonly redis: Redis | undefined;
}

async function openScene(folder: string, { seed, queue, seconds }: Options): Promise<Scene> {
  const random = randomFrom(seed);
  // A back office outlasts the faults, as one that calls again for an hour does.
  const callbacks = new Callbacks({ random, patienceMs: seconds * 1000 + 60_000 });
  const backOffices = new BackOffices({ mannerOf, random, onCase: (made) => callbacks.tell(made) });
  const officePort = await backOffices.open();
  const mail = await openMailSink();
  const redis = queue === "bullmq" ? await openRedis(folder) : undefined;
  const port = await freePort();
  const env = {
    ...settings({ folder, port, officePort, smtpUrl: mail.url }),
    QUEUE: queue,
    ...(redis && { REDIS_URL: redis.url }),
  };
  const councils = await makeCouncils(readConfig(env));
  return { folder, port, env, councils, random, callbacks, backOffices, mail, redis };
}

async function closeScene({ redis, mail, backOffices }: Scene): Promise<void> {
  await redis?.close();
  await mail.close();
  backOffices.close();
}

async function play(scene: Scene, options: Options, bundle: string): Promise<Figures> {
  const { folder: data, port, env, councils, backOffices } = scene;
  say(`Ten councils are made; the product starts (${options.shape}, ${options.queue}).`);
  const product = await startProduct({ bundle, shape: options.shape, data, port, env });
  const citizens = new Citizens(`http://127.0.0.1:${port}`);
  const starts = await flood({ citizens, councils, backOffices, options });
  const kills = await goWrong({ ...scene, product, citizens }, options);
  await citizens.end(30_000);
  await product.restart();
  const account = await comeToRest(scene, citizens);
  await product.close();
  return { ...account, ...kills, ...starts };
}

/** Let processes die and calls fail for the time given, while citizens go on. */
async function goWrong(
  {
    product,
    citizens,
    councils,
    backOffices,
    redis,
    random,
  }: Scene & { product: Product; citizens: Citizens },
  { seconds }: Options,
): Promise<Pick<Figures, "processKills" | "redisKills">> {
  const killer = createKiller({ product, redis, random, say });
  const stopSending = citizens.begin(councils, everyMs);
  backOffices.misbehaves = true;
  await killer.run(seconds * 1000);
  stopSending();
  backOffices.misbehaves = false;
  say("No more faults: what is left is delivered.");
  return { processKills: killer.processKills, redisKills: killer.redisKills };
}

/** Wait until all is settled, and count. */
async function comeToRest(scene: Scene, citizens: Citizens) {
  const { port, councils, backOffices, callbacks, mail } = scene;
  const { acknowledged } = citizens;
  const origin = `http://127.0.0.1:${port}`;
  if (!(await settled({ origin, councils }, settleMs))) say("Not all was settled in time.");
  await callbacks.idle();
  await quiet(mail);
  const mayHold = (council: string) => mannerOf(council) === "mute";
  const asked = { origin, councils, acknowledged, backOffices, mayHold };
  const { strays, ...account } = await audit(asked);
  for (const stray of strays) say(`${stray}.`);
  const surprises = [...citizens.surprises, ...callbacks.surprises];
  for (const [name, count] of surprises) say(`${count} times an answer of ${name}.`);
  return {
    acknowledged: acknowledged.size,
    ...account,
    messagesSentTwice: mail.twice,
    ambiguousInjected: ambiguousIn(backOffices, acknowledged) + account.heldAfterKill,
    messages: mail.received,
    repeatedRequests: citizens.repeats,
    unexpectedAnswers: surprises.reduce((sum, [, count]) => sum + count, 0),
  };
}

/** How many calls without an answer were made to back offices that nobody can ask. */
function ambiguousIn(
  { doubtful }: BackOffices,
  acknowledged: ReadonlyMap<string, { readonly council: string }>,
): number {
  const councilOf = (reference: string) => acknowledged.get(reference)?.council;
  const councils = [...doubtful].map(councilOf).filter((council) => council !== undefined);
  return councils.filter((council) => mannerOf(council) === "mute").length;
}

/** Let one council flood a back office that answers nothing, and see how soon the others' processes reach theirs. */
async function flood({
  citizens,
  councils,
  backOffices,
  options,
}: {
  citizens: Citizens;
  councils: readonly ChaosCouncil[];
  backOffices: BackOffices;
  options: Options;
}): Promise<Pick<Figures, "smallTenantP50StartMs" | "smallTenantP99StartMs">> {
  const [first, ...others] = councils;
  if (!first) throw new Error("There is no council.");
  say(`${first.id} floods a back office that hangs with ${options.flood} processes.`);
  backOffices.hanging.add(first.id);
  const stop = citizens.begin(others, 400);
  await pause(warmUpMs);
  const from = Date.now();
  await citizens.flood(first, options.flood);
  await pause(10_000);
  stop();
  await pause(3000);
  backOffices.hanging.delete(first.id);
  const starts = [...citizens.acknowledged.values()]
    .filter(({ council, at }) => council !== first.id && at >= from)
    .map(({ reference, at }) => (backOffices.heardAt.get(reference) ?? Date.now()) - at);
  return {
    smallTenantP50StartMs: percentile(starts, 50),
    smallTenantP99StartMs: percentile(starts, 99),
  };
}

async function quiet(mail: { readonly received: number }): Promise<void> {
  for (let last = -1; last !== mail.received; ) {
    last = mail.received;
    await pause(3000);
  }
}

function settings(given: { folder: string; port: number; officePort: number; smtpUrl: string }) {
  return {
    PATH: process.env.PATH ?? "",
    PORT: String(given.port),
    PUBLIC_URL: `http://localhost:${given.port}`,
    GUILDHALL_DATA: given.folder,
    SIMULATORS: "off",
    SIMULATORS_PORT: String(given.officePort),
    ALLOW_LOOPBACK: `localhost:${given.officePort}`,
    SMTP_URL: given.smtpUrl,
    LOG_LEVEL: "warn",
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function say(sentence: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${sentence}\n`);
}
