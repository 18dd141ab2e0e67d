import { AsyncLocalStorage } from "node:async_hooks";
import type { FaultKind, Faults } from "./faults.ts";

/** Faults of one case alone, and which of them have come to pass. */
export interface CaseFault {
  readonly faults: Faults;
  readonly actedOut: readonly FaultKind[];
}

/** The faults that single cases have: whoever tries one case out disturbs no other that is sent at the same moment. */
export interface CaseFaults {
  put(reference: string, faults: Faults): void;
  find(reference: string): CaseFault | undefined;
  remove(reference: string): void;
  /** Whether any case has some. */
  readonly isEmpty: boolean;
  /** Work on a call, which has the faults of the case that it names. */
  during<T>(isNamed: (reference: string) => boolean, work: () => T): T;
  /** The case with faults that the call under way names. */
  named(): string | undefined;
  /** A case's own setting if it is on, counted down by one. */
  take<K extends FaultKind>(reference: string, kind: K): Faults[K];
}

/** Whoever sets a fault takes it away again; of those who did not, so many are remembered. */
const most = 100;

/** Keep them for as long as this process lives: they are for somebody who waits. */
export function createCaseFaults(): CaseFaults {
  const held = new Map<string, CaseFault>();
  const called = new AsyncLocalStorage<string>();
  return {
    put(reference, faults) {
      held.delete(reference);
      held.set(reference, { faults, actedOut: [] });
      const [oldest] = held.keys();
      if (held.size > most && oldest !== undefined) held.delete(oldest);
    },
    find: (reference) => held.get(reference),
    remove: (reference) => held.delete(reference),
    get isEmpty() {
      return held.size === 0;
    },
    during(isNamed, work) {
      const reference = [...held.keys()].find(isNamed);
      return reference === undefined ? work() : called.run(reference, work);
    },
    named: () => called.getStore(),
    take(reference, kind) {
      const found = held.get(reference);
      const setting = found?.faults[kind];
      if (!found || setting === undefined) return undefined;
      const actedOut = [...new Set([...found.actedOut, kind])];
      held.set(reference, { faults: countedDown(found.faults, kind), actedOut });
      return setting;
    },
  };
}

/** The faults with one acted out once more. */
export function countedDown(faults: Faults, kind: FaultKind): Faults {
  const { [kind]: setting, ...others } = faults;
  if (setting?.times === undefined) return faults;
  const times = setting.times - 1;
  return times > 0 ? { ...others, [kind]: { ...setting, times } } : others;
}
