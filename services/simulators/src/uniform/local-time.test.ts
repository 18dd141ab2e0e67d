import { floating, localTime } from "./local-time.ts";

describe("Uniform's times", () => {
  it.each([
    ["in winter", "2026-01-01T00:30:00Z", "2026-01-01T00:30:00"],
    ["in summer", "2026-07-01T23:30:00Z", "2026-07-02T00:30:00"],
    ["in the hour that comes twice", "2026-10-25T01:30:00Z", "2026-10-25T01:30:00"],
  ])("are UK local times %s", (_, moment, local) => {
    expect(localTime(new Date(moment))).toBe(local);
  });

  it("lose the zone that they are given with", () => {
    expect(floating("2026-07-01T10:00:00Z")).toBe("2026-07-01T10:00:00");
    expect(floating("2026-07-01T10:00:00.123+01:00")).toBe("2026-07-01T10:00:00");
  });

  it.each(["2026-07-01", "2026-13-01T10:00:00", "soon", ""])("are not read from %j", (text) => {
    expect(floating(text)).toBeUndefined();
  });
});
