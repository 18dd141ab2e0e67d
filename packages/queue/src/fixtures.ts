import type { Chore, Ticket } from "@guildhall/contract";
import type { Carried } from "./queue.ts";

export function ticket(differs: Partial<Ticket>): Ticket {
  return { tenant: "exampleshire", id: "out_1", generation: 1, kind: "delivery", ...differs };
}

export function chore(differs: Partial<Chore>): Chore {
  return {
    tenant: "exampleshire",
    id: "forget-old",
    generation: 1,
    kind: "maintenance",
    ...differs,
  };
}

/** A door that handlers wait at until a test opens it. */
export function createGate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** A handler that remembers what it was given, and promises that resolve when it has been. */
export interface Recorder {
  readonly worked: readonly Carried[];
  handler(carried: Carried): Promise<void>;
  begun(count: number): Promise<void>;
  reached(count: number): Promise<void>;
  /** The most that ever ran at once. */
  most(): number;
}

export function createRecorder(pass: Promise<void> = Promise.resolve()): Recorder {
  const worked: Carried[] = [];
  const begun = createMark();
  const reached = createMark();
  let most = 0;

  return {
    worked,
    begun: begun.at,
    reached: reached.at,
    most: () => most,
    async handler(given) {
      begun.add();
      most = Math.max(most, begun.count() - worked.length);
      await pass;
      worked.push(given);
      reached.add();
    },
  };
}

function createMark() {
  let count = 0;
  let waiters: { readonly at: number; readonly resolve: () => void }[] = [];
  return {
    count: () => count,
    add(): void {
      count += 1;
      for (const { at, resolve } of waiters) if (at <= count) resolve();
      waiters = waiters.filter(({ at }) => at > count);
    },
    at(goal: number): Promise<void> {
      if (count >= goal) return Promise.resolve();
      return new Promise((resolve) => {
        waiters.push({ at: goal, resolve });
      });
    },
  };
}
