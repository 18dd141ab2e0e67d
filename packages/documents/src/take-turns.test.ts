import { takeTurns } from "./take-turns.ts";

describe("works that take turns", () => {
  it("are no more at once than was said, and all done, in the order they came", async () => {
    const inTurn = takeTurns(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const works = [0, 1, 2, 3].map((number) =>
      inTurn(async () => {
        begun.push(number);
        await new Promise<void>((end) => ends.push(end));
        return number;
      }),
    );
    await vi.waitFor(() => expect(begun).toEqual([0, 1]));
    ends.shift()?.();
    await vi.waitFor(() => expect(begun).toEqual([0, 1, 2]));
    ends.shift()?.();
    await vi.waitFor(() => expect(begun).toEqual([0, 1, 2, 3]));
    for (const end of ends) end();
    expect(await Promise.all(works)).toEqual([0, 1, 2, 3]);
  });

  it("go on after one that failed", async () => {
    const inTurn = takeTurns(1);
    const failing = inTurn(async () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    expect(await inTurn(async () => "yes")).toBe("yes");
  });
});
