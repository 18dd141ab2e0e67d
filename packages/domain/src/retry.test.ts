import fc from "fast-check";
import { giveUpAfterMs, leaseMs, retryDelayMs } from "./retry.ts";

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
