import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serverFlags } from "../../../services/guildhall/src/server-memory.ts";
import { type Child, startProgram } from "../child.ts";
import type { Rig } from "../rig.ts";
import { median } from "../statistics.ts";
import { residentMbOf } from "./memory.ts";

const starts = 3;
const idleMs = 3000;
const longestStartMs = 30_000;
const tenant = "cambridge-city";
const service = "rubbish-accumulation";

/** How long the product takes from being started to its first acknowledgement, and what it holds when it then idles. */
export async function startFigures(
  product: Product,
): Promise<{ firstAcceptMs: number; idleRssMb: number }> {
  const times: number[] = [];
  let idleRssMb = 0;
  for (let nth = 0; nth < starts; nth += 1) {
    const began = performance.now();
    const child = product.start();
    await firstAccept(product);
    times.push(performance.now() - began);
    if (nth === starts - 1) {
      await pause(idleMs);
      idleRssMb = residentMbOf(child.pid);
    }
    await child.kill("SIGTERM");
  }
  return { firstAcceptMs: median(times), idleRssMb };
}

/** The product on a data folder that it has begun on before. */
export interface Product {
  start(): Child;
  readonly url: string;
  readonly key: string;
  readonly body: string;
}

/** Make the data folder of a default start: the councils of the tenants folder, and their keys. */
export async function prepareStart(
  { root, data, product }: Rig,
  name = "default",
): Promise<Product> {
  const folder = join(data, name);
  const [port, simulatorsPort] = await freePorts();
  const env = {
    PORT: String(port),
    SIMULATORS_PORT: String(simulatorsPort),
    GUILDHALL_DATA: folder,
    LOG_LEVEL: "error",
  };
  const command = [process.execPath, ...serverFlags, product, "serve"] as const;
  const start = () => startProgram(command, { env, cwd: root });
  const first = start();
  await untilOk(() => fetch(`http://127.0.0.1:${port}/readyz`), 200);
  await first.kill("SIGTERM");

  const keys = JSON.parse(await readFile(join(folder, "demo-keys.json"), "utf8"));
  const example = join(root, "tenants/cookbook", service, "examples/least.json");
  const { answers } = JSON.parse(await readFile(example, "utf8"));
  return {
    start,
    url: `http://127.0.0.1:${port}/t/${tenant}/v1/processes`,
    key: keys[tenant].partner,
    body: JSON.stringify({ service, answers }),
  };
}

function firstAccept({ url, key, body }: Product): Promise<void> {
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${key}`,
    "idempotency-key": `bench-start-${Date.now()}`,
  };
  return untilOk(() => fetch(url, { method: "POST", headers, body }), 202);
}

async function untilOk(ask: () => Promise<Response>, status: number): Promise<void> {
  const until = performance.now() + longestStartMs;
  for (;;) {
    const response = await ask().catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.status === status) return;
    if (performance.now() > until)
      throw new Error(`The product did not answer ${status}, but ${response?.status ?? "nothing"}`);
    await pause(5);
  }
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  const ports = servers.map(async (server) => {
    await new Promise<void>((resolve) => server.listen(0, resolve));
    return (server.address() as AddressInfo).port;
  });
  const [one = 0, two = 0] = await Promise.all(ports);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return [one, two];
}
