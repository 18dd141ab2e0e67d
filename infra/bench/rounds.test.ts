import { interleaved, medianOf, ratioOf } from "./rounds.ts";

describe("interleaved", () => {
  it("measures every system once in each round, the order turned", async () => {
    const order: string[] = [];
    const measure = (name: string) => ({
      name,
      run: async () => {
        order.push(name);
        return { [name]: order.length };
      },
    });

    const series = await interleaved([measure("a"), measure("b")], 3, () => {});

    expect(order.join("")).toBe("abbaab");
    expect(series.get("a")).toEqual([1, 4, 5]);
    expect(medianOf(series, "b")).toBe(3);
  });
});

describe("ratioOf", () => {
  const series = new Map([
    ["ours", [10, 100, 1000]],
    ["theirs", [10, 50, 250]],
  ]);

  it("compares only what was measured in the same round", () => {
    expect(ratioOf(series, "ours", "theirs")).toBe(2);
  });

  it("is null where one of the two was not measured", () => {
    expect(ratioOf(series, "ours", "others")).toBeNull();
  });
});
