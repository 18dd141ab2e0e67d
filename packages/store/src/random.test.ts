import { drawRandom } from "./random.ts";

describe("drawRandom", () => {
  it("gives as many bytes as are asked for, and none of them twice", () => {
    const seen = new Set<string>();
    for (let i = 0; i < 2000; i += 1) {
      const bytes = drawRandom(12);
      expect(bytes).toHaveLength(12);
      seen.add(bytes.toString("hex"));
    }
    expect(seen.size).toBe(2000);
  });

  it("gives copies, so that what is drawn later does not change what was drawn", () => {
    const first = drawRandom(16);
    const kept = first.toString("hex");
    for (let i = 0; i < 600; i += 1) drawRandom(16);
    expect(first.toString("hex")).toBe(kept);
  });
});
