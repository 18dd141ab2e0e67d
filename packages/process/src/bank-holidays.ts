/**
 * Bank holidays in England and Wales, by year: New Year's Day, Good Friday, Easter Monday, early May, spring,
 * summer, Christmas Day and Boxing Day, each on the day it is kept (a substitute where it falls on a weekend).
 *
 * Source: https://www.gov.uk/bank-holidays.json (`england-and-wales`), Open Government Licence v3.0. 2028 is by
 * the standing rules of the Banking and Financial Dealings Act 1971, and is to be compared when it is published;
 * a day proclaimed for one year only is added here.
 */
export const bankHolidaysByYear = {
  2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
  2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
  2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
  2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
  2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
} as const;

/** The dates of all bank holidays that are known, as `YYYY-MM-DD`. */
export const bankHolidays: ReadonlySet<string> = new Set(
  Object.entries(bankHolidaysByYear).flatMap(([year, days]) =>
    days.split(" ").map((day) => `${year}-${day}`),
  ),
);
