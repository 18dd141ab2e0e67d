import { setTimeout as wait } from "node:timers/promises";
import type { Kind, Member, StartMember } from "./member.ts";

export interface FleetOptions {
  /** How many processes there are of each kind. */
  readonly sizes: Readonly<Record<Kind, number>>;
  readonly start: StartMember;
  /** Told of every process that has ended, and whether native code ended it. */
  readonly onEnd: (member: Member, wasAborted: boolean) => Promise<void>;
  readonly report: (sentence: string) => void;
  /** The pause before a process that died is started again; it doubles while it does not come up. */
  readonly pauseMs?: number;
}

const longestPauseMs = 10_000;
/** A worker waits for the answers that it has asked back offices for. */
const retireMs = 60_000;
/** Together less than the 30 seconds that whoever ends us allows. */
const endMs = { api: 8000, worker: 16_000, simulators: 2000 } as const;
const endOrder = ["api", "worker", "simulators"] as const;
/** The simulators keep what they were told in memory, and nobody relies on them. */
const rolled = ["worker", "api"] as const;

/** Keeps so many processes of each kind running, whatever becomes of any of them. */
export class Fleet {
  readonly #options: FleetOptions;
  readonly #members = new Map<string, Member>();
  #isEnding = false;
  #rolling: Promise<void> | undefined;

  constructor(options: FleetOptions) {
    this.#options = options;
  }

  /** Start everything, first what the others call. @throws where a process ends before it was ready */
  async start(): Promise<void> {
    await this.#startAll(["simulators"]);
    await this.#startAll(["worker", "api"]);
  }

  async #startAll(kinds: readonly Kind[]): Promise<void> {
    const begun = kinds.flatMap((kind) =>
      Array.from(
        { length: this.#options.sizes[kind] },
        () => this.#begin(kind, this.#freeSlot(kind)).ready,
      ),
    );
    await Promise.all(begun);
  }

  /** Put a new process in the place of each, one after the other: the old one ends when the new one is ready. */
  roll(): Promise<void> {
    this.#rolling ??= this.#rollAll()
      .catch((error: Error) =>
        this.#options.report(`${error.message} The others are left as they are.`),
      )
      .finally(() => {
        this.#rolling = undefined;
      });
    return this.#rolling;
  }

  /** End everything: first those who ask, then those who are asked. */
  async end(): Promise<void> {
    this.#isEnding = true;
    for (const kind of endOrder)
      await Promise.all(this.#of(kind).map((member) => member.end(endMs[kind])));
  }

  async #rollAll(): Promise<void> {
    for (const member of rolled.flatMap((kind) => this.#of(kind))) {
      if (this.#isEnding || this.#members.get(member.slot) !== member) continue;
      await this.#begin(member.kind, this.#freeSlot(member.kind)).ready;
      await member.retire(retireMs);
    }
    this.#options.report("All processes were replaced.");
  }

  #begin(kind: Kind, slot: string): Member {
    const member = this.#options.start(kind, slot);
    this.#members.set(slot, member);
    member.ended
      .then(async ({ wasAsked, wasAborted }) => {
        this.#members.delete(slot);
        await this.#options.onEnd(member, wasAborted);
        if (!wasAsked) await this.#again(member);
      })
      .catch((error: Error) => this.#options.report(error.message));
    return member;
  }

  /** Start what died again; what has never been ready is for whoever wanted it. */
  async #again({ kind, slot, ready }: Member): Promise<void> {
    if (!(await isMade(ready))) return;
    const { pauseMs: firstMs = 200, report } = this.#options;
    if (!this.#isEnding) report(`The process ${slot} ended and is started again.`);
    for (let pauseMs = firstMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      await wait(pauseMs);
      const place = this.#members.has(slot) ? this.#freeSlot(kind) : slot;
      if (this.#isEnding || (await isMade(this.#begin(kind, place).ready))) return;
    }
  }

  #of(kind: Kind): Member[] {
    return [...this.#members.values()].filter((member) => member.kind === kind);
  }

  #freeSlot(kind: Kind): string {
    for (let number = 1; ; number += 1)
      if (!this.#members.has(`${kind}-${number}`)) return `${kind}-${number}`;
  }
}

function isMade(ready: Promise<void>): Promise<boolean> {
  return ready.then(
    () => true,
    () => false,
  );
}
