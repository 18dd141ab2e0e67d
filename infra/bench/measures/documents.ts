import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type ProgramOptions, runProgram, startWorker } from "../child.ts";
import type { Rig } from "../rig.ts";
import type { DocumentCosts, DocumentsCommands } from "../servers/documents.ts";

const rounds = 50;
const files = 1000;

/** What a document costs from answers to checked XML. */
export async function documentCosts({ root, folder }: Rig): Promise<DocumentCosts> {
  const worker = startWorker<DocumentsCommands>(join(folder, "documents.mjs"));
  const costs = await worker.ask("costs", { root, rounds });
  await worker.kill();
  return costs;
}

/** How long the command takes to check a thousand files against a real schema. */
export async function validateMs(rig: Rig): Promise<number> {
  const valuebill = join(rig.root, "tenants/cookbook/schemas/valuebill");
  const fixture = join(rig.root, "packages/xml/fixtures/CTValid1.xml");
  const folder = join(rig.data, "files");
  mkdirSync(folder);
  const paths = Array.from({ length: files }, (_, nth) => join(folder, `${nth}.xml`));
  for (const path of paths) cpSync(fixture, path);
  return timeOf(rig, ["xml", "validate", "--schema", valuebill, ...paths]);
}

/** How long a council with all its services takes to be applied, and to be applied again unchanged. */
export async function applyMs(rig: Rig): Promise<{ firstMs: number; unchangedMs: number }> {
  const args = ["tenant", "apply", join(rig.root, "tenants/cambridge-city")];
  const env = { GUILDHALL_DATA: join(rig.data, "applied") };
  return { firstMs: await timeOf(rig, args, env), unchangedMs: await timeOf(rig, args, env) };
}

async function timeOf(
  { root, product }: Rig,
  args: readonly string[],
  env: NonNullable<ProgramOptions["env"]> = {},
): Promise<number> {
  const began = performance.now();
  await runProgram([process.execPath, product, ...args], { env, cwd: root });
  return performance.now() - began;
}
