import { dateFields, momentOf, yesOrNo } from "./values.ts";

describe("dateFields", () => {
  it.each([
    ["2026-03-27", ["27", "03", "2026"]],
    ["27/3/2026", ["27", "3", "2026"]],
    ["2026-03-27T09:30", ["27", "03", "2026"]],
    ["2026-03-27T09:30:00Z", ["27", "03", "2026"]],
    ["2026-06-30T23:30:00Z", ["01", "07", "2026"]],
    ["2026-06-30T23:30:00.5+02:00", ["30", "06", "2026"]],
    ["last Tuesday", ["last Tuesday", "", ""]],
    ["2026-99-99T99:99:99Z", ["2026-99-99T99:99:99Z", "", ""]],
    ["", ["", "", ""]],
  ])("reads %j", (text, parts) => {
    expect(dateFields("seen", text)).toEqual([
      ["seen-day", [parts[0]]],
      ["seen-month", [parts[1]]],
      ["seen-year", [parts[2]]],
    ]);
  });
});

describe("momentOf", () => {
  it.each([
    ["2026-03-27T09:30:00Z", "2026-03-27T09:30:00.000Z"],
    ["2026-03-27T09:30:00.25Z", "2026-03-27T09:30:00.250Z"],
    ["2026-03-27T09:30+01:00", "2026-03-27T08:30:00.000Z"],
    ["2026-03-27T09:30:00 01:00", "2026-03-27T08:30:00.000Z"],
    ["2026-03-27T09:30:00", "2026-03-27T09:30:00.000Z"],
    ["2026-03-27", "2026-03-27T00:00:00.000Z"],
  ])("reads %j", (text, moment) => {
    expect(new Date(momentOf(text) ?? 0).toISOString()).toBe(moment);
  });

  it.each(["", "now", "27/03/2026", "2026-13-01", "2026-03-27T25:00:00Z", "1e9"])(
    "reads no moment in %j",
    (text) => expect(momentOf(text)).toBeUndefined(),
  );
});

describe("yesOrNo", () => {
  it.each([
    ["yes", ["yes", "Yes", "true", "1", "Y"]],
    ["no", ["no", "FALSE", "0", "n"]],
  ])("reads %s", (answer, texts) => {
    expect(texts.map(yesOrNo)).toEqual(texts.map(() => answer));
  });

  it("leaves what is neither for the form to refuse", () => {
    expect(yesOrNo("perhaps")).toBe("perhaps");
  });
});
