import type { Outcome } from "@guildhall/contract";
import fc from "fast-check";
import { afterCall, type Breaker, closedBreaker, signOf } from "./step.ts";

const answered: Outcome = { outcome: "accepted", reference: "1" };
const failed: Outcome = { outcome: "retry", code: "unavailable" };
const slowed: Outcome = { outcome: "retry", code: "rate-limited" };
const shut: Outcome = { outcome: "retry", code: "credential-refused" };
const told: Outcome = { outcome: "ambiguous", code: "unexpected" };

const after = (outcomes: readonly (Outcome | undefined)[], everyMs = 1, from = closedBreaker) =>
  outcomes.reduce(
    (breaker: Breaker, outcome, n) => afterCall(breaker, outcome, 1_000_000 + n * everyMs, 0),
    from,
  );
const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome);

describe("a breaker", () => {
  it.each([
    [{ outcome: "accepted", reference: "1" }, "answered"],
    [{ outcome: "refused", code: "document-invalid" }, "answered"],
    [{ outcome: "refused", code: "answered-404" }, "answered"],
    [{ outcome: "refused", code: "gone" }, "shut"],
    [{ outcome: "retry", code: "credential-refused" }, "shut"],
    [{ outcome: "retry", code: "not-there-yet" }, "answered"],
    [{ outcome: "retry", code: "id-pending" }, "answered"],
    [{ outcome: "retry", code: "rate-limited" }, "slowed"],
    [{ outcome: "retry", code: "unavailable" }, "failed"],
    [{ outcome: "retry", code: "redirected" }, "failed"],
    [{ outcome: "retry", code: "tls-failed" }, "failed"],
    [{ outcome: "retry", code: "connection-refused" }, "failed"],
    [{ outcome: "ambiguous", code: "timeout" }, "failed"],
    [{ outcome: "ambiguous", code: "too-large" }, "failed"],
    [{ outcome: "ambiguous", code: "bad-answer" }, "failed"],
    [{ outcome: "ambiguous", code: "answered-5xx" }, "failed"],
    [{ outcome: "retry", code: "egress-blocked" }, "nothing"],
    [{ outcome: "refused", code: "request-invalid" }, "nothing"],
    [{ outcome: "ambiguous", code: "unexpected" }, "nothing"],
    [{ outcome: "ambiguous", code: "stopped" }, "nothing"],
    [undefined, "nothing"],
  ] as const)("reads %o as %s", (outcome, sign) => {
    expect(signOf(outcome)).toBe(sign);
  });

  it("opens after five failures in a row, and not after four", () => {
    expect(after(times(4, failed)).state).toBe("closed");
    expect(after(times(5, failed))).toMatchObject({
      state: "open",
      code: "unavailable",
      openSince: 1_000_004,
      openUntil: 1_030_004,
    });
    expect(after([...times(4, failed), answered, ...times(4, failed)]).state).toBe("closed");
  });

  it("opens when half of ten calls within a minute failed, and not when they took longer", () => {
    const nine = Array.from({ length: 9 }, (_, n) => (n % 2 ? answered : failed));
    const halves = [...nine, failed];
    expect(after(nine).state).toBe("closed");
    expect(after(halves).state).toBe("open");
    expect(after(halves, 7_000).state).toBe("closed");
    expect(after([failed, ...times(20, answered), failed]).state).toBe("closed");
  });

  it("opens at once when a credential is refused", () => {
    expect(after([answered, shut])).toMatchObject({ state: "open", code: "credential-refused" });
  });

  it("does not open at once when it is told to slow down, but when that is half of what it hears", () => {
    expect(after(times(9, slowed)).state).toBe("closed");
    expect(after(times(10, slowed)).state).toBe("open");
    expect(after([...times(4, failed), slowed])).toMatchObject({ state: "closed", failures: 4 });
  });

  it("rests twice as long each time that a probe fails, a quarter of an hour at most, and forgets that when one succeeds", () => {
    let breaker = after(times(5, failed));
    const rests: number[] = [];
    for (let now = 2_000_000; rests.length < 7; now += 1_000_000) {
      const probed = afterCall({ ...breaker, state: "half-open" }, failed, now, 0);
      rests.push(((probed.openUntil ?? 0) - now) / 1000);
      breaker = probed;
    }
    expect(rests).toEqual([60, 120, 240, 480, 900, 900, 900]);
    expect(breaker.openSince).toBe(1_000_004);
    expect(afterCall({ ...breaker, state: "half-open" }, answered, 1, 0)).toEqual(closedBreaker);
  });

  it("leaves the probe's turn to another row where it told nothing", () => {
    const halfOpen: Breaker = { ...after(times(5, failed)), state: "half-open" };
    expect(afterCall(halfOpen, told, 7, 0)).toEqual({ ...halfOpen, state: "open", openUntil: 7 });
  });

  it("changes nothing of one that is well, so that nothing is written", () => {
    expect(after(times(100, answered))).toBe(closedBreaker);
    const recovered = after([failed, answered]);
    const later = (outcome: Outcome) => afterCall(recovered, outcome, 9_000_000, 0);
    expect(recovered).toMatchObject({ failures: 0, calls: 2, failed: 1 });
    expect(later(answered)).toBe(recovered);
    expect(later(failed)).toMatchObject({ failures: 1, calls: 1, failed: 1 });
  });

  it("counts anew where the clock was set back", () => {
    const ahead = after(times(3, failed), 1, { ...closedBreaker });
    expect(afterCall(ahead, failed, 1_000, 0)).toMatchObject({ windowFrom: 1_000, calls: 1 });
  });

  const step = fc.record({
    outcome: fc.constantFrom(answered, failed, slowed, shut, told),
    waitMs: fc.constantFrom(0, 1, 20_000, 70_000, 1_000_000),
    random: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  });

  it("agrees with a machine of three states about every history", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = 1_000_000;
        let breaker = closedBreaker;
        const model = new Model();
        for (const { outcome, waitMs, random } of steps) {
          now += waitMs;
          // Its connector is probed as soon as its rest is over.
          if (breaker.state === "open" && (breaker.openUntil ?? 0) <= now) {
            breaker = { ...breaker, state: "half-open" };
            model.probe();
          }
          breaker = afterCall(breaker, outcome, now, random);
          model.call(signOf(outcome), now);
          expect(breaker.state).toBe(model.state);
          expect(breaker.trips).toBe(model.trips);
          expect(breaker.openSince === null).toBe(breaker.state === "closed");
          if (breaker.openUntil !== null)
            expect(breaker.openUntil - now).toBeLessThanOrEqual(900_000);
        }
      }),
      { seed: 20_261_122, numRuns: 2_000 },
    );
  });
});

