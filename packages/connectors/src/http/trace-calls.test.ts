import { context, trace } from "@opentelemetry/api";
import type { Call } from "./call.ts";
import { GuardFault } from "./guard-fault.ts";
import { traceCalls } from "./trace-calls.ts";

const signal = AbortSignal.timeout(60_000);
const call = {
  method: "POST",
  url: "https://alloy.test/items?name=Ada",
  headers: { Accept: "*/*" },
} as const;

describe("traceCalls", () => {
  it("lets a call and its answer through as they are where no traces are kept", async () => {
    const seen: Call[] = [];
    const answer = { status: 200, headers: {}, cookies: [], body: new Uint8Array() };
    const request = traceCalls(async (given) => {
      seen.push(given);
      return answer;
    });
    expect(await request(call, signal)).toBe(answer);
    expect(seen).toEqual([call]);
  });

  it("passes a fault on", async () => {
    const request = traceCalls(async () => {
      throw new GuardFault("timeout", true);
    });
    await expect(request(call, signal)).rejects.toMatchObject({ code: "timeout", sent: true });
    expect(trace.getSpan(context.active())).toBeUndefined();
  });

  it("leaves an address that is none to whoever refuses it", async () => {
    const request = traceCalls(async () => {
      throw new GuardFault("egress-blocked", false);
    });
    await expect(request({ ...call, url: "nowhere" }, signal)).rejects.toThrow("egress-blocked");
  });
});
