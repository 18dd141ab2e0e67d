import { perValue } from "./per-value.ts";

it("works something out once for each value, and anew for another that is like it", () => {
  const seen: number[] = [];
  const half = perValue(({ number }: { number: number }) => {
    seen.push(number);
    return { half: number / 2 };
  });
  const four = { number: 4 };
  expect([half(four), half(four), half({ number: 4 })]).toEqual(Array(3).fill({ half: 2 }));
  expect(seen).toEqual([4, 4]);
});
