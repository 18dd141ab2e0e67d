import type { Config } from "@guildhall/runtime";
import type { ClusterNode } from "./cluster/node.ts";
import type { Tending } from "./cluster/tending.ts";
import type { Parts } from "./parts.ts";
import type { WrittenCalls } from "./written-calls.ts";

/** What begins and ends with a process. */
export interface Living {
  readonly tending: Tending;
  readonly calls: WrittenCalls;
  readonly upkeep: { start(): void; stop(): void };
  /** Left out where no other process uses the data folder. */
  readonly node: ClusterNode | undefined;
}

/** How a process begins to do its work, and how it ends. */
export interface Life {
  start(): Promise<void>;
  end(deadlineMs?: number): Promise<void>;
}

/** Together with what comes before and after it, less than the 30 seconds that whoever ends us allows. */
const endMs = 15_000;
/** What has had its time already is given a little more, to be told that it is over. */
const leastMs = 1000;

export function createLife(parts: Parts, { tending, calls, upkeep, node }: Living): Life {
  const { config, store, queue, relay } = parts;
  return {
    start: async () => {
      calls.start();
      queue.queue.work(tending.handle, { concurrency: concurrencyOf(config) });
      if (node) await node.custody.start();
      else await beginAll(parts, tending);
      upkeep.start();
    },
    end: async (deadlineMs = endMs) => {
      const until = performance.now() + deadlineMs;
      upkeep.stop();
      if (node) await node.custody.stop(deadlineMs);
      await calls.close();
      relay.stop();
      await queue.close({ deadlineMs: Math.max(until - performance.now(), leastMs) });
      await parts.checker.close();
      parts.files.close();
      await parts.forwarder.close();
      store.close();
    },
  };
}

/** Tend every tenant there is, and whoever is new when it is first used. */
async function beginAll({ store, newcomers, report }: Parts, tending: Tending): Promise<void> {
  const tenants = (await store.tenants()).map(({ definition }) => definition.id);
  for (const tenant of tenants) await tending.begin(tenant).catch(report);
  newcomers.start(tenants, (tenant) => void tending.begin(tenant).catch(report));
}

/** What a tenant's own house needs done must not keep a core from what is owed to the outside. */
function concurrencyOf({ concurrency: each }: Config) {
  return { connector: each, message: each, webhook: each, scan: 2, maintenance: 1 };
}