/** The same promises, told from the whole history instead of from sums. */
class Model {
  state: Breaker["state"] = "closed";
  trips = 0;
  #history: { sign: string; at: number }[] = [];

  probe(): void {
    this.state = "half-open";
  }

  call(sign: string, at: number): void {
    if (this.state === "half-open") this.#probed(sign);
    else if (this.state === "closed" && sign !== "nothing") this.#counted(sign, at);
  }

  #counted(sign: string, at: number): void {
    this.#history.push({ sign, at });
    if (sign !== "answered" && (sign === "shut" || this.#failsInARow || this.#failsByHalf))
      this.#open();
  }

  #probed(sign: string): void {
    if (sign === "nothing") this.state = "open";
    else if (sign === "answered") this.#close();
    else this.#open();
  }

  get #failsInARow(): boolean {
    const lastAnswer = this.#history.findLastIndex(({ sign }) => sign === "answered");
    const since = this.#history.slice(lastAnswer + 1);
    return since.filter(({ sign }) => sign === "failed").length >= 5;
  }

  /** The minute that the last call is in; each begins with the first failure after the one before. */
  get #failsByHalf(): boolean {
    let minute: { sign: string; at: number }[] = [];
    for (const call of this.#history) {
      const [first] = minute;
      const isOver = !first || call.at - first.at >= 60_000;
      if (!isOver) minute.push(call);
      else minute = call.sign === "answered" ? [] : [call];
    }
    const failures = minute.filter(({ sign }) => sign !== "answered").length;
    return minute.length >= 10 && failures * 2 >= minute.length;
  }

  #open(): void {
    this.state = "open";
    this.trips += 1;
    this.#history = [];
  }

  #close(): void {
    this.state = "closed";
    this.trips = 0;
    this.#history = [];
  }
}
