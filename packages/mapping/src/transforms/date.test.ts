import { formatDate, patternFault } from "./date.ts";

const full = "yyyy-MM-dd'T'HH:mm:ssxxx";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each([
  ["UTC", 0],
  ["Europe/London", 0],
  ["America/New_York", 300],
  ["Pacific/Apia", -780],
])("on a machine in %s", (zone, ownOffset) => {
  beforeEach(() => {
    vi.stubEnv("TZ", zone);
    expect(new Date(2025, 0, 1).getTimezoneOffset()).toBe(ownOffset);
  });

  it.each([
    ["a moment in winter", "2025-01-15T09:15:00.000Z", "2025-01-15T09:15:00+00:00"],
    ["a moment in summer", "2025-06-03T23:30:00Z", "2025-06-04T00:30:00+01:00"],
    ["a moment with an offset", "2025-06-03T09:15:00+05:30", "2025-06-03T04:45:00+01:00"],
    ["the last second before clocks go on", "2025-03-30T00:59:59Z", "2025-03-30T00:59:59+00:00"],
    ["the first second after clocks go on", "2025-03-30T01:00:00Z", "2025-03-30T02:00:00+01:00"],
    ["the hour before clocks go back", "2025-10-26T00:30:00Z", "2025-10-26T01:30:00+01:00"],
    ["the same hour again", "2025-10-26T01:30:00Z", "2025-10-26T01:30:00+00:00"],
    ["a date", "2025-06-03", "2025-06-03T00:00:00+01:00"],
    ["the date on which clocks go on", "2025-03-30", "2025-03-30T00:00:00+00:00"],
    ["the date on which clocks go back", "2025-10-26", "2025-10-26T00:00:00+01:00"],
    ["a leap day", "2024-02-29", "2024-02-29T00:00:00+00:00"],
    ["a date in the year that kept summer time", "1970-01-01", "1970-01-01T00:00:00+01:00"],
    ["a UK time", "2025-06-03T14:05", "2025-06-03T14:05:00+01:00"],
    ["a UK time on the day clocks go on", "2025-03-30T12:00", "2025-03-30T12:00:00+01:00"],
    ["a UK time that clocks skip", "2025-03-30T01:30", "2025-03-30T02:30:00+01:00"],
    ["a UK time that clocks show twice", "2025-10-26T01:30", "2025-10-26T01:30:00+01:00"],
    ["a UK time on the day clocks go back", "2025-10-26T12:00", "2025-10-26T12:00:00+00:00"],
    ["a UK time that clocks skip elsewhere", "2025-03-09T02:30", "2025-03-09T02:30:00+00:00"],
  ])("writes %s in UK local time", (_, value, written) => {
    expect(formatDate(value, full)).toBe(written);
  });
});

describe("formatDate", () => {
  it.each([
    ["2024-02-29", "2024-02-29T00:00:00"],
    ["2000-02-29T23:59", "2000-02-29T23:59:00"],
    ["1000-01-01", "1000-01-01T00:00:00"],
    ["1000-01-01T00:00", "1000-01-01T00:00:00"],
    ["1847-12-01T12:00", "1847-12-01T12:00:00"],
    ["9999-12-31", "9999-12-31T00:00:00"],
    ["9999-12-31T23:59", "9999-12-31T23:59:00"],
    ["2025-03-30T00:59", "2025-03-30T00:59:00"],
    ["2025-03-30T02:00", "2025-03-30T02:00:00"],
    ["2025-10-26T00:59", "2025-10-26T00:59:00"],
    ["2025-10-26T01:00", "2025-10-26T01:00:00"],
    ["2025-10-26T01:59", "2025-10-26T01:59:00"],
    ["2025-10-26T02:00", "2025-10-26T02:00:00"],
  ])("writes what a clock showed at %s as it showed it", (value, written) => {
    expect(formatDate(value, "yyyy-MM-dd'T'HH:mm:ss")).toBe(written);
  });

  it("uses UK words and orders", () => {
    expect(formatDate("2025-06-03", "EEEE d MMMM yyyy")).toBe("Tuesday 3 June 2025");
    expect(formatDate("2025-06-03", "P")).toBe("03/06/2025");
  });

  it.each([
    "",
    "today",
    "2025-02-30",
    "2023-02-29",
    "1900-02-29",
    "0999-12-31",
    "10000-01-01",
    "2025-06-03T",
    "T09:15",
    "2025-13-01",
    "0099-01-01",
    "2025-06-03T25:00Z",
    "2025-6-3",
    "09:15",
  ])("refuses %j", (value) => {
    expect(formatDate(value, full)).toBeUndefined();
  });
});

describe("patternFault", () => {
  it.each([full, "dd/MM/yyyy", "EEEE 'the' do", "P"])("accepts %s", (pattern) => {
    expect(patternFault(pattern)).toBeUndefined();
  });

  it.each([
    ["", "the date pattern is empty"],
    ["'words'", "the date pattern is empty"],
    ["YYYY-MM-DD", "the date pattern needs yyyy for the year and dd for the day"],
    [
      "yyyy noon",
      "the date pattern has a letter that stands for nothing; put words in single quotes",
    ],
  ])("refuses %j", (pattern, reason) => {
    expect(patternFault(pattern)).toBe(reason);
  });
});
