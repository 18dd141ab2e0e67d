import fc from "fast-check";
import { momentOf, wallTimeOf } from "./london.ts";

fc.configureGlobal({ seed: 20_261_122 });

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "medium",
});
const moment = fc.date({
  min: new Date("1996-01-01"),
  max: new Date("2100-12-31"),
  noInvalidDate: true,
});

describe("wallTimeOf", () => {
  it("is what the time zone database says", () => {
    fc.assert(
      fc.property(moment, (at) => {
        expect(shown(at)).toBe(clock.format(at));
      }),
    );
  });

  it.each([
    "2025-03-30T00:59:59Z",
    "2025-03-30T01:00:00Z",
    "2025-10-26T00:59:59Z",
    "2025-10-26T01:00:00Z",
    "2024-03-31T01:00:00Z",
    "2027-10-31T01:00:00Z",
  ])("is so at %s, when the clocks change", (text) => {
    expect(shown(new Date(text))).toBe(clock.format(new Date(text)));
  });
});

describe("momentOf", () => {
  it("is the moment that shows so", () => {
    fc.assert(
      fc.property(moment, (at) => {
        expect(wallTimeOf(momentOf(wallTimeOf(at)))).toEqual(wallTimeOf(at));
      }),
    );
  });
});

function shown(at: Date): string {
  const { day, ms } = wallTimeOf(at);
  const time = new Date(ms).toISOString().slice(11, 19);
  return `${day} ${time}`;
}
