import { Turns } from "./turns.ts";

describe("turns", () => {
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  let turns: Turns<string>;
  beforeEach(() => {
    ends.length = 0;
    begun.length = 0;
    turns = new Turns(2, (one) => {
      begun.push(one);
      return new Promise((resolve) => ends.push(resolve));
    });
  });
  const endFirst = async () => {
    ends.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };

  it("are had by two at once, and by the next in the order they were wanted", async () => {
    for (const one of ["a", "b", "c", "d"]) turns.want(one);
    expect(begun).toEqual(["a", "b"]);
    await endFirst();
    expect(begun).toEqual(["a", "b", "c"]);
    await endFirst();
    expect(begun).toEqual(["a", "b", "c", "d"]);
  });

  it("are had once by who is wanted again before, and once more by who is wanted during theirs", async () => {
    for (const one of ["a", "b", "c", "c", "a", "a"]) turns.want(one);
    await endFirst();
    await endFirst();
    expect(begun).toEqual(["a", "b", "c", "a"]);
    await endFirst();
    await endFirst();
    expect(begun).toEqual(["a", "b", "c", "a"]);
  });
});
