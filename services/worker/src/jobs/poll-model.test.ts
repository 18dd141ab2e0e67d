import type { Change, Connector } from "@guildhall/contract";
import { getProcess } from "@guildhall/domain";
import { acceptCase, createWorld, exampleshire, type World } from "@guildhall/domain/testing";
import { putConnector, transact } from "@guildhall/store";
import fc from "fast-check";
import { pollBackOffice } from "./poll-back-office.ts";

const minuteMs = 60_000;
const statuses = ["LOOKING", "VISIT", "WAITING", "WRITING"] as const;
type Status = (typeof statuses)[number];

/** A back office with a clock of its own, whose changes can be seen some time after they are made. */
class Desk {
  readonly edits: { reference: string; status: Status; at: number; seenFrom: number }[] = [];
  /** Over which of its answers we die: before it, or after so many changes of it were taken in. */
  diesAfter: number | undefined;

  /** The latest state of each case that was edited in the window, as a back office that is polled gives it. */
  poll: NonNullable<Connector["poll"]> = async ({ from, to }) => {
    const latest = new Map<string, Change>();
    for (const { reference, status, at, seenFrom } of this.edits) {
      if (seenFrom > this.now() || at < from.getTime() || at > to.getTime()) continue;
      latest.set(reference, { reference, status, changeKey: `${status} ${at}`, at: new Date(at) });
    }
    const changes = [...latest.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
    return this.diesAfter === undefined ? changes : dying(changes, this.diesAfter);
  };
  now = () => 0;
}

/** Changes over the reading of which the process dies. */
function dying(changes: Change[], after: number): Change[] {
  return new Proxy(changes, {
    get(target, property) {
      if (property !== Symbol.iterator) return Reflect.get(target, property);
      return function* () {
        yield* target.slice(0, after);
        throw new Error("killed");
      };
    },
  });
}

type Step =
  | { do: "edit"; which: number; status: Status; lateMs: number }
  | { do: "poll"; diesAfter?: number | undefined }
  | { do: "pass"; ms: number }
  | { do: "jump"; ms: number }
  | { do: "start" }
  | { do: "settle" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("edit" as const),
      which: fc.nat(5),
      status: fc.constantFrom(...statuses),
      lateMs: fc.constantFrom(0, 100_000),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("poll" as const),
      diesAfter: fc.option(fc.nat(3), { nil: undefined }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.constantFrom(2000, 30_000, 4 * minuteMs, 20 * minuteMs, 90 * minuteMs),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("jump" as const),
      ms: fc.constantFrom(-60 * minuteMs, 24 * 60 * minuteMs, -24 * 60 * minuteMs),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("start" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("settle" as const) }) },
);

describe("looking for changes, whatever happens", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    const [definition] = exampleshire.connectors;
    if (!definition) throw new Error("Exampleshire has a back office");
    const table = statuses.map((external) => ({ external, stage: stageOf(external) }));
    await world.publish({
      stages: ["received", ...statuses.map(stageOf)].map((id) => ({ id, title: id })),
    });
    await transact(world.ctx.db, (tx) => putConnector(tx, { ...definition, statuses: table }));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("brings the last state of every case, and tells of no state twice", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 10, maxLength: 60 }),
        fc.integer({ min: -3 * minuteMs, max: 3 * minuteMs }),
        async (steps, skewMs) => {
          run += 1;
          const play = new Play(world, skewMs, run);
          await play.all(steps);
          await play.comeToRest();
          await play.expectAllArrived();
        },
      ),
      { seed: 20_261_122, numRuns: 60 },
    );
  });
});

function stageOf(status: Status): string {
  return status.toLowerCase();
}

/** A case here, and what became of it there. */
interface Played {
  readonly process: string;
  readonly reference: string;
  accepted: boolean;
  readonly edits: Status[];
}

class Play {
  readonly #world: World;
  readonly #desk = new Desk();
  readonly #cases: Played[] = [];
  readonly #run: number;
  /** True time; the clocks of both sides may be wrong. */
  #true: number;
  readonly #skewMs: number;
  #jumpedMs = 0;

  constructor(world: World, skewMs: number, run: number) {
    this.#world = world;
    this.#skewMs = skewMs;
    this.#run = run;
    this.#true = world.clock.now();
    this.#desk.now = () => this.#true;
  }

  async all(steps: readonly Step[]): Promise<void> {
    await this.#start();
    for (const one of steps) await this.#one(one);
  }

  async #one(one: Step): Promise<void> {
    if (one.do === "edit") return this.#edit(one);
    if (one.do === "poll") return this.#poll(one.diesAfter);
    if (one.do === "pass") return this.#pass(one.ms);
    if (one.do === "start") return this.#start();
    if (one.do === "settle") return this.#settle();
    // No further from the truth than a day, and back again.
    const to = Math.abs(this.#jumpedMs + one.ms) <= 24 * 60 * minuteMs ? one.ms : -this.#jumpedMs;
    this.#jumpedMs += to;
    this.#world.clock.move(to);
  }

  #pass(ms: number): void {
    this.#true += ms;
    this.#world.clock.move(ms);
  }

  async #start(): Promise<void> {
    // What was begun before is settled first: the last that was handed over is this one's.
    await this.#settle();
    const process = (await this.#world.start()).id;
    const reference = `CASE-${this.#run}-${this.#cases.length}`;
    this.#cases.push({ process, reference, accepted: false, edits: [] });
  }

  /** The answer to the last case that was sent comes, however late. */
  async #settle(): Promise<void> {
    const last = this.#cases.at(-1);
    if (!last || last.accepted) return;
    await acceptCase(this.#world, last.reference);
    last.accepted = true;
  }

  #edit({ which, status, lateMs }: Extract<Step, { do: "edit" }>): void {
    const edited = this.#cases[which % this.#cases.length];
    if (!edited || edited.edits.at(-1) === status) return;
    this.#pass(1000);
    const { reference } = edited;
    edited.edits.push(status);
    const at = this.#true + this.#skewMs;
    this.#desk.edits.push({ reference, status, at, seenFrom: this.#true + lateMs });
  }

  async #poll(diesAfter?: number): Promise<void> {
    this.#desk.diesAfter = diesAfter;
    const { send, does } = this.#world.backOffice;
    const connector = { send, does, canBeAsked: () => false, poll: this.#desk.poll };
    const ready = { connector, timeoutMs: 1000 };
    const polled = pollBackOffice(this.#world.ctx, "back-office", ready);
    if (diesAfter === undefined) await polled;
    else await polled.catch(() => {});
  }

  /** All clocks go right, all answers come, and it is looked twice, a few minutes apart. */
  async comeToRest(): Promise<void> {
    this.#world.clock.move(-this.#jumpedMs);
    this.#jumpedMs = 0;
    await this.#settle();
    for (let looks = 0; looks < 2; looks += 1) {
      this.#pass(4 * minuteMs);
      await this.#poll();
    }
  }

  async expectAllArrived(): Promise<void> {
    for (const { process, edits } of this.#cases) {
      const last = edits.at(-1);
      const { stage } = await getProcess(this.#world.ctx, process);
      expect(stage.id).toBe(last === undefined ? "received" : stageOf(last));
      const messages = await this.#world.owed(process);
      const told = messages.filter(({ purpose }) => purpose === "stage-changed").length;
      expect(told).toBeLessThanOrEqual(edits.length);
    }
  }
}
