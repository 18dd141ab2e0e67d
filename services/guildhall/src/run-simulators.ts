import { existsSync } from "node:fs";
import { join } from "node:path";
import type { IsSimulated } from "@guildhall/domain";
import type { Config } from "@guildhall/runtime";
import { createSimulators } from "@guildhall/simulators";
import type { Store } from "@guildhall/store";
import type { Folders } from "./folders.ts";
import { startServer } from "./serve.ts";
import { credentialsFor, simulatorCredentials } from "./simulator-credentials.ts";

/** The back offices that stand in for real ones. */
export interface RunningSimulators {
  readonly port: number;
  close(): Promise<void>;
}

/** Tell whose systems are set up in a folder of tenants to be simulated. */
export function simulatedIn(tenants: string): IsSimulated {
  return (system, tenant) => existsSync(join(tenants, tenant, "simulators", `${system}.yaml`));
}

/** Run the simulated back offices of all tenants in this process. */
export async function runSimulators(
  store: Pick<Store, "originals">,
  config: Config,
  folders: Folders,
): Promise<RunningSimulators> {
  const tenants = [...(await store.originals()).keys()];
  const known = await simulatorCredentials(config.data);
  const simulators = createSimulators({
    folder: folders.tenants,
    dataDir: join(config.data, "simulators"),
    credentials: credentialsFor(tenants, known, config.publicUrl),
    newcomer: async (tenant) =>
      (await store.originals()).has(tenant) ? known.register : undefined,
  });
  const listening = await startServer({
    port: config.simulatorsPort,
    fetch: (request) => simulators.app.fetch(request),
  });
  return {
    port: listening.port,
    close: async () => {
      await listening.close();
      await simulators.close();
    },
  };
}
