import { sayDue } from "./say-due.ts";

const friday = new Date("2026-11-20T10:00:00Z");

describe("saying when something is due", () => {
  it.each([
    ["2026-11-20T17:00:00Z", "due today"],
    ["2026-11-20T09:00:00Z", "late since today"],
    ["2026-11-23T17:00:00Z", "due in 1 working day"],
    ["2026-11-25T17:00:00Z", "due in 3 working days"],
    ["2026-11-17T17:00:00Z", "3 working days late"],
    ["2026-11-13T17:00:00Z", "5 working days late"],
    ["2026-11-22T12:00:00Z", "due in 1 working day"],
  ])("says of %s: %s", (at, words) => {
    expect(sayDue(at, friday)).toBe(words);
  });

  it("counts no bank holiday", () => {
    const beforeChristmas = new Date("2026-12-23T10:00:00Z");
    expect(sayDue("2026-12-29T10:00:00Z", beforeChristmas)).toBe("due in 2 working days");
  });
});
