import fc from "fast-check";
import { giveUpAfterMs, leaseMs, leastTries, nextTryAt, retryDelayMs } from "./retry.ts";

fc.configureGlobal({ seed: 20_261_122 });

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

describe("retryDelayMs", () => {
  it.each([
    [1, 5 * second],
    [2, 30 * second],
    [3, 2 * minute],
    [4, 10 * minute],
    [5, 30 * minute],
    [6, hour],
    [7, 2 * hour],
    [8, 4 * hour],
    [30, 4 * hour],
  ])("waits after attempt %i for at most %i ms", (attempt, longest) => {
    expect(retryDelayMs(attempt, 0)).toBe(second);
    expect(retryDelayMs(attempt, 1)).toBe(longest);
  });

  it("draws from the whole of the step, and never waits less than a second", () => {
    const attempt = fc.integer({ min: 1, max: 100 });
    const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(attempt, draw, draw, (n, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(retryDelayMs(n, less)).toBeGreaterThanOrEqual(second);
        expect(retryDelayMs(n, more)).toBeGreaterThanOrEqual(retryDelayMs(n, less));
        expect(retryDelayMs(n, more)).toBeLessThanOrEqual(4 * hour);
      }),
    );
  });

  it("gives up three days after the thing arose, and holds a claim for minutes", () => {
    expect(giveUpAfterMs).toBe(72 * hour);
    expect(leaseMs).toBe(3 * minute);
  });
});

describe("nextTryAt", () => {
  const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const afterMs = fc.option(fc.integer({ min: 0, max: 24 * hour }), { nil: undefined });
  const setback = fc.record({
    random: draw,
    afterMs,
    jumpMs: fc.constantFrom(0, 0, 0, -hour, 24 * hour),
  });

  /** Fail again and again from the start, under a clock that may be set; every try with its moment. */
  function triesUntilGivenUp(
    setbacks: readonly { random: number; afterMs?: number | undefined; jumpMs?: number }[],
  ) {
    const tries: { at: number; next: number | undefined }[] = [];
    let now = 0;
    for (const { random, afterMs: asked, jumpMs = 0 } of setbacks) {
      now += jumpMs;
      const attempt = tries.length + 1;
      const next = nextTryAt({ now, giveUpAt: giveUpAfterMs, attempt, afterMs: asked, random });
      tries.push({ at: now, next });
      if (next === undefined) break;
      now = next;
    }
    return tries;
  }

  it("gives up at three days, and neither before nor after, whatever is drawn", () => {
    const draws = fc.array(draw, { minLength: 400, maxLength: 400 });
    fc.assert(
      fc.property(draws, (randoms) => {
        const tries = triesUntilGivenUp(randoms.map((random) => ({ random })));
        const last = tries.at(-1);
        expect(tries.length).toBeGreaterThan(leastTries);
        if (last?.next === undefined) expect(last?.at).toBeGreaterThan(giveUpAfterMs - 4 * hour);
        expect(last?.at).toBeLessThanOrEqual(giveUpAfterMs);
      }),
    );
  });

  it("asks no sooner than the other side wants, nor than it would have by itself", () => {
    fc.assert(
      fc.property(draw, afterMs, fc.integer({ min: 1, max: 50 }), (random, asked, attempt) => {
        const next = nextTryAt({ now: 7, giveUpAt: 1e15, attempt, afterMs: asked, random }) ?? 0;
        expect(next - 7).toBe(Math.max(asked ?? 0, retryDelayMs(attempt, random)));
      }),
    );
  });

  it("gives nothing up that was tried less often than the schedule has steps, however the clock is set", () => {
    fc.assert(
      fc.property(fc.array(setback, { minLength: 1, maxLength: 60 }), (setbacks) => {
        const tries = triesUntilGivenUp(setbacks);
        if (tries.at(-1)?.next === undefined)
          expect(tries.length).toBeGreaterThanOrEqual(leastTries);
      }),
    );
  });

  it("tries eight times all that lay still for longer than three days", () => {
    const late = (attempt: number) =>
      nextTryAt({ now: 9 * 24 * hour, giveUpAt: giveUpAfterMs, attempt, random: 0 });
    expect(late(7)).toBe(9 * 24 * hour + second);
    expect(late(8)).toBeUndefined();
  });
});
