import fc from "fast-check";
import { type Checkpoint, readCheckpoint, signCheckpoint } from "./audit-checkpoint.ts";

const secret = new Uint8Array(32).fill(7);
const checkpoint: Checkpoint = {
  tenant: "exampleshire",
  seq: 12,
  hash: "ab".repeat(32),
  at: "2026-11-20T03:00:00.000Z",
};

describe("a checkpoint of an audit trail", () => {
  it("is read as it was signed", () => {
    const signed = signCheckpoint(secret, checkpoint);
    expect(signed).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(readCheckpoint(secret, signed)).toEqual(checkpoint);
  });

  it("is nobody else's to sign", () => {
    const foreign = signCheckpoint(new Uint8Array(32).fill(8), checkpoint);
    expect(readCheckpoint(secret, foreign)).toBeUndefined();
  });

  it("is refused where any character of it is another", () => {
    const signed = signCheckpoint(secret, checkpoint);
    const place = fc.integer({ min: 0, max: signed.length - 1 });
    fc.assert(
      fc.property(place, fc.constantFrom("A", "b", ".", "-", "=", "%"), (at, other) => {
        fc.pre(signed[at] !== other);
        const altered = signed.slice(0, at) + other + signed.slice(at + 1);
        expect(readCheckpoint(secret, altered)).toBeUndefined();
      }),
      { seed: 20_261_122 },
    );
  });

  it.each(["", ".", "..", "a.b.c", "a.b.c.d", "x".repeat(3000)])("is not %j", (text) => {
    expect(readCheckpoint(secret, text)).toBeUndefined();
  });
});
