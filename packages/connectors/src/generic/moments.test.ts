import { readMoment, writeMoment, writeWindow } from "./moments.ts";

const at = new Date("2026-07-01T08:05:06.789Z");
const uk = { format: "local", zone: "uk" } as const;

describe("moments", () => {
  it("are none where no calendar has them", () => {
    expect(readMoment("9999999999999", { format: "unix", zone: "utc" })).toBeUndefined();
    expect(readMoment("2026-02-31T25:00:00", uk)).toBeUndefined();
  });

  it.each([
    ["iso", "uk", "2026-07-01T08:05:06.789Z"],
    ["seconds", "uk", "2026-07-01T08:05:06Z"],
    ["local", "uk", "2026-07-01T09:05:06"],
    ["local", "utc", "2026-07-01T08:05:06"],
    ["date", "uk", "2026-07-01"],
    ["unix", "uk", "1782893106"],
    ["unix-ms", "uk", "1782893106789"],
  ] as const)("are written as %s by the clock of %s", (format, zone, text) => {
    expect(writeMoment(at, { format, zone })).toBe(text);
  });

  it.each([
    ["2026-07-01T09:05:06", "2026-07-01T08:05:06.000Z"],
    ["2026-01-01 09:05", "2026-01-01T09:05:00.000Z"],
    ["2026-07-01T09:05:06.1234567+02:00", "2026-07-01T07:05:06.123Z"],
    ["2026-07-01T09:05:06+0000", "2026-07-01T09:05:06.000Z"],
    ["2026-01-01", "2026-01-01T00:00:00.000Z"],
  ])("are read from %s", (text, iso) => {
    expect(readMoment(text, uk)?.toISOString()).toBe(iso);
  });

  it.each([undefined, "", "yesterday", "2026-13-01T00:00:00Z", "1782893106"])(
    "%s is none",
    (text) => {
      expect(readMoment(text, uk)).toBeUndefined();
    },
  );

  it("make a window wider around the hour that comes twice, so that its clock hides nothing", () => {
    const from = new Date("2026-10-25T00:55:00Z");
    const to = new Date("2026-10-25T01:05:00Z");

    expect(writeWindow({ from, to }, uk)).toEqual({
      from: "2026-10-25T00:55:00",
      to: "2026-10-25T02:05:00",
    });
    expect(writeWindow({ from: at, to: at }, uk)).toEqual({
      from: "2026-07-01T09:05:06",
      to: "2026-07-01T09:05:06",
    });
  });
});
