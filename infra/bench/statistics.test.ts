import { latencyOf, median, percentile } from "./statistics.ts";

describe("median", () => {
  it("is the middle value, whatever their order", () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it("is the mean of the two in the middle", () => {
    expect(median([1, 2, 4, 9])).toBe(3);
  });

  it("refuses to speak of nothing", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("percentile", () => {
  const hundred = Array.from({ length: 100 }, (_, nth) => 100 - nth);

  it("is a value that was measured, and so many do not exceed it", () => {
    expect(percentile(hundred, 99)).toBe(99);
    expect(percentile(hundred, 50)).toBe(50);
    expect(percentile([7], 99)).toBe(7);
  });

  it("refuses to speak of nothing", () => {
    expect(() => percentile([], 50)).toThrow(RangeError);
  });
});

describe("latency", () => {
  it("names the middle and the tail", () => {
    expect(latencyOf([3, 1, 2])).toEqual({ p50Ms: 2, p99Ms: 3 });
  });
});
