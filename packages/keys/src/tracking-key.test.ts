import fc from "fast-check";
import { isTrackingKey, trackingKey } from "./tracking-key.ts";

fc.configureGlobal({ seed: 20_261_122 });

const secret = new Uint8Array(32).fill(1);

describe("the tracking key", () => {
  it("is 26 characters that follow from the secret and the process", () => {
    expect(trackingKey(secret, "prc_1")).toBe("0n10physcf7kd9m4acqdjc3y6w");
    expect(trackingKey(secret, "prc_2")).not.toBe(trackingKey(secret, "prc_1"));
    expect(trackingKey(new Uint8Array(32), "prc_1")).not.toBe(trackingKey(secret, "prc_1"));
  });

  it("opens its own process and no other", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const key = trackingKey(secret, a);
        expect(key).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
        expect(isTrackingKey(secret, a, key)).toBe(true);
        expect(isTrackingKey(secret, b, key)).toBe(a === b);
      }),
    );
  });

  it("may be typed from paper, in capitals and with look-alikes", () => {
    const key = trackingKey(secret, "prc_1");
    const typed = key.toUpperCase().replaceAll("0", "O").replaceAll("1", "I");
    expect(isTrackingKey(secret, "prc_1", typed)).toBe(true);
  });

  it.each(["", "0", "é".repeat(26)])("does not open with %j", (key) => {
    expect(isTrackingKey(secret, "prc_1", key)).toBe(false);
  });

  it("does not open with a key that is longer or shorter", () => {
    const key = trackingKey(secret, "prc_1");
    expect(isTrackingKey(secret, "prc_1", `${key}0`)).toBe(false);
    expect(isTrackingKey(secret, "prc_1", key.slice(1))).toBe(false);
  });
});
