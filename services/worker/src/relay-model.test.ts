import type { Outcome, Ticket } from "@guildhall/contract";
import { leaseMs } from "@guildhall/domain";
import { listDue } from "@guildhall/store";
import fc from "fast-check";
import type { DeliveryDeps } from "./jobs/ready-connector.ts";
import { createRelayWorld, type RelayWorld } from "./testing/relay-world.ts";
import { createHandler } from "./worker.ts";

const minuteMs = 60_000;
const lane = "delivery/back-office";
const well = "well";
const answers = {
  [well]: { outcome: "accepted", reference: "CASE" },
  down: { outcome: "retry", code: "unavailable" },
  shut: { outcome: "retry", code: "credential-refused" },
  ours: { outcome: "retry", code: "unexpected" },
  refuses: { outcome: "refused", code: "rejected" },
} as const satisfies Record<string, Outcome>;
type Answer = keyof typeof answers;
const answer = fc.constantFrom<Answer>(well, "down", "down", "shut", "ours", "refuses");

type Step =
  | { do: "start"; count: number }
  | { do: "call"; count: number }
  | { do: "answer"; count: number; answer: Answer }
  | { do: "hold"; count: number }
  | { do: "lose" }
  | { do: "refuse" }
  | { do: "reserve"; count: number }
  | { do: "cancel" }
  | { do: "pass"; ms: number }
  | { do: "rest"; answer: Answer };

const count = fc.integer({ min: 1, max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("start" as const), count }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("call" as const), count }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("answer" as const), count, answer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("hold" as const), count }) },
  { weight: 1, arbitrary: fc.constant({ do: "lose" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "refuse" as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reserve" as const), count }) },
  { weight: 2, arbitrary: fc.constant({ do: "cancel" as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.constantFrom(0, 1000, 31_000, 5 * minuteMs, 16 * minuteMs),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("rest" as const), answer }) },
);

describe("a relay, whatever happens", () => {
  let at: RelayWorld | undefined;
  beforeEach(() => vi.spyOn(Math, "random").mockReturnValue(0.5));
  afterEach(async () => {
    await at?.[Symbol.asyncDispose]();
    vi.restoreAllMocks();
  });

  it("leaves nothing that is due while nothing is under way, and settles all of it in the end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await at?.[Symbol.asyncDispose]();
        at = await createRelayWorld();
        const play = new Play(at);
        for (const one of steps) await play.one(one);
        await play.expectAllSettled();
      }),
      { seed: 20_261_122, numRuns: 60 },
    );
  });
});

class Play {
  readonly #at: RelayWorld;
  readonly #handle: (ticket: Ticket) => Promise<void>;
  /** Calls that have begun and are not answered. */
  readonly #calls: ((outcome: Outcome) => void)[] = [];
  readonly #running = new Set<Promise<void>>();
  #answers: Outcome | undefined;
  #reserved = 0;
  /** Until when tickets that were lost take up places. */
  #lostUntil = 0;
  #missing = 0;

  constructor(at: RelayWorld) {
    this.#at = at;
    const { world, relay } = at;
    world.backOffice.tells = true;
    world.backOffice.answer = () =>
      this.#answers ?? new Promise((resolve) => this.#calls.push(resolve));
    this.#handle = createHandler({
      groundFor: world.groundFor,
      relay,
      delivery: this.#delivery(),
      message: {
        sender: world.sender,
        timeoutMs: 1000,
        write: () => ({ channel: "email", to: "a@example.test", subject: "A", text: "A" }) as never,
        onFault: () => undefined,
      },
      webhook: undefined as never,
    });
  }

  #delivery(): DeliveryDeps {
    const connector = this.#at.world.backOffice;
    return {
      write: async () => ({ text: "<case/>" }),
      connectorFor: async () => {
        this.#missing -= 1;
        if (this.#missing >= 0) return undefined;
        return { connector, timeoutMs: 30_000, withPlace: (call) => call() };
      },
      readEvidence: async () => new Uint8Array(),
      onFault: () => undefined,
    };
  }

  async one(one: Step): Promise<void> {
    if (one.do === "start") await this.#at.start(one.count);
    if (one.do === "call") this.#begin(this.#at.carrier.taken.splice(0, one.count));
    if (one.do === "answer") this.#answer(one.count, answers[one.answer]);
    if (one.do === "hold") this.#missing = one.count;
    if (one.do === "lose") this.#lose();
    if (one.do === "refuse") this.#at.carrier.refuses = !this.#at.carrier.refuses;
    if (one.do === "reserve") this.#reserve(one.count);
    if (one.do === "cancel") this.#cancel();
    if (one.do === "rest") return this.#rest(answers[one.answer]);
    await this.#at.pass(one.do === "pass" ? one.ms : 0);
  }

  #begin(tickets: readonly Ticket[]): void {
    for (const ticket of tickets) {
      const running = this.#handle(ticket).finally(() => this.#running.delete(running));
      this.#running.add(running);
    }
  }

  #answer(most: number, outcome: Outcome): void {
    for (const resolve of this.#calls.splice(0, most)) resolve(outcome);
  }

  #lose(): void {
    if (this.#at.carrier.taken.shift()) this.#lostUntil = this.#now() + leaseMs;
  }

  #reserve(most: number): void {
    for (let n = 0; n < most; n += 1)
      if (this.#at.relay.reserve(place, this.#now()) !== undefined) this.#reserved += 1;
  }

  #cancel(): void {
    this.#at.relay.cancel(
      Array.from({ length: this.#reserved }, () => ({
        ...place,
        id: "",
        generation: 1,
        kind: "delivery",
      })),
    );
    this.#reserved = 0;
  }

  /** Let all that is under way end, and what follows from it, without time passing. */
  async #rest(outcome: Outcome): Promise<void> {
    this.#cancel();
    if (this.#at.carrier.refuses) {
      this.#at.carrier.refuses = false;
      await this.#at.pass(1000);
    }
    this.#answers = outcome;
    this.#answer(this.#calls.length, outcome);
    do {
      this.#begin(this.#at.carrier.taken.splice(0));
      await Promise.all(this.#running);
      await this.#at.pass(0);
    } while (this.#running.size + this.#at.carrier.taken.length > 0);
    this.#answers = undefined;
    if (this.#lostUntil <= this.#now()) await this.#expectNothingDue();
  }

  async #expectNothingDue(): Promise<void> {
    const { lanes } = await listDue(this.#at.world.ctx.db);
    expect(lanes.filter(({ at }) => at <= this.#now())).toEqual([]);
  }

  async expectAllSettled(): Promise<void> {
    this.#missing = 0;
    for (let hours = 0; hours < 6; hours += 1) {
      await this.#rest(answers.well);
      await this.#at.pass(60 * minuteMs);
    }
    await this.#rest(answers.well);
    const { lanes, leaseEnd } = await listDue(this.#at.world.ctx.db);
    expect({ lanes, leaseEnd }).toEqual({ lanes: [], leaseEnd: undefined });
  }

  #now(): number {
    return this.#at.world.clock.now();
  }
}

const place = { tenant: "exampleshire", lane };
