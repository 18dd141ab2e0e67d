import { sentencesOf } from "../testing/sentences-of.ts";
import { welsh } from "./cy/welsh.ts";
import { english } from "./en/english.ts";

const [ours, theirs] = [sentencesOf(english), sentencesOf(welsh)];

describe("the words of the portal", () => {
  it("are said by both languages at the same places", () => {
    const optional = (path: string) => path.startsWith("components.");
    const places = (said: ReadonlyMap<string, string>) =>
      [...said.keys()].filter((path) => !optional(path));
    expect(places(theirs)).toEqual(places(ours));
  });

  it("are others in Welsh", () => {
    const untranslated = [...ours].filter(([path, text]) => theirs.get(path) === text);
    expect(untranslated).toEqual([]);
  });

  it("link to the same places, and have the same gaps for a script to fill", () => {
    const gaps = (text = "") => (text.match(/\]\(\w+\)|%?\{\w+\}/g) ?? []).toSorted();
    for (const [path, text] of ours)
      expect([path, gaps(theirs.get(path))]).toEqual([path, gaps(text)]);
  });

  it("have curly apostrophes in Welsh, which are letters of its words", () => {
    expect([...theirs].filter(([, text]) => text.includes("'"))).toEqual([]);
  });
});

describe("how long something is kept, in Welsh", () => {
  const { years, months, days } = welsh.start.time;
  it.each([
    [years(1), "1 flwyddyn"],
    [years(2), "2 flynedd"],
    [years(3), "3 blynedd"],
    [years(4), "4 mlynedd"],
    [years(6), "6 blynedd"],
    [years(7), "7 mlynedd"],
    [months(2), "2 fis"],
    [months(6), "6 mis"],
    [days(2), "2 ddiwrnod"],
    [days(28), "28 diwrnod"],
  ])("is %s as it should be", (said, right) => {
    expect(said).toBe(right);
  });
});
