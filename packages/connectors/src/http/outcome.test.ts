import { GuardFault } from "./guard-fault.ts";
import { outcomeOfFault, outcomeOfStatus } from "./outcome.ts";

const now = new Date("2025-03-03T09:15:00Z");
const noHeaders: Record<string, string> = {};
const answer = (status: number, retryAfter?: string) => ({
  status,
  headers: retryAfter === undefined ? noHeaders : { "retry-after": retryAfter },
  cookies: [],
  body: new Uint8Array(),
});

describe("outcomeOfStatus", () => {
  it.each([
    [200, "ambiguous", "bad-answer"],
    [204, "ambiguous", "bad-answer"],
    [301, "ambiguous", "redirected"],
    [302, "ambiguous", "redirected"],
    [303, "ambiguous", "redirected"],
    [307, "retry", "redirected"],
    [308, "retry", "redirected"],
    [400, "refused", "answered-400"],
    [401, "retry", "credential-refused"],
    [403, "retry", "credential-refused"],
    [404, "refused", "answered-404"],
    [408, "retry", "busy"],
    [410, "refused", "gone"],
    [429, "retry", "rate-limited"],
    [500, "ambiguous", "answered-5xx"],
    [502, "ambiguous", "answered-5xx"],
    [503, "retry", "unavailable"],
    [504, "ambiguous", "answered-5xx"],
  ])("says what %i means", (status, outcome, code) => {
    expect(outcomeOfStatus(answer(status), now)).toEqual({ outcome, code });
  });

  it.each([
    ["120", 120_000],
    ["0", 0],
    ["1000000000", 86_400_000],
    ["Mon, 03 Mar 2025 09:16:00 GMT", 60_000],
    ["Mon, 03 Mar 2025 09:00:00 GMT", 0],
    ["Wed, 03 Mar 2055 09:00:00 GMT", 86_400_000],
    ["soon", undefined],
    ["1, 2", undefined],
    ["-5", undefined],
    ["", undefined],
  ])("reads a Retry-After of %j", (value, afterMs) => {
    const expected = {
      outcome: "retry",
      code: "rate-limited",
      ...(afterMs !== undefined && { afterMs }),
    };

    expect(outcomeOfStatus(answer(429, value), now)).toEqual(expected);
  });
});

describe("outcomeOfFault", () => {
  it("wonders only about what may have been sent", () => {
    expect(outcomeOfFault(new GuardFault("connection-lost", true)).outcome).toBe("ambiguous");
    expect(outcomeOfFault(new GuardFault("connection-lost", false)).outcome).toBe("retry");
    expect(outcomeOfFault(new GuardFault("request-invalid", false)).outcome).toBe("refused");
  });
});
