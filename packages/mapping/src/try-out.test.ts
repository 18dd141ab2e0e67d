import { inputOf, jsonOf, xmlOf } from "./sample.ts";
import { tryOut } from "./try-out.ts";

const results = (trial: ReturnType<typeof tryOut>) => Object.fromEntries(trial.results);

describe("a mapping that is tried out", () => {
  it("says what each row gave, one for each item where it repeats", () => {
    const mapping = jsonOf([
      { target: "a", from: { answer: "name" }, change: ["upper"] },
      { target: "dates", each: "dates", rows: [{ target: "day", from: { answer: "day" } }] },
    ]);
    const answers = { name: "Ada", dates: [{ day: "2026-05-01" }, { day: "2026-05-02" }] };
    const trial = tryOut(mapping, inputOf(answers));
    expect(results(trial)).toEqual({
      "/rows/0": ["ADA"],
      "/rows/1/rows/0": ["2026-05-01", "2026-05-02"],
    });
    expect(JSON.parse(trial.text ?? "")).toMatchObject({ a: "ADA" });
    expect(trial.faults).toEqual([]);
  });

  it("leaves out what cannot be written, names each, and writes the rest", () => {
    const mapping = xmlOf([
      { target: "one", from: { answer: "gone" }, required: true },
      { target: "two", from: { answer: "name" }, change: ["number"] },
      { target: "3three", from: { value: "x" } },
      { target: "four", from: { answer: "name" } },
    ]);
    const trial = tryOut(mapping, inputOf({ name: "Ada" }));
    expect(trial.text).toContain("<four>Ada</four></case>");
    expect(trial.faults.map(({ pointer }) => pointer).toSorted()).toEqual([
      "/rows/0",
      "/rows/1",
      "/rows/2",
    ]);
    expect(trial.places.get("1")?.pointer).toBe("/rows/3");
  });

  it("writes nothing, and says why, without a root", () => {
    const { root: _, ...mapping } = xmlOf([{ target: "a", from: { value: "x" } }]);
    const trial = tryOut(mapping, inputOf({}));
    expect(trial.text).toBeUndefined();
    expect(trial.faults).toMatchObject([{ pointer: "/root", reason: "XML needs a root element" }]);
  });

  it("gives up rows that repeat within rows that repeat, before they begin", () => {
    const nested = (depth: number): Parameters<typeof jsonOf>[0] => [
      depth === 0
        ? { target: "x", from: { value: "x" }, when: "never" }
        : { target: `d${depth}`, each: "dates", rows: nested(depth - 1) },
    ];
    const answers = { dates: Array.from({ length: 50 }, () => ({ day: "1" })) };
    const trial = tryOut(jsonOf(nested(6)), inputOf(answers));
    expect(trial.text).toBeUndefined();
    expect(trial.faults).toMatchObject([{ reason: "it repeats too often to be tried" }]);
  });

  it("gives up a document that grows too large", () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      target: `a${at}`,
      from: { answer: "long" },
    }));
    const trial = tryOut(jsonOf(rows), inputOf({ long: "x".repeat(100_000) }));
    expect(trial.text).toBeUndefined();
    expect(trial.faults).toMatchObject([{ reason: "the document grows too large to be tried" }]);
  });

  it("says what is no list where rows repeat", () => {
    const rows = [{ target: "a", each: "name", rows: [{ target: "b", from: { value: 1 } }] }];
    const trial = tryOut(jsonOf(rows), inputOf({ name: "Ada" }));
    expect(trial.text).toBe("{}");
    expect(trial.faults).toMatchObject([{ pointer: "/rows/0" }]);
  });
});
