import { localTime, momentOf, sayLocal } from "./uk-time.ts";

describe("UK local time", () => {
  it.each([
    ["in winter", "2026-01-01T00:30:00Z", "2026-01-01T00:30:00"],
    ["in summer", "2026-07-01T23:30:00Z", "2026-07-02T00:30:00"],
    ["in the hour that comes twice", "2026-10-25T01:30:00Z", "2026-10-25T01:30:00"],
  ])("is written without a zone %s", (_, moment, local) => {
    expect(localTime(new Date(moment))).toBe(local);
  });

  it.each(["2026-01-05T10:00:00", "2026-07-05T00:10:00", "2026-03-29T03:00:00"])(
    "of %s is a moment that is written so again",
    (local) => {
      expect(localTime(momentOf(local))).toBe(local);
    },
  );

  it.each([
    ["2026-03-03T09:15:00", "Tuesday 3 March 2026 at 9:15am"],
    ["2026-03-03T12:00:00", "Tuesday 3 March 2026 at 12pm"],
    ["2026-03-03T00:05:00", "Tuesday 3 March 2026 at 12:05am"],
  ])("is said as people say it: %s", (local, words) => {
    expect(sayLocal(local)).toBe(words);
  });
});
