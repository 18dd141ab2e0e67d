import { daysOf } from "./call-chart.tsx";

const now = new Date("2026-11-22T00:30:00Z");
const caller = { kind: "key" as const, id: "8f3kQ2mZx0aB" };

describe("the days of calls", () => {
  it("are all of the span, with the calls of all who called added up", () => {
    const counts = [
      { day: "2026-11-20", caller, ok: 3, refused: 1, failed: 0 },
      { day: "2026-11-20", caller: { kind: "staff" as const }, ok: 2, refused: 0, failed: 1 },
      { day: "2026-11-19", caller, ok: 9, refused: 9, failed: 9 },
    ];
    expect(daysOf(counts, now, 3)).toEqual([
      { day: "2026-11-20", ok: 5, refused: 1, failed: 1 },
      { day: "2026-11-21", ok: 0, refused: 0, failed: 0 },
      { day: "2026-11-22", ok: 0, refused: 0, failed: 0 },
    ]);
  });
});
