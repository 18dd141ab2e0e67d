import { join } from "node:path";
import { runProgram } from "../child.ts";
import { prepareStart } from "../measures/start.ts";
import type { Rig } from "../rig.ts";
import { median } from "../statistics.ts";

const rounds = 3;

/** How long the command line takes to take a council on with every recipe of the cookbook, from its start to its end. */
export async function newTenantMs(rig: Rig): Promise<number> {
  rig.say("Taking councils on …");
  await prepareStart(rig, "taken-on");
  const env = { GUILDHALL_DATA: join(rig.data, "taken-on") };
  const times: number[] = [];
  for (let nth = 0; nth < rounds; nth += 1) {
    const began = performance.now();
    await runProgram([process.execPath, rig.product, ...commandFor(`newshire-${nth}`)], {
      env,
      cwd: rig.root,
    });
    times.push(performance.now() - began);
  }
  return median(times);
}

function commandFor(id: string): string[] {
  const flags = {
    id,
    name: "Newshire District Council",
    colour: "#1f4e5f",
    admin: `Ada Byron <ada@${id}.example>`,
    recipes: "all",
  };
  return [
    "tenant",
    "create",
    ...Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]),
  ];
}
