import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startProgram } from "../child.ts";
import type { Target } from "../loader/target.ts";
import type { Rig } from "../rig.ts";

/** Where the peers' flows send what they deliver. */
export const peersSinkPort = 4700;

interface Peer {
  readonly name: string;
  /** The script that runs it, in the peers' folder. */
  readonly script: string;
  /** What is there when it is installed, below the peers' home. */
  readonly program: string;
  readonly url: string;
  readonly startsWithinMs: number;
}

export const nodeRed: Peer = {
  name: "Node-RED",
  script: "node-red-up.sh",
  program: "node-red/node_modules/node-red/red.js",
  url: "http://127.0.0.1:4880/f",
  startsWithinMs: 60_000,
};

export const n8n: Peer = {
  name: "n8n",
  script: "n8n-up.sh",
  program: "n8n/node_modules/n8n/bin/n8n",
  url: "http://127.0.0.1:5678/webhook/f",
  startsWithinMs: 90_000,
};

/** Start a peer and wait until it takes forms; undefined, with a sentence that says why, where that cannot be. */
export async function openPeer(rig: Rig, peer: Peer): Promise<Target | undefined> {
  const why = missing(rig, peer);
  if (why !== undefined) {
    rig.say(`${peer.name} is left out: ${why}`);
    return undefined;
  }
  const { folder, home } = placesOf(rig);
  startProgram(["bash", join(folder, peer.script)], { env: { PEERS_HOME: home } });
  const target = { kind: "peer", url: peer.url } as const;
  if (await takesForms(rig, target, peer.startsWithinMs)) return target;
  rig.say(`${peer.name} is left out: it took no form within ${peer.startsWithinMs / 1000} s.`);
  return undefined;
}

function missing(rig: Rig, { script, program }: Peer): string | undefined {
  const { folder, home } = placesOf(rig);
  if (rig.sinkPort !== peersSinkPort) return `port ${peersSinkPort} is in use.`;
  if (!existsSync(join(folder, script))) return `${folder} has no ${script}; set PEERS.`;
  if (!existsSync(join(home, program)))
    return `it is not installed in ${home}; run install.sh, or set PEERS_HOME.`;
  return undefined;
}

/** Where the peers' scripts are, and where what they run was installed. */
function placesOf({ root }: Rig): { folder: string; home: string } {
  return {
    folder: resolve(root, process.env.PEERS ?? "../shared/bench/peers"),
    home: process.env.PEERS_HOME ?? join(process.env.TMPDIR ?? "/var/tmp", "guildhall-peers"),
  };
}

async function takesForms({ loader }: Rig, target: Target, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    const load = { target, connections: 1, seconds: 0.05, most: 1 };
    if ((await loader.ask("closedLoop", load)).accepted > 0) return true;
    await pause(200);
  }
  return false;
}
