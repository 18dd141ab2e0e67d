import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Form, Mapping, type Row, type TargetField } from "@guildhall/contract";
import { parse } from "yaml";
import { readTarget } from "./read-target.ts";
import { rowsOf } from "./rows-of.ts";

const form = Form.parse({
  pages: [
    {
      id: "p",
      title: "P",
      questions: [
        { id: "postCode", type: "text", label: "Postcode", maxLength: 8 },
        { id: "story", type: "long-text", label: "What happened?" },
        {
          id: "kind",
          type: "radios",
          label: "Kind",
          options: [
            { value: "dog", label: "Dog" },
            { value: "cat", label: "Cat" },
          ],
        },
        {
          id: "seen",
          type: "group",
          label: "When",
          itemName: "time",
          questions: [{ id: "day", type: "date", label: "Day" }],
        },
      ],
    },
  ],
});
const field = (target: string, more: Partial<TargetField> = {}): TargetField => ({
  target,
  title: target,
  type: "text",
  required: false,
  repeats: false,
  ...more,
});
const mappingOf = (...rows: Row[]) =>
  Mapping.parse({ id: "m", connector: "c", operation: "o", format: "xml", root: "r", rows });
const statesOf = (fields: readonly TargetField[], ...rows: Row[]) =>
  Object.fromEntries(
    rowsOf(fields, { mapping: mappingOf(...rows), form }).map(
      ({ field: one, rows: own, state }) => [one?.target ?? own[0]?.row.target ?? "", state],
    ),
  );
const from = { value: "x" };
const needed = { required: true };

describe("a mapping beside its target", () => {
  it("names what is required and not written, where what it stands in is there", () => {
    const group = { type: "group" as const };
    const fields = [
      field("a", { ...group, ...needed }),
      field("a/b", needed),
      field("c", group),
      field("c/d", needed),
      field("e", group),
      field("e/f", needed),
      field("e/g"),
    ];
    expect(statesOf(fields, { target: "e/g", from })).toEqual({
      a: "optional",
      "a/b": "missing-required",
      c: "optional",
      "c/d": "optional",
      e: "mapped",
      "e/f": "missing-required",
      "e/g": "mapped",
    });
  });

  it("asks for one of a choice, and for what the one that is written needs", () => {
    const one = { ...needed, choice: "#1" };
    const fields = [
      field("a", { ...one, branch: 1 }),
      field("b", { ...one, branch: 2 }),
      field("c", { ...needed, choice: "#1.2#1", branch: 1 }),
      field("d", { ...needed, choice: "#1.2#1", branch: 2 }),
    ];
    expect(statesOf(fields, { target: "x", from })).toMatchObject({
      a: "missing-required",
      b: "optional",
      c: "optional",
    });
    expect(rowsOf(fields, { mapping: mappingOf({ target: "x", from }), form })[0]?.sentence).toBe(
      "One of “a”, “b” is required, and nothing is written to any.",
    );
    const chosen = statesOf(fields, { target: "d", from });
    expect(chosen).toEqual({ a: "optional", b: "missing-required", c: "optional", d: "mapped" });
  });

  it("looks at each field a few times, however many there are", () => {
    let looks = 0;
    const fields = Array.from({ length: 400 }, (_, at) => {
      const isGroup = at % 2 === 0;
      const one = field(`f${at}`, { ...needed, ...(isGroup && { type: "group" as const }) });
      const choice = isGroup ? undefined : `#${at}`;
      const seen = () => {
        looks += 1;
        return choice;
      };
      return Object.defineProperty(one, "choice", { get: seen, enumerable: true });
    });
    const lines = rowsOf(fields, { mapping: mappingOf({ target: "x", from }), form });
    expect(lines.filter(({ state }) => state === "missing-required")).toHaveLength(400);
    expect(looks).toBeLessThan(400 * 20);
  });

  it("names rows that write nowhere, but for what the shape leaves open", () => {
    const fields = [
      field("a", { type: "group" }),
      field("a/*", { type: "any" }),
      field("cut", { type: "group", isCut: true }),
    ];
    const rows = [
      { target: "a/more", from },
      { target: "cut/deep/er", from },
      { target: "gone", rows: [{ target: "x", from }] },
    ];
    expect(rowsOf(fields, { mapping: mappingOf(...rows), form }).slice(3)).toEqual([
      {
        rows: [{ row: rows[2], pointer: "/rows/2" }],
        state: "unknown-target",
        sentence: "The receiver has no place “gone”.",
      },
    ]);
  });

  it.each<[string, Partial<TargetField>, Row, string | undefined]>([
    [
      "a text for a date",
      { type: "date" },
      { target: "a", from: { answer: "postCode" } },
      "“Postcode” does not give a date.",
    ],
    [
      "a long answer",
      { limits: { maxLength: 100 } },
      { target: "a", from: { answer: "story" } },
      "An answer may have 4,000 characters, and 100 are taken.",
    ],
    [
      "a long answer that is cut",
      { limits: { maxLength: 100 } },
      { target: "a", from: { answer: "story" }, change: [{ cut: 100 }] },
      undefined,
    ],
    [
      "a value of no list",
      { options: [{ code: "DOG", text: "Dog" }] },
      { target: "a", from: { answer: "kind" } },
      "“dog” is none of the values that are taken.",
    ],
    [
      "options mapped one by one",
      {
        options: [
          { code: "D", text: "Dog" },
          { code: "C", text: "Cat" },
        ],
      },
      { target: "a", from: { answer: "kind" }, change: [{ list: { dog: "D", cat: "C" } }] },
      undefined,
    ],
    [
      "a date for a date",
      { type: "date", repeats: true },
      { target: "a", from: { answer: "day" } },
      undefined,
    ],
  ])("doubts %s where it should", (_, more, row, sentence) => {
    const [line] = rowsOf([field("a", more)], { mapping: mappingOf(row), form });
    expect(line?.sentence).toBe(sentence);
    expect(line?.state).toBe(sentence === undefined ? "mapped" : "type-doubtful");
  });

  it("finds nothing missing in a mapping that its schema takes", async () => {
    const folder = join(import.meta.dirname, "../../../../tenants");
    const schemas = join(folder, "cookbook/schemas/uniform-general");
    const files = readdirSync(schemas)
      .filter((name) => name.endsWith(".xsd"))
      .map((name) => ({ name, text: readFileSync(join(schemas, name), "utf8") }));
    const { fields } = await readTarget({ source: "xsd", files });
    const text = readFileSync(join(folder, "cambridge-city/mappings/uniform.yaml"), "utf8");
    const mapping = Mapping.parse({ id: "uniform", ...parse(text) });
    const lines = rowsOf(fields, { mapping, form });
    expect(lines.filter(({ state }) => state !== "mapped" && state !== "optional")).toEqual([]);
    expect(lines.filter(({ state }) => state === "mapped").length).toBeGreaterThan(20);

    const [block] = mapping.rows;
    const less = {
      ...mapping,
      rows: [{ ...block, target: block?.target ?? "", rows: block?.rows?.slice(1) }],
    };
    const missing = rowsOf(fields, { mapping: less, form }).filter(
      ({ state }) => state === "missing-required",
    );
    expect(missing.map(({ field: one }) => one?.title)).toEqual(["Service request identification"]);
  });
});
