import { floating } from "./local-time.ts";

describe("Uniform's times", () => {
  it("lose the zone that they are given with", () => {
    expect(floating("2026-07-01T10:00:00Z")).toBe("2026-07-01T10:00:00");
    expect(floating("2026-07-01T10:00:00.123+01:00")).toBe("2026-07-01T10:00:00");
  });

  it.each(["2026-07-01", "2026-13-01T10:00:00", "soon", ""])("are not read from %j", (text) => {
    expect(floating(text)).toBeUndefined();
  });
});
