import { brokenPromises, type Figures, percentile } from "./figures.ts";

const kept: Figures = {
  acknowledged: 2500,
  delivered: 2450,
  held: 50,
  dead: 0,
  lost: 0,
  doubled: 0,
  messagesSentTwice: 0,
  smallTenantP50StartMs: 20,
  smallTenantP99StartMs: 300,
  processKills: 24,
  redisKills: 6,
  ambiguousInjected: 80,
  heldAfterKill: 3,
  heldWithoutDoubt: 0,
  messages: 9000,
  repeatedRequests: 40,
  unexpectedAnswers: 0,
};
const least = { acknowledged: 2000 };

describe("brokenPromises", () => {
  it("finds nothing where all that was acknowledged is delivered or held", () => {
    expect(brokenPromises(kept, least)).toEqual([]);
  });

  it.each(["lost", "doubled", "messagesSentTwice", "dead", "heldWithoutDoubt"] as const)(
    "names one that is %s",
    (name) => {
      expect(brokenPromises({ ...kept, [name]: 1 }, least)).toEqual([`${name} is 1, not 0`]);
    },
  );

  it("names a process that nobody can account for", () => {
    expect(brokenPromises({ ...kept, delivered: 2449 }, least)).toEqual([
      "acknowledged is 2500, and delivered and held are 2499",
    ]);
  });

  it("names a run that was too small to prove anything", () => {
    const few = { ...kept, acknowledged: 60, delivered: 10 };
    expect(brokenPromises(few, least)).toEqual(["acknowledged is 60, less than 2000"]);
  });

  it("names answers that nobody should get", () => {
    expect(brokenPromises({ ...kept, unexpectedAnswers: 2 }, least)).toHaveLength(1);
  });
});

describe("percentile", () => {
  it("is the value that no more than the rest pass", () => {
    const values = Array.from({ length: 200 }, (_, nth) => 200 - nth);
    expect(percentile(values, 99)).toBe(198);
    expect(percentile(values, 50)).toBe(100);
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([], 99)).toBe(0);
  });
});
