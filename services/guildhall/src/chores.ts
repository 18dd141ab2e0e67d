import type { Chore } from "@guildhall/contract";
import type { Ground } from "@guildhall/domain";

/** Something that every tenant has to have done now and then. */
export interface Upkeep {
  readonly firstMs: number;
  readonly everyMs: number;
  run(ground: Ground): Promise<unknown>;
}

/** What chores are handed over to: the queue, which tells what it does not take. */
export interface ChoreCarrier {
  dispatch(chores: readonly Chore[]): Promise<readonly Chore[]>;
}

export interface ChoresOptions {
  tenants(): Promise<readonly string[]>;
  groundFor(tenant: string): Promise<Ground | undefined>;
  readonly carrier: ChoreCarrier;
  readonly upkeep: Readonly<Record<string, Upkeep>>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Has what is due done for every tenant, in a lane of its own, so that it keeps no delivery waiting. */
export interface Chores {
  start(): void;
  stop(): void;
  /** Hand one kind of upkeep over for all tenants; what the queue does not take is done here. */
  round(name: string): Promise<void>;
  /** Do one that came out of the queue. */
  handle(chore: Chore): Promise<void>;
}

export function createChores(options: ChoresOptions): Chores {
  const { upkeep, onError } = options;
  const timers = new Map<string, NodeJS.Timeout>();
  let isStopped = false;

  const handle = async ({ tenant, id }: Chore) => {
    const ground = isStopped ? undefined : await options.groundFor(tenant);
    if (ground) await upkeep[id]?.run(ground);
  };
  const round = async (id: string) => {
    const turn = { id, kind: "maintenance", generation: options.now() } as const;
    const chores = (await options.tenants()).map((tenant) => ({ ...turn, tenant }));
    for (const refused of await options.carrier.dispatch(chores)) {
      await handle(refused).catch(onError);
    }
  };
  const wait = (name: string, ms: number, everyMs: number) => {
    if (isStopped) return;
    const again = () => wait(name, everyMs, everyMs);
    const timer = setTimeout(() => round(name).catch(onError).finally(again), ms);
    timers.set(name, timer.unref());
  };

  return {
    handle,
    round,
    start() {
      for (const [name, { firstMs, everyMs }] of Object.entries(upkeep)) {
        wait(name, firstMs, everyMs);
      }
    },
    stop() {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
