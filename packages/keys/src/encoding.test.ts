import fc from "fast-check";
import { decodeExactly, toBase62, toCrockford } from "./encoding.ts";

fc.configureGlobal({ seed: 20_261_122 });

describe("encoding", () => {
  it("writes bytes as the base 62 number they are", () => {
    expect(toBase62(Uint8Array.of(0), 1)).toBe("0");
    expect(toBase62(Uint8Array.of(61), 2)).toBe("0z");
    expect(toBase62(Uint8Array.of(1, 0), 3)).toBe("048");
  });

  it("gives every 32 bytes 43 digits of their own", () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    fc.assert(
      fc.property(bytes, (value) => {
        const text = toBase62(value, 43);
        const back = [...text].reduce((sum, d) => sum * 62n + BigInt(digits.indexOf(d)), 0n);
        expect(text).toHaveLength(43);
        expect(back).toBe(BigInt(`0x${Buffer.from(value).toString("hex")}`));
      }),
    );
  });

  it("writes the first bits in Crockford's base 32", () => {
    expect(toCrockford(Uint8Array.of(0b00001_000, 0b10_000000), 2)).toBe("12");
    expect(toCrockford(new Uint8Array(17).fill(255), 26)).toBe("z".repeat(26));
  });

  it.each(["YQ==", "YR", "Y Q", "YQ\n", "Y", "+/+/", "YQ.junk"])(
    "refuses %j as base64url, which we would write otherwise",
    (text) => {
      expect(decodeExactly(text, "base64url")).toBeUndefined();
    },
  );

  it("reads back whatever it would write", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom("base64url", "base64"), (bytes, encoding) => {
        const text = Buffer.from(bytes).toString(encoding);
        expect(decodeExactly(text, encoding)).toEqual(Buffer.from(bytes));
      }),
    );
  });
});
