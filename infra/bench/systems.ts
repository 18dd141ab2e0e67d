import type { Target } from "./loader/target.ts";
import { acceptRound, acceptsPerS } from "./measures/accepts.ts";
import { deliveredPerS, peerDeliveredPerS, steadyRound } from "./measures/delivered.ts";
import { fdatasyncPerS } from "./measures/fdatasync.ts";
import { n8n, nodeRed, openPeer } from "./measures/peers.ts";
import {
  hasRedis,
  openBullmqAlone,
  openCouncil,
  openHello,
  openKeyChecker,
  openWriter,
  type Rig,
  type Server,
} from "./rig.ts";
import type { Measure } from "./rounds.ts";
import { council } from "./tenant.ts";

/** A server of the product, and what is measured on it. */
export interface System {
  readonly server: Server;
  readonly measure: Measure;
}

const inFlight = 32;
const steadyPerS = 200;

/** What the machine can do at most: answer without work, make 4 KiB last, and write what an accept writes. */
export async function openLimits(rig: Rig): Promise<Measure[]> {
  const hello = await openHello(rig);
  const writer = await openWriter(rig);
  return [
    {
      name: "bare Hono",
      run: async (share) => ({ honoPerS: await acceptsPerS(rig, hello, 1.5 * share) }),
    },
    {
      name: "bare Hono, reading",
      run: async (share) => ({
        honoGetPerS: await acceptsPerS(rig, { ...hello, kind: "read" }, 1.5 * share),
      }),
    },
    { name: "disk", run: async (share) => ({ fdatasyncPerS: fdatasyncPerS(rig.data, share) }) },
    {
      name: "store",
      run: async (share) => ({
        storePerS: await writer.ask("write", { seconds: 2 * share, inFlight }),
      }),
    },
  ];
}

/** A server that accepts and delivers nothing. */
export async function openAccepting(rig: Rig): Promise<System> {
  const server = await openCouncil(rig, "accepting", { queue: "in-process" });
  return {
    server,
    measure: { name: "accept", run: (share) => acceptRound(rig, server, 2.5 * share) },
  };
}

/** The same server read from: one process, asked for by a key again and again. */
export function openReading(rig: Rig, { server }: System): Measure {
  const run = async (share: number) => {
    const { id } = await server.worker.ask("oneProcess", council);
    const { url, key = "" } = server.target;
    const target: Target = { kind: "read", url: `${url}/${id}`, key };
    return { readPerS: await acceptsPerS(rig, target, 2 * share) };
  };
  return { name: "read", run };
}

/** API keys checked by one core. */
export async function openKeyChecks(rig: Rig): Promise<Measure> {
  const worker = await openKeyChecker(rig);
  const run = async (share: number) => ({
    keyChecksPerS: await worker.ask("checksPerS", share),
  });
  return { name: "keys", run };
}

/** A server that also delivers, handing over within the process. */
export async function openInProcess(rig: Rig): Promise<System> {
  const { sinkPort } = rig;
  const server = await openCouncil(rig, "in-process", { queue: "in-process", sinkPort });
  const run = async (share: number) => ({
    deliveredInProcessPerS: await deliveredPerS(rig, server, 2 * share),
  });
  return { server, measure: { name: "in-process", run } };
}

/** The latencies of a server that delivers, at a rate it can well bear. */
export function steady(rig: Rig, { server }: System): Measure {
  return {
    name: `${steadyPerS}/s`,
    run: async (share) => {
      const load = { perS: steadyPerS, seconds: 3 * share };
      const { accept, endToEnd } = await steadyRound(rig, server, load);
      return {
        acceptP50Ms: accept.p50Ms,
        acceptP99Ms: accept.p99Ms,
        endToEndP50Ms: endToEnd.p50Ms,
        endToEndP99Ms: endToEnd.p99Ms,
      };
    },
  };
}

/** A server that delivers over BullMQ on a Redis of its own; none where no Redis is installed. */
export async function openOverRedis(rig: Rig): Promise<System | undefined> {
  if (!(await hasRedis())) {
    rig.say("BullMQ is left out: no redis-server or valkey-server is on the PATH.");
    return undefined;
  }
  const { sinkPort } = rig;
  const server = await openCouncil(rig, "redis", { queue: "bullmq", sinkPort });
  const run = async (share: number) => ({
    deliveredRedisPerS: await deliveredPerS(rig, server, 2 * share),
  });
  return { server, measure: { name: "BullMQ", run } };
}

/** What BullMQ does at most with jobs that hold nothing and do nothing; none where no Redis is installed. */
export async function openBullmq(rig: Rig): Promise<Measure[]> {
  if (!(await hasRedis())) return [];
  const worker = await openBullmqAlone(rig);
  const run = async (share: number) => ({
    bullmqAlonePerS: await worker.ask("jobsPerS", 2 * share),
  });
  return [{ name: "BullMQ alone", run }];
}

/** The peers that are installed here. */
export async function openPeers(rig: Rig): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [figure, peer] of [["nodeRedPerS", nodeRed] as const, ["n8nPerS", n8n] as const]) {
    const target = await openPeer(rig, peer);
    const run = async (share: number) => ({
      [figure]: target ? await peerDeliveredPerS(rig, target, 3 * share) : 0,
    });
    if (target) measures.push({ name: peer.name, run });
  }
  return measures;
}
