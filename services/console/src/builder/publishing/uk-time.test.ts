import { ukMoment } from "./uk-time.ts";

describe("ukMoment", () => {
  it.each([
    ["2027-01-15", "09:30", "2027-01-15T09:30:00.000Z"],
    ["2027-07-15", "09:30", "2027-07-15T08:30:00.000Z"],
    ["2027-07-15", "00:15", "2027-07-14T23:15:00.000Z"],
    ["2027-03-28", "00:59", "2027-03-28T00:59:00.000Z"],
    ["2027-03-28", "02:00", "2027-03-28T01:00:00.000Z"],
  ])("reads %s at %s as clocks show it", (day, time, at) => {
    expect(ukMoment(day, time)).toBe(at);
  });

  it("takes the first of the hour that comes twice", () => {
    expect(ukMoment("2027-10-31", "01:30")).toBe("2027-10-31T00:30:00.000Z");
  });

  it.each([
    ["2027-03-28", "01:30"],
    ["2027-02-30", "09:00"],
    ["2027-01-15", "25:00"],
    ["", "09:00"],
  ])("knows no %s at %s", (day, time) => {
    expect(ukMoment(day, time)).toBeUndefined();
  });
});
