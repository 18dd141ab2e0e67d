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

  it.each([
    { format: "XML", make: xmlOf },
    { format: "JSON", make: jsonOf },
  ])("finds all that is at fault in one go, in $format", ({ make }) => {
    const rows = Array.from({ length: 100 }, (_, at) => ({
      target: `a${at}`,
      from: { answer: "gone" },
      required: true,
    }));
    const looked = { target: "b", from: { dataset: "d", column: "c", row: { answer: "name" } } };
    let looks = 0;
    const dataset = () => {
      looks += 1;
      return { columns: ["k", "c"], find: () => ["Ada", "found"] };
    };
    const trial = tryOut(make([looked, ...rows]), inputOf({ name: "Ada" }, { dataset }));
    expect(trial.text).toContain("found");
    expect(trial.faults).toHaveLength(100);
    expect(looks).toBe(2);
  });

  it("leaves out an attribute and an item's value, and gives an alternative its turn", () => {
    const day = (target: string) => ({
      target,
      from: { answer: "day" },
      change: ["number" as const],
    });
    const mapping = xmlOf([
      { target: "a/@x", from: { answer: "gone" }, required: true },
      { target: "a/b", from: { answer: "gone" }, required: true, when: "is" },
      { target: "a/b", from: { answer: "name" } },
      { target: "c", each: "dates", rows: [day("d"), { target: "e", from: { value: "e" } }] },
    ]);
    const answers = { name: "Ada", dates: [{ day: "1" }, { day: "x" }] };
    const trial = tryOut(mapping, inputOf(answers, { conditions: { is: true } }));
    expect(trial.text).toContain("<a><b>Ada</b></a><c>");
    expect(trial.faults.map(({ pointer }) => pointer)).toEqual([
      "/rows/0",
      "/rows/1",
      "/rows/3/rows/0",
    ]);
  });

  it("names no block for what is at fault within it", () => {
    const rows = [
      { target: "b", from: { answer: "gone" }, required: true },
      { target: "c", rows: [{ target: "d", from: { answer: "name" } }] },
    ];
    const each = [{ target: "a", each: "dates", required: true, rows }];
    const trial = tryOut(jsonOf(each), inputOf({ name: "Ada", dates: [{ day: "1" }] }));
    expect(trial.faults.map(({ pointer }) => pointer)).toEqual(["/rows/0/rows/0"]);
    const only = [{ target: "a", each: "dates", required: true, rows: rows.slice(0, 1) }];
    const bare = tryOut(jsonOf(only), inputOf({ dates: [{ day: "1" }] }));
    expect(bare.faults.map(({ pointer }) => pointer)).toEqual(["/rows/0/rows/0", "/rows/0"]);
  });

  it("gives up, in words, after 200 rows that cannot be written", () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        target: `a${at}`,
        from: { answer: "gone" },
        required: true,
      }));
    expect(tryOut(jsonOf(rows(200)), inputOf({})).text).toBe("{}");
    const trial = tryOut(jsonOf(rows(201)), inputOf({}));
    expect(trial.text).toBeUndefined();
    expect(trial.faults).toHaveLength(201);
    expect(trial.faults.at(-1)?.message).toContain("more than 200 rows cannot be written");
  });

  it("gives up, in words, what it would have to read too often", () => {
    const rows = Array.from({ length: 20 }, () => ({
      target: "x",
      from: { answer: "gone" },
      required: true,
      when: "is",
    }));
    const answers = { dates: Array.from({ length: 1_000 }, () => ({ day: "1" })) };
    const mapping = jsonOf([{ target: "d", each: "dates", rows }]);
    const given = tryOut(mapping, inputOf(answers, { conditions: { is: true } }));
    expect(given.text).toBeUndefined();
    expect(given.faults.at(-1)).toMatchObject({
      pointer: "",
      reason: "too many rows that stand in for one another cannot be written",
    });
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
