import { ConfigError, readConfig } from "@guildhall/runtime";
import type { CommandWorld } from "../commands/world.ts";
import { lookAtAddress, lookAtCertificate } from "./address.ts";
import { type Finding, findingsOf, lookAtAll } from "./finding.ts";
import {
  lookAtClock,
  lookAtData,
  lookAtNode,
  lookAtPorts,
  lookAtRedis,
  lookAtRootKey,
} from "./machine.ts";

/** Look at everything that the platform needs here, say what was found, and give the exit code. */
export async function examine({ env, print }: CommandWorld, json: boolean): Promise<number> {
  const findings = await findAll(env);
  const isWell = findings.every(({ status }) => status !== "failed");
  const status = isWell ? "ok" : "failed";
  if (json) print(JSON.stringify({ status, checks: findings }));
  else for (const found of findings) print(`${found.status.padEnd(8)} ${found.sentence}`);
  return isWell ? 0 : 1;
}

async function findAll(env: CommandWorld["env"]): Promise<Finding[]> {
  try {
    const config = readConfig(env);
    return lookAtAll({
      node: () => lookAtNode(),
      data: () => lookAtData(config),
      "root-key": () => lookAtRootKey(config),
      ports: () => lookAtPorts(config),
      redis: () => lookAtRedis(config),
      clock: () => lookAtClock(config),
      address: () => lookAtAddress(config),
      certificate: () => lookAtCertificate(config),
    });
  } catch (error) {
    if (error instanceof ConfigError)
      return [lookAtNode(), findingsOf("configuration").failed(error.message)];
    throw error;
  }
}
