import type { Ticket } from "@guildhall/contract";
import { createWorld, type World } from "@guildhall/domain/testing";
import { type Carrier, Relay } from "../relay.ts";

/** A queue that keeps what it is handed, or refuses it. */
export class FakeCarrier implements Carrier {
  readonly taken: Ticket[] = [];
  refuses = false;

  async dispatch(tickets: readonly Ticket[]): Promise<readonly Ticket[]> {
    if (this.refuses) return tickets;
    this.taken.push(...tickets);
    return [];
  }
}

export const window = 4;

/** A world whose rows go to a relay of a window of four, by a clock that moves timers along. */
export interface RelayWorld extends AsyncDisposable {
  readonly world: World;
  readonly relay: Relay;
  readonly carrier: FakeCarrier;
  readonly errors: unknown[];
  /** Tenants that cannot be opened. */
  readonly unopenable: Set<string>;
  /** Let time pass, and what then begins come to its end. */
  pass(ms: number): Promise<void>;
  /** Start processes, each of which owes a delivery and a message. */
  start(count: number): Promise<string[]>;
  /** Let every ticket that is under way have had its turn. */
  finishAll(): void;
  states(process: string | undefined): Promise<string[]>;
  /** A relay as it begins after this one was killed. */
  succeed(): [FakeCarrier, Relay];
}

export async function createRelayWorld(): Promise<RelayWorld> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const unopenable = new Set<string>();
  const errors: unknown[] = [];
  const carrier = new FakeCarrier();
  const begin = ({ groundFor, clock }: Pick<World, "groundFor" | "clock">, to = carrier) =>
    new Relay({
      carrier: to,
      window,
      now: clock.now,
      groundFor: async (tenant) => {
        if (unopenable.has(tenant)) throw new Error("the file is spoilt");
        return groundFor(tenant);
      },
      onError: (error) => errors.push(error),
    });
  let relay: Relay | undefined;
  const world = await createWorld({
    handover: (parts) => {
      relay = begin(parts);
      return relay;
    },
  });
  if (!relay) throw new Error("a world asks for its handover");
  return {
    world,
    relay,
    carrier,
    errors,
    unopenable,
    ...handles({ world, relay, carrier, begin }),
  };
}

type Parts = Pick<RelayWorld, "world" | "relay" | "carrier"> & {
  begin(world: World, to: FakeCarrier): Relay;
};

function handles({ world, relay, carrier, begin }: Parts) {
  return {
    pass: (ms: number) => pass(world, ms),
    start: async (count: number) => {
      const ids: string[] = [];
      for (let n = 0; n < count; n += 1) ids.push((await world.start()).id);
      return ids;
    },
    finishAll: () => {
      for (const ticket of carrier.taken.splice(0)) relay.finished(ticket);
    },
    states: async (process = "") => (await world.owed(process)).map(({ state }) => state),
    succeed: (): [FakeCarrier, Relay] => {
      relay.stop();
      const successor = new FakeCarrier();
      return [successor, begin(world, successor)];
    },
    [Symbol.asyncDispose]: async () => {
      relay.stop();
      vi.useRealTimers();
      await world[Symbol.asyncDispose]();
    },
  };
}

async function pass(world: World, ms: number): Promise<void> {
  world.clock.move(ms);
  await vi.advanceTimersByTimeAsync(ms);
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(0);
  }
}
