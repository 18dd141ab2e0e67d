import fc from "fast-check";
import { Vault } from "./vault.ts";

fc.configureGlobal({ seed: 20_261_122 });

const key = (byte: number) => new Uint8Array(32).fill(byte);
const vault = new Vault("exampleshire", key(1));
const place = { table: "notes", row: "note_1" };

describe("Vault", () => {
  it("opens what it sealed, whatever JSON it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(vault.open(place, vault.seal(place, value))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  it.each([
    ["another row", vault, { ...place, row: "note_2" }],
    ["another table", vault, { ...place, table: "tasks" }],
    ["another tenant of the same key", new Vault("othershire", key(1)), place],
    ["another key", new Vault("exampleshire", key(2)), place],
  ])("does not open for %s", (_name, other, elsewhere) => {
    const sealed = vault.seal(place, "words");
    expect(() => other.open(elsewhere, sealed)).toThrow("sealed-elsewhere");
  });

  it("opens nothing in which a single bit was changed, or that was cut", () => {
    const sealed = vault.seal(place, "words");
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => vault.open(place, changed)).toThrow("sealed-elsewhere");
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => vault.open(place, sealed.subarray(0, length))).toThrow("sealed-elsewhere");
  });

  it("says nothing of the words when it refuses", () => {
    const sealed = vault.seal(place, "canary-words");
    const refused = () => new Vault("othershire", key(1)).open(place, sealed);
    expect(refused).toThrow(expect.objectContaining({ message: "sealed-elsewhere" }));
    expect(refused).not.toThrow(expect.objectContaining({ cause: expect.anything() }));
  });

  it("never seals the same words to the same bytes", () => {
    expect(vault.seal(place, "words").equals(vault.seal(place, "words"))).toBe(false);
  });

  it("derives a key of its own for each use, tenant and key", () => {
    const keys = [
      vault.derive("file"),
      vault.derive("pepper"),
      new Vault("othershire", key(1)).derive("file"),
      new Vault("exampleshire", key(2)).derive("file"),
    ].map((derived) => Buffer.from(derived).toString("hex"));
    expect(new Set(keys).size).toBe(4);
    expect(vault.derive("file")).toEqual(vault.derive("file"));
    expect(vault.derive("file")).toHaveLength(32);
  });

  it("finds a value by the same number in one tenant, and by another for each kind and tenant", () => {
    const other = new Vault("othershire", key(2));
    const number = vault.blind("email", "jo@example.org");
    expect(vault.blind("email", "jo@example.org")).toBe(number);
    expect(vault.blind("email", "jo@example.com")).not.toBe(number);
    expect(vault.blind("surname", "jo@example.org")).not.toBe(number);
    expect(other.blind("email", "jo@example.org")).not.toBe(number);
    expect(Number.isSafeInteger(number)).toBe(true);
  });
});
