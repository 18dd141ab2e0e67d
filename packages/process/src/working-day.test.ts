import fc from "fast-check";
import { bankHolidays, bankHolidaysByYear } from "./bank-holidays.ts";
import { addWorkingDays, countWorkingDays, endOfWorkingDay } from "./working-day.ts";

fc.configureGlobal({ seed: 20_261_122 });

const at = (text: string) => new Date(text);
const after = (from: string, days: number) => addWorkingDays(at(from), days).toISOString();

describe("addWorkingDays", () => {
  it("passes over weekends and bank holidays", () => {
    expect(after("2025-03-06T10:15:30.250Z", 1)).toBe("2025-03-07T10:15:30.250Z");
    expect(after("2025-03-07T10:00:00Z", 1)).toBe("2025-03-10T10:00:00.000Z");
    expect(after("2025-12-24T10:00:00Z", 1)).toBe("2025-12-29T10:00:00.000Z");
    expect(after("2026-12-24T10:00:00Z", 1)).toBe("2026-12-29T10:00:00.000Z");
    expect(after("2027-12-24T10:00:00Z", 1)).toBe("2027-12-29T10:00:00.000Z");
    expect(after("2025-04-16T10:00:00Z", 3)).toBe("2025-04-23T10:00:00.000Z");
  });

  it("keeps London's time of day when the clocks change", () => {
    expect(after("2025-03-28T09:00:00Z", 1)).toBe("2025-03-31T08:00:00.000Z");
    expect(after("2025-10-24T08:00:00Z", 1)).toBe("2025-10-27T09:00:00.000Z");
  });

  it("counts a summer's night from the day it is in London", () => {
    expect(after("2025-07-03T23:30:00Z", 1)).toBe("2025-07-06T23:30:00.000Z");
    expect(after("2025-07-03T22:30:00Z", 1)).toBe("2025-07-04T22:30:00.000Z");
    expect(after("2025-12-04T23:30:00Z", 1)).toBe("2025-12-05T23:30:00.000Z");
  });

  it("takes 0 for the working day going on, or the next", () => {
    expect(after("2025-03-07T16:59:00Z", 0)).toBe("2025-03-07T16:59:00.000Z");
    expect(after("2025-03-07T17:01:00Z", 0)).toBe("2025-03-10T17:01:00.000Z");
    expect(after("2025-03-08T10:00:00Z", 0)).toBe("2025-03-10T10:00:00.000Z");
    expect(after("2025-12-25T10:00:00Z", 0)).toBe("2025-12-29T10:00:00.000Z");
  });

  it("takes other holidays where they are given", () => {
    const holidays = new Set(["2025-03-07"]);
    expect(addWorkingDays(at("2025-03-06T10:00:00Z"), 1, holidays)).toEqual(
      at("2025-03-10T10:00:00Z"),
    );
  });

  it.each([-1, 0.5, Number.NaN])("refuses to count %d days", (days) => {
    expect(() => after("2025-03-06T10:00:00Z", days)).toThrow(RangeError);
  });

  it("always lands on a working day, and adds up", () => {
    const moment = fc.date({ min: at("2024-01-01"), max: at("2027-06-30"), noInvalidDate: true });
    const some = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(moment, some, some, (from, first, second) => {
        const whole = addWorkingDays(from, first + second);
        expect(whole).toEqual(addWorkingDays(addWorkingDays(from, first), second));
        expect(isOff(whole)).toBe(false);
      }),
    );
  });
});

describe("endOfWorkingDay", () => {
  it("is 17:00 in London, summer and winter", () => {
    expect(endOfWorkingDay(at("2025-03-06T10:00:00Z"))).toEqual(at("2025-03-06T17:00:00Z"));
    expect(endOfWorkingDay(at("2025-07-03T10:00:00Z"))).toEqual(at("2025-07-03T16:00:00Z"));
  });

  it("is the next working day's where there is no work", () => {
    expect(endOfWorkingDay(at("2025-07-04T23:30:00Z"))).toEqual(at("2025-07-07T16:00:00Z"));
    expect(endOfWorkingDay(at("2025-12-25T10:00:00Z"))).toEqual(at("2025-12-29T17:00:00Z"));
  });

  it("never ends a target before it began", () => {
    const moment = fc.date({ min: at("2024-01-01"), max: at("2028-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 20 }), (from, days) => {
        expect(endOfWorkingDay(addWorkingDays(from, days)) >= from).toBe(true);
      }),
    );
  });
});

describe("bankHolidays", () => {
  it.each(Object.keys(bankHolidaysByYear).map(Number))("are the standing ones in %d", (year) => {
    const known = [...bankHolidays].filter((day) => day.startsWith(String(year)));
    expect(known).toEqual(standingHolidays(year));
  });
});

/** The holidays by rule, an oracle for the dates that were copied. */
function standingHolidays(year: number): string[] {
  const easter = easterOf(year);
  const monday = (from: Date, step: number) => {
    while (from.getUTCDay() !== 1) from.setUTCDate(from.getUTCDate() + step);
    return from;
  };
  const kept = [
    observed(day(year, 1, 1), new Set()),
    shifted(easter, -2),
    shifted(easter, 1),
    monday(day(year, 5, 1), 1),
    monday(day(year, 5, 31), -1),
    monday(day(year, 8, 31), -1),
  ].map(iso);
  const both = new Set<string>();
  for (const date of [day(year, 12, 25), day(year, 12, 26)]) both.add(iso(observed(date, both)));
  return [...kept, ...[...both].sort()].sort();
}

function observed(date: Date, taken: ReadonlySet<string>): Date {
  let kept = date;
  while (kept.getUTCDay() % 6 === 0 || taken.has(iso(kept))) kept = shifted(kept, 1);
  return kept;
}

/** Easter Sunday by the anonymous Gregorian computation. */
function easterOf(year: number): Date {
  const century = Math.floor(year / 100);
  const moon =
    (19 * (year % 19) +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const sunday =
    (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7;
  const late = Math.floor(((year % 19) + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * late + 114;
  return day(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function day(year: number, month: number, date: number): Date {
  return new Date(Date.UTC(year, month - 1, date));
}

function shifted(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000);
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function isOff(moment: Date): boolean {
  const local = moment.toLocaleDateString("sv-SE", { timeZone: "Europe/London" });
  return new Date(local).getUTCDay() % 6 === 0 || bankHolidays.has(local);
}

describe("countWorkingDays", () => {
  const between = (from: string, to: string) => countWorkingDays(at(from), at(to));

  it("counts none within a day, over a weekend, or backwards", () => {
    expect(between("2025-03-06T10:00:00Z", "2025-03-06T22:00:00Z")).toBe(0);
    expect(between("2025-03-07T10:00:00Z", "2025-03-09T22:00:00Z")).toBe(0);
    expect(between("2025-03-07T10:00:00Z", "2025-03-03T10:00:00Z")).toBe(0);
  });

  it("counts what addWorkingDays adds", () => {
    const start = "2025-12-22T10:00:00Z";
    for (const days of [1, 2, 5, 10])
      expect(countWorkingDays(at(start), addWorkingDays(at(start), days))).toBe(days);
  });
});
