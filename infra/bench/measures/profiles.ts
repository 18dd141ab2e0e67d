import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Rig } from "../rig.ts";
import type { System } from "../systems.ts";

/** Load each server once more and write down where its time goes, for when a limit is missed. */
export async function writeProfiles(
  { say }: Rig,
  systems: readonly System[],
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { server, measure } of systems) {
    const path = resolve(folder, `${measure.name}.cpuprofile`);
    await server.worker.ask("startProfile");
    await measure.run(1);
    await server.worker.ask("stopProfile", path);
    say(`  Profile: ${path}`);
  }
}
