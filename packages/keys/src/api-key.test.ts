import fc from "fast-check";
import { hashSecret, issueKey, parseKey, sameHash } from "./api-key.ts";

fc.configureGlobal({ seed: 20_261_122 });

const sevens = (n: number) => new Uint8Array(n).fill(7);

describe("API keys", () => {
  it("issues a key in the documented form", () => {
    const issued = issueKey({ environment: "live" }, sevens);

    expect(issued.key).toMatch(/^gh_live_[0-9A-Za-z]{61}$/);
    expect(issued.key).toBe(`gh_live_${issued.id}${issued.secret}${issued.key.slice(-6)}`);
    expect(issued.last4).toBe(issued.key.slice(-4));
  });

  it("writes the same key for the same randomness, today and after an upgrade", () => {
    expect(issueKey({ environment: "test" }, sevens).key).toBe(
      "gh_test_vso8EmzYk4j11fJjkkpe9PiTw9KSulA8Ghct30vZz4HpdQ5c5b9cPF13FBkMk",
    );
  });

  it("reads back every key that it issues", () => {
    const environments = fc.constantFrom("live" as const, "test" as const);
    fc.assert(
      fc.property(
        environments,
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (environment, bytes) => {
          const { key, id, secret } = issueKey({ environment }, (n) => bytes.subarray(0, n));
          expect(parseKey(key)).toEqual({ environment, id, secret });
        },
      ),
    );
  });

  it("never issues the same key twice", () => {
    const keys = Array.from({ length: 50 }, () => issueKey({ environment: "live" }).key);
    expect(new Set(keys).size).toBe(50);
  });

  it("refuses a key with any one character changed", () => {
    const { key } = issueKey({ environment: "live" }, sevens);
    for (let at = 0; at < key.length; at += 1) {
      const other = key[at] === "a" ? "b" : "a";
      expect(parseKey(key.slice(0, at) + other + key.slice(at + 1)), `at ${at}`).toBeUndefined();
    }
  });

  it("refuses a key of one environment passed off as the other's", () => {
    const { key } = issueKey({ environment: "test" }, sevens);
    expect(parseKey(key.replace("gh_test_", "gh_live_"))).toBeUndefined();
  });

  it.each([
    ["nothing", ""],
    ["a cut key", issueKey({ environment: "live" }, sevens).key.slice(0, -1)],
    ["a key with more behind it", `${issueKey({ environment: "live" }, sevens).key}a`],
    ["a key with a line end behind it", `${issueKey({ environment: "live" }, sevens).key}\n`],
    ["a key with a space before it", ` ${issueKey({ environment: "live" }, sevens).key}`],
    ["another product's key", `gp_live_${"a".repeat(61)}`],
    ["letters beyond ASCII", `gh_live_${"é".repeat(61)}`],
  ])("refuses %s", (_, text) => {
    expect(parseKey(text)).toBeUndefined();
  });

  it("hashes with the pepper, so that a stolen table is of no use", () => {
    const { secret } = issueKey({ environment: "live" }, sevens);
    const stored = hashSecret(Buffer.from("pepper"), secret);

    expect(stored).toHaveLength(32);
    expect(sameHash(stored, hashSecret(Buffer.from("pepper"), secret))).toBe(true);
    expect(sameHash(stored, hashSecret(Buffer.from("other"), secret))).toBe(false);
    expect(sameHash(stored, hashSecret(Buffer.from("pepper"), `${secret}0`))).toBe(false);
    expect(sameHash(stored, stored.subarray(1))).toBe(false);
  });
});
