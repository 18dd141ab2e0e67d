import { readTarget } from "./read-target.ts";
import { file, inBrief, read, refusal } from "./testing.ts";

describe("a JSON Schema that cannot be read", () => {
  const manyTimes = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `L${at}`,
      { oneOf: [{ $ref: `#/$defs/L${at + 1}` }, { $ref: `#/$defs/L${at + 1}` }] },
    ]),
  );
  it.each([
    [
      "a network reference",
      { properties: { a: { $ref: "https://evil.example/s.json" } } },
      "evil.example/s.json, which is not among the files",
    ],
    [
      "a reference from the disk",
      { properties: { a: { $ref: "../../etc/passwd" } } },
      "not among the files",
    ],
    ["a reference to nowhere", { properties: { a: { $ref: "#/$defs/Gone" } } }, "where nothing is"],
    [
      "a circle of references",
      {
        properties: { a: { $ref: "#/$defs/A" } },
        $defs: { A: { $ref: "#/$defs/B" }, B: { $ref: "#/$defs/A" } },
      },
      "leads back to itself",
    ],
    [
      "a schema that is an alternative of itself",
      { oneOf: [{ $ref: "#" }, { properties: { a: true } }] },
      "more often than can be read",
    ],
    [
      "parts that double without an end",
      { $ref: "#/$defs/L0", $defs: { ...manyTimes, L60: { properties: { a: true } } } },
      "more often than can be read",
    ],
    ["broken JSON", '{\n  "a": 1,\n  oops }', "not well-formed JSON"],
    [
      "nesting without an end",
      `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
      "nested more than 200 deep",
    ],
    ["nothing to fill", { type: "object", properties: {} }, "no place in it"],
    ["no schema", { hello: "world" }, "no JSON Schema"],
    ["too much", `{"a":"${"x".repeat(5_000_000)}"}`, "larger than 5 MB"],
    [
      "100,000 fields",
      {
        properties: Object.fromEntries(
          Array.from({ length: 100_000 }, (_, at) => [`f${at}`, true]),
        ),
      },
      "more than 20,000 places",
    ],
  ])("is refused in one sentence for %s", async (_, value, sentence) => {
    const { faults } = await refusal(read("json-schema", value));
    expect(faults.map((fault) => fault.sentence)).toEqual([expect.stringContaining(sentence)]);
  });

  it("says on which line JSON breaks off", async () => {
    const { faults } = await refusal(read("json-schema", '{\n  "a": 1,\n  oops }'));
    expect(faults).toMatchObject([{ file: "a.json", line: 3 }]);
  });

  it("takes no two files of one name", async () => {
    const files = [file({ properties: { a: true } }), file({ properties: { a: true } })];
    const { faults } = await refusal(readTarget({ source: "json-schema", files }));
    expect(faults).toEqual([{ file: "a.json", sentence: "Two files have this name." }]);
  });

  it("holds nothing of every object for a property", async () => {
    const shape = await read(
      "json-schema",
      '{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}',
    );
    expect(inBrief(shape)).toEqual(["constructor text"]);
  });
});
