import fc from "fast-check";
import { dateOf, dayAt, daysOf, momentsOf } from "./days.ts";

describe("a council's day", () => {
  it("begins and ends when clocks in London show midnight, in summer and in winter", () => {
    const now = () => Date.parse("2025-07-01T00:10:00+01:00");
    expect(daysOf({ now }, { from: "2025-06-30" })).toMatchObject({ to: "2025-07-01" });
    const { fromAt, toAt } = daysOf({ now }, { from: "2025-03-30", to: "2025-03-30" });
    expect(new Date(fromAt).toISOString()).toBe("2025-03-30T00:00:00.000Z");
    expect(new Date(toAt + 1).toISOString()).toBe("2025-03-30T23:00:00.000Z");
  });

  it("has every moment in it of which it is the day, and none else", () => {
    const moments = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2030-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        const at = moment.getTime();
        const day = dayAt(at);
        const { fromAt, toAt } = momentsOf(day, day);
        expect(fromAt).toBeLessThanOrEqual(at);
        expect(toAt).toBeGreaterThanOrEqual(at);
        const shown = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(
          moment,
        );
        expect(dateOf(day)).toBe(shown);
      }),
      { numRuns: 300 },
    );
  });
});
