import { access, constants, stat, statfs } from "node:fs/promises";
import { get as getPlainly } from "node:http";
import { get as getSecurely } from "node:https";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { checkRedis, findRedis } from "@guildhall/queue";
import { type Config, loadRootKey } from "@guildhall/runtime";
import { type Finding, findingsOf } from "./finding.ts";

const leastNode = [20, 19] as const;
const leastFreeBytes = 1024 ** 3;

export function lookAtNode(version = process.versions.node): Finding {
  const { ok, failed } = findingsOf("node");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isEnough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  if (isEnough) return ok(`Node ${version} is recent enough.`);
  return failed(`Node ${version} is too old; ${leastNode.join(".")} or later is needed.`);
}

export async function lookAtData({ data }: Pick<Config, "data">): Promise<Finding> {
  const { ok, warning, failed } = findingsOf("data");
  const folder = await stat(data).catch(() => undefined);
  const isWritable = await canWrite(folder ? data : await nearestFolder(data));
  if (!isWritable) return failed(`${data} cannot be written to by this user.`);
  if (!folder) return ok(`${data} will be made at the first start.`);
  if (!folder.isDirectory()) return failed(`${data} is not a folder.`);
  if (folder.mode & 0o077)
    return failed(`${data} can be read by others on this machine; run: chmod 700 ${data}`);
  const { bavail, bsize } = await statfs(data);
  if (bavail * bsize < leastFreeBytes) return warning(`${data} has less than 1 GB left.`);
  return ok(`${data} can be written to, and by nobody else.`);
}

export async function lookAtRootKey(config: Config): Promise<Finding> {
  const { ok, failed } = findingsOf("root-key");
  if (config.rootKey) return ok("GUILDHALL_ROOT_KEY is set.");
  if (await exists(join(config.data, "root.key"))) {
    await loadRootKey(config);
    return ok(`${join(config.data, "root.key")} is there; keep a copy where the data is not.`);
  }
  if (await exists(join(config.data, "directory.db")))
    return failed(
      `${config.data} has databases but no root.key; put the key back, or set GUILDHALL_ROOT_KEY.`,
    );
  return ok("A root key will be made at the first start.");
}

export async function lookAtPorts(config: Config): Promise<Finding> {
  const { ok, failed } = findingsOf("ports");
  const { port, httpPort, simulators, simulatorsPort } = config;
  const wanted = [port, ...(httpPort ? [httpPort] : []), ...(simulators ? [simulatorsPort] : [])];
  const taken: number[] = [];
  for (const one of wanted) if (!(await isFree(one))) taken.push(one);
  if (taken.length === 0) return ok(`Nothing listens on ${wanted.join(", ")} yet.`);
  if (await isGuildhall(config)) return ok(`Guildhall runs on port ${port}.`);
  return failed(
    `Something listens on ${taken.join(", ")} already, or this user may not; end it, or set another port.`,
  );
}

export async function lookAtRedis(config: Config): Promise<Finding> {
  const { ok, warning, failed } = findingsOf("redis");
  if (config.queue === "in-process") return ok("Work is carried in this process, without Redis.");
  const found = await findRedis({ url: config.redisUrl, searchPath: config.searchPath });
  if (found?.kind === "given") {
    // What it throws is a sentence for the person who runs it.
    const state = await checkRedis(found.url);
    if (state === "ready") return ok("The Redis in REDIS_URL answers, and throws nothing away.");
    return warning("The Redis in REDIS_URL does not answer; work waits until it does.");
  }
  if (found) return ok(`A private Redis will be run with ${found.program}.`);
  if (config.queue === "auto") return ok("No Redis is installed: work is carried in this process.");
  return failed("QUEUE is bullmq, but REDIS_URL is not set and no redis-server is on the PATH.");
}

/** A clock that is before what it has written would end tokens and certificates at the wrong time. */
export async function lookAtClock(
  { data }: Pick<Config, "data">,
  now = Date.now(),
): Promise<Finding> {
  const { ok, failed } = findingsOf("clock");
  const newest = await Promise.all(
    [join(data, "directory.db"), join(data, "last-tenant"), process.execPath].map(writtenAt),
  );
  if (now + 60_000 < Math.max(...newest))
    return failed("The clock is behind files that were written by it; set it right.");
  return ok(`The clock says ${new Date(now).toISOString()}.`);
}

async function writtenAt(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function canWrite(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** The folder that is there of those that a path leads through. */
async function nearestFolder(path: string): Promise<string> {
  const parent = dirname(path);
  return parent === path || (await exists(parent)) ? parent : nearestFolder(parent);
}

/** Whether what listens on the platform's port is the platform. */
function isGuildhall({ port, tls }: Config): Promise<boolean> {
  const get = tls ? getSecurely : getPlainly;
  // Who answers is known by what it says; this machine need not believe its certificate.
  const asked = { port, path: "/livez", timeout: 2000, rejectUnauthorized: false };
  return new Promise((resolve) => {
    get(asked, async (response) => {
      const body = Buffer.concat(await response.toArray()).toString();
      resolve(body.includes('"loopDelayMs"'));
    })
      .on("timeout", () => resolve(false))
      .on("error", () => resolve(false));
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
