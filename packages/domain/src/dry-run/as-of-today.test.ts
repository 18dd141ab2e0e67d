import { asOfToday } from "./as-of-today.ts";

describe("answers as of today", () => {
  it("have each day as far away as it was, also in lists, and all else as it is", () => {
    const answers = { since: "2026-03-01", nights: [{ date: "2026-02-28", from: "19:30" }], n: 1 };
    expect(asOfToday(answers, "2026-03-02", "2026-12-02")).toEqual({
      since: "2026-12-01",
      nights: [{ date: "2026-11-30", from: "19:30" }],
      n: 1,
    });
  });

  it("have what is no day of the calendar as it is", () => {
    const answers = { since: "2026-13-45", until: "9999-12-31" };
    expect(asOfToday(answers, "2026-03-02", "2026-12-02")).toEqual(answers);
    expect(asOfToday({ since: "2026-03-01" }, "2026-13-45", "2026-12-02")).toEqual({
      since: "2026-03-01",
    });
  });

  it("are as they were on the day that they were written for", () => {
    const answers = { since: "2026-03-29", story: "2026-03-29 was cold" };
    expect(asOfToday(answers, "2026-06-12", "2026-06-12")).toEqual(answers);
  });
});
