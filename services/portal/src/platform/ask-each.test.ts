import { askEach } from "./ask-each.ts";

const patient = () => new AbortController().signal;

describe("asking the same of many", () => {
  it("hears all of them, and asks no more at once than it may", async () => {
    let now = 0;
    let most = 0;
    const ask = async (one: number) => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
      return one * 2;
    };
    const all = Array.from({ length: 50 }, (_, at) => at);
    const { answered, unasked } = await askEach(all, ask, { atOnce: 8, signal: patient() });
    expect(new Map(answered)).toEqual(new Map(all.map((one) => [one, one * 2])));
    expect(unasked).toEqual([]);
    expect(most).toBe(8);
  });

  it("names who refuses, and goes on with the others", async () => {
    const ask = async (one: number) => {
      if (one % 2 === 0) throw new Error("not now");
      return one;
    };
    const { answered, unasked } = await askEach([1, 2, 3, 4], ask, {
      atOnce: 1,
      signal: patient(),
    });
    expect(answered).toEqual([
      [1, 1],
      [3, 3],
    ]);
    expect(unasked).toEqual([2, 4]);
  });

  it("waits for nobody once the time is over, and asks nobody else", async () => {
    const waiting = new AbortController();
    const asked: string[] = [];
    const ask = (one: string) => {
      asked.push(one);
      if (one === "quick") return Promise.resolve("here");
      waiting.abort();
      return new Promise<string>(() => undefined);
    };
    const { signal } = waiting;
    const all = ["quick", "never", "later"];
    expect(await askEach(all, ask, { atOnce: 1, signal })).toEqual({
      answered: [["quick", "here"]],
      unasked: ["never", "later"],
    });
    expect(asked).toEqual(["quick", "never"]);
    expect((await askEach(all, ask, { atOnce: 1, signal })).unasked).toEqual(all);
    expect(asked).toEqual(["quick", "never"]);
  });
});
