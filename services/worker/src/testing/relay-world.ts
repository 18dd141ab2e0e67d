import type { Ticket } from "@guildhall/contract";
import { createWorld, type World } from "@guildhall/domain/testing";
import { listOwed } from "@guildhall/store";
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
/** What a back office is given of it. */
export const laneRoom = 3;

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
  /** Let every ticket that is under way, or those of a kind, have had its turn. */
  finishAll(kind?: Ticket["kind"]): void;
  /** The states of what is owed for a process, or of all that is of a kind. */
  states(process: string | undefined, kind?: Ticket["kind"]): Promise<string[]>;
  /** A relay as it begins after this one was killed. */
  succeed(window?: number): [FakeCarrier, Relay];
}

export async function createRelayWorld(): Promise<RelayWorld> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const unopenable = new Set<string>();
  const errors: unknown[] = [];
  const carrier = new FakeCarrier();
  const begin = (
    { groundFor, clock }: Pick<World, "groundFor" | "clock">,
    to = carrier,
    room = window,
  ) =>
    new Relay({
      carrier: to,
      window: room,
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
  begin(world: World, to: FakeCarrier, window?: number): Relay;
};

function handles({ world, relay, carrier, begin }: Parts) {
  return {
    pass: (ms: number) => pass(world, ms),
    start: async (count: number) => {
      const ids: string[] = [];
      for (let n = 0; n < count; n += 1) ids.push((await world.start()).id);
      return ids;
    },
    finishAll: (kind?: Ticket["kind"]) => {
      for (const ticket of carrier.taken.splice(0)) {
        if (kind === undefined || ticket.kind === kind) relay.finished(ticket);
        else carrier.taken.push(ticket);
      }
    },
    states: async (process?: string, kind?: Ticket["kind"]) => {
      const owed = kind === undefined ? await world.owed(process ?? "") : await ofKind(world, kind);
      return owed.map(({ state }) => state);
    },
    succeed: (room?: number): [FakeCarrier, Relay] => {
      relay.stop();
      const successor = new FakeCarrier();
      return [successor, begin(world, successor, room)];
    },
    [Symbol.asyncDispose]: async () => {
      relay.stop();
      vi.useRealTimers();
      await world[Symbol.asyncDispose]();
    },
  };
}

async function ofKind({ ctx }: World, kind: Ticket["kind"]) {
  return (await listOwed(ctx.db, { kind, limit: 1_000 })).rows;
}

async function pass(world: World, ms: number): Promise<void> {
  world.clock.move(ms);
  await vi.advanceTimersByTimeAsync(ms);
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(0);
  }
}
