import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readConfig } from "@guildhall/runtime";
import { BackOffices } from "../../chaos/back-office.ts";
import { Citizens } from "../../chaos/citizens.ts";
import { makeCouncils, mannerOf } from "../../chaos/councils.ts";
import { startProduct } from "../../chaos/product.ts";
import { freePort } from "../../chaos/redis.ts";
import { hasRedis, type Rig } from "../rig.ts";

const councils = 6;
const processes = 1200;
const warmUp = 300;
const atOnce = 48;
const longestWaitMs = 60_000;

/** How many processes a second are accepted and delivered by one process, and by the cluster of four, with BullMQ. */
export interface Shapes {
  readonly onePerS: number | null;
  readonly clusterPerS: number | null;
}

/** Run the product as it is started, in both shapes, one after the other, each with its own Redis. */
export async function deliveredByShape(rig: Rig): Promise<Shapes> {
  if (!(await hasRedis())) return { onePerS: null, clusterPerS: null };
  return { onePerS: await deliveredBy(rig, "one"), clusterPerS: await deliveredBy(rig, "cluster") };
}

async function deliveredBy({ data, product }: Rig, shape: "one" | "cluster"): Promise<number> {
  const folder = join(data, `shape-${shape}`);
  mkdirSync(folder);
  const backOffices = new BackOffices({ mannerOf, random: Math.random, onCase: () => {} });
  const [officePort, port] = [await backOffices.open(), await freePort()];
  const env = settings({ folder, port, officePort });
  const made = await makeCouncils(readConfig(env), councils);
  const running = await startProduct({ bundle: product, shape, data: folder, port, env });
  const citizens = new Citizens(`http://127.0.0.1:${port}`);
  const send = async (count: number) => {
    const expected = backOffices.cases.size + count;
    await Promise.all(
      made.map((council) => citizens.flood(council, count / councils, atOnce / councils)),
    );
    await arrived(backOffices, expected);
  };
  await send(warmUp);
  const begun = performance.now();
  await send(processes);
  const perS = (processes * 1000) / (performance.now() - begun);
  await citizens.end(0);
  await running.close();
  backOffices.close();
  return perS;
}

/** Wait until so many cases are there. @throws Error when some do not come */
async function arrived({ cases }: BackOffices, expected: number): Promise<void> {
  const until = performance.now() + longestWaitMs;
  while (cases.size < expected) {
    if (performance.now() > until) throw new Error(`${expected - cases.size} cases never arrived`);
    await pause(5);
  }
}

function settings({
  folder,
  port,
  officePort,
}: Record<"folder" | "port" | "officePort", string | number>) {
  return {
    PATH: process.env.PATH ?? "",
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    GUILDHALL_DATA: String(folder),
    SIMULATORS: "off",
    SIMULATORS_PORT: String(officePort),
    ALLOW_LOOPBACK: `localhost:${officePort}`,
    QUEUE: "bullmq",
    LOG_LEVEL: "error",
  };
}
