import fc from "fast-check";
import { digestOfCode, drawCode, readSessionSecret, sessionSecret } from "./session-secret.ts";

const key = new Uint8Array(32).fill(1);
const session = { id: "ses_01kb3zq8w5v0t6m2h9r4c7d1xe", generation: 3 };

describe("a session's secret", () => {
  it("says which session and generation it is of", () => {
    expect(readSessionSecret(key, sessionSecret(key, session))).toEqual(session);
  });

  it("is the same each time, and another for each generation", () => {
    expect(sessionSecret(key, session)).toBe(sessionSecret(key, session));
    expect(sessionSecret(key, { ...session, generation: 4 })).not.toBe(sessionSecret(key, session));
  });

  it("is nothing under another tenant's key", () => {
    const other = new Uint8Array(32).fill(2);
    expect(readSessionSecret(other, sessionSecret(key, session))).toBeUndefined();
  });

  it("is nothing once any letter of it is another", () => {
    const secret = sessionSecret(key, session);
    const letters = "abcXYZ0189_-.";
    fc.assert(
      fc.property(
        fc.nat(secret.length - 1),
        fc.constantFrom(...letters.split("")),
        (at, letter) => {
          fc.pre(secret[at] !== letter);
          const forged = secret.slice(0, at) + letter + secret.slice(at + 1);
          expect(readSessionSecret(key, forged)).toBeUndefined();
        },
      ),
      { seed: 4 },
    );
  });

  it.each(["", "ses_", "ses_01kb3zq8w5v0t6m2h9r4c7d1xe.03.x", "a.b.c"])("is not %j", (text) =>
    expect(readSessionSecret(key, text)).toBeUndefined(),
  );
});

describe("a code", () => {
  it("has 256 bits, and is kept as a digest that does not show them", () => {
    const code = drawCode((n) => new Uint8Array(n).fill(7));
    expect(Buffer.from(code, "base64url")).toHaveLength(32);
    expect(digestOfCode(code)).not.toContain(code);
    expect(drawCode()).not.toBe(drawCode());
  });
});
