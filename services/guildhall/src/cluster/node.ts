import type { Answer } from "../door/door.ts";
import type { Parts } from "../parts.ts";
import { type Custody, createCustody } from "./custody.ts";
import { Hosting } from "./hosting.ts";
import { createNodeDoor } from "./node-door.ts";
import type { NodeShape } from "./node-shape.ts";
import { createTenantFetch } from "./tenant-fetch.ts";
import type { Tending } from "./tending.ts";
import { createWhereabouts } from "./whereabouts.ts";

export interface NodeOptions {
  readonly shape: NodeShape;
  /** The API of this process. */
  readonly api: Answer;
  readonly tending: Tending;
  readonly flush: () => Promise<void>;
}

/** One of the processes that share a data folder. */
export interface ClusterNode {
  /** Answers what is asked of tenants, wherever they are held. */
  readonly answer: Answer;
  /** Answers the other processes. */
  readonly door: (request: Request) => Promise<Response>;
  readonly custody: Custody;
}

/** Make one process part of the whole: what it does not hold, it leads to whoever does. */
export function createNode(parts: Parts, { shape, api, tending, flush }: NodeOptions): ClusterNode {
  const { config, store, forwarder, relay, rounds, metrics, report } = parts;
  const hosting = new Hosting();
  const custody = createCustody({ store, hosting, tending, flush, onError: report });
  const take = shape.roles.includes("worker") ? custody.take : undefined;
  const whereabouts = createWhereabouts({ store, self: shape.id, take });
  const { publicUrl } = config;
  const favours = {
    take: async (tenant: string) => (await take?.(tenant)) ?? false,
    lend: custody.lend,
    takeBack: custody.takeBack,
    wake: (tenant: string) => {
      relay.wake(tenant);
      rounds.wake(tenant);
    },
    metrics: () => metrics.text(),
  };
  return {
    answer: createTenantFetch({
      api,
      hosting,
      whereabouts,
      forwarder,
      publicUrl,
      onError: report,
    }),
    door: createNodeDoor({ api, hosting, whereabouts, favours }),
    custody,
  };
}
