import { onceAMinute } from "./once-a-minute.ts";

describe("onceAMinute", () => {
  const told: unknown[] = [];
  let now = 0;
  const tell = onceAMinute(
    (error) => told.push(error),
    () => now,
  );

  it("tells of the same failure once a minute, and of another at once", () => {
    const full = () => new Error("OOM command not allowed");
    const [first, second, later, other] = [full(), full(), full(), new Error("READONLY replica")];
    tell(first);
    now += 59_999;
    tell(second);
    tell(other);
    now += 1;
    tell(later);
    expect(told).toEqual([first, other, later]);
    expect(told[2]).toBe(later);
  });
});
