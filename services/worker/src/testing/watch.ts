import type { World } from "@guildhall/domain/testing";
import type { Errand } from "../round.ts";
import { TenantRounds } from "../tenant-rounds.ts";

/** The rounds of a world's council, by a clock and timers that move with the world's. */
export interface Watch {
  /** What went wrong and was not taken away. */
  readonly faults: unknown[];
  add(errand: Errand): void;
  /** Take the council up, and let the first looks end. */
  begin(): Promise<void>;
  wake(): void;
  /** Let time pass, and the looks end that fall due at its end. */
  pass(ms: number): Promise<void>;
  nextDue(): Promise<number | undefined>;
  /** Give the council up; whatever went wrong fails the test. */
  end(): Promise<void>;
}

const tenant = "exampleshire";
const firstMs = 3000;

export function createWatch(world: World): Watch {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: world.clock.now() });
  const faults: unknown[] = [];
  const rounds = new TenantRounds({
    groundFor: world.groundFor,
    now: Date.now,
    onError: (fault) => faults.push(fault),
  });
  const pass = async (ms: number) => {
    world.clock.move(ms);
    await vi.advanceTimersByTimeAsync(ms);
    while (!rounds.isQuiet(tenant)) await new Promise(setImmediate);
  };
  return {
    faults,
    add: (errand) => rounds.add(errand),
    begin: async () => {
      rounds.begin(tenant);
      await pass(firstMs);
    },
    wake: () => rounds.wake(tenant),
    pass,
    nextDue: () => rounds.nextDue(tenant),
    end: async () => {
      await rounds.end(tenant);
      expect(vi.getTimerCount()).toBe(0);
      expect(faults.splice(0)).toEqual([]);
    },
  };
}
