import {
  type Config,
  createHealth,
  createMetrics,
  type Health,
  type Metrics,
  startTelemetry,
} from "@guildhall/runtime";
import { createOwedFigures } from "./owed-figures.ts";
import type { Platform } from "./platform.ts";
import { queueFigures } from "./queue-figures.ts";

/** What can be seen of a process from outside. */
export interface Observation {
  readonly metrics: Metrics;
  /** From now on the figures are this platform's; gives what says whether it is well. */
  of(platform: Platform): Health;
  stop(): Promise<void>;
}

/** Begin to count, and to keep traces where there is somewhere to send them, before there is anything to see. */
export async function observe({ tracesTo: endpoint }: Config): Promise<Observation> {
  const telemetry = endpoint && (await startTelemetry({ endpoint, name: "guildhall" }));
  let seen: Platform | undefined;
  let owed: ReturnType<typeof createOwedFigures> | undefined;
  return {
    metrics: createMetrics({
      owed: async () => (await owed?.()) ?? { tenants: [] },
      queue: async () => (seen ? queueFigures(seen.queue) : { lanes: undefined }),
      unlistedCalls: () => seen?.calls.unlisted ?? 0,
    }),
    of: (platform) => {
      seen = platform;
      owed = createOwedFigures({ ...platform, now: Date.now });
      return healthOf(platform);
    },
    stop: async () => {
      if (telemetry) await telemetry.stop();
    },
  };
}

/** Redis is not required: without it what is owed waits, and citizens notice nothing. */
function healthOf({ store, queue }: Platform): Health {
  return createHealth({
    checks: {
      directory: { required: true, run: () => store.tenants() },
      workers: { required: true, run: () => hasWorkers(store) },
      queue: { required: false, run: async () => queue.trouble() === undefined },
    },
  });
}

/** Whether some process holds tenants, where this one does not; that each of them has an owner heals by itself. */
async function hasWorkers({ node, nodes }: Platform["store"]): Promise<boolean> {
  if (!node || node.roles.includes("worker")) return true;
  return (await nodes.list()).some(({ roles }) => roles.includes("worker"));
}
