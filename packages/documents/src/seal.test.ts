import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { bytesOf } from "./bytes.ts";
import { inChunks } from "./fixtures.ts";
import { DocumentDamaged, seal, unseal } from "./seal.ts";

fc.configureGlobal({ seed: 20_261_122 });

const options = { key: randomBytes(32), id: "document", salt: randomBytes(32) };
const segment = 64 * 1024;
const sealedSegment = segment + 16;

describe("seal and unseal", () => {
  it.each([0, 1, segment - 1, segment, segment + 1, 2 * segment, 2 * segment + 7])(
    "give %i bytes back as they were, in whatever chunks they came",
    async (length) => {
      const bytes = randomBytes(length);
      const sealed = await bytesOf(seal(inChunks(bytes, 10_007), options));
      const opened = await bytesOf(unseal(inChunks(sealed, 7919), options));
      expect(Buffer.compare(opened, bytes)).toBe(0);
    },
  );

  it("tell of any bit that was changed", async () => {
    const sealed = Buffer.from(await bytesOf(seal(inChunks(Buffer.from("a complaint")), options)));
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        await expect(open(changed)).rejects.toThrow(DocumentDamaged);
      }),
    );
  });

  it("tell of an end that was cut off, at a segment's edge too", async () => {
    const sealed = await bytesOf(seal(inChunks(Buffer.alloc(2 * segment + 5)), options));
    for (const length of [0, 1, 15, 16, sealedSegment, 2 * sealedSegment, sealed.length - 1]) {
      await expect(open(sealed.subarray(0, length))).rejects.toThrow(DocumentDamaged);
    }
  });

  it("tell of segments that were swapped, doubled or left out", async () => {
    const sealed = Buffer.from(
      await bytesOf(seal(inChunks(randomBytes(2 * segment + 5)), options)),
    );
    const first = sealed.subarray(0, sealedSegment);
    const second = sealed.subarray(sealedSegment, 2 * sealedSegment);
    const last = sealed.subarray(2 * sealedSegment);
    for (const parts of [
      [second, first, last],
      [first, first, second, last],
      [first, last],
      [first, second, last, last],
    ]) {
      await expect(open(Buffer.concat(parts))).rejects.toThrow(DocumentDamaged);
    }
  });

  it.each([
    ["key", { ...options, key: randomBytes(32) }],
    ["id", { ...options, id: "another" }],
    ["salt", { ...options, salt: randomBytes(32) }],
  ])("do not open under another %s", async (_, other) => {
    const sealed = await bytesOf(seal(inChunks(Buffer.from("a complaint")), options));
    await expect(bytesOf(unseal(inChunks(sealed), other))).rejects.toThrow(DocumentDamaged);
  });

  function open(sealed: Uint8Array): Promise<Uint8Array> {
    return bytesOf(unseal(inChunks(sealed), options));
  }
});
