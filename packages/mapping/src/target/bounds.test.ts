import { read, refusal } from "./testing.ts";

const many = (count: number, of: (at: number) => unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, of(at)]));
const values = (count: number) => Array.from({ length: count }, (_, at) => `V${at}`);

describe("a shape whose description refers to much from everywhere", () => {
  it.each([
    ["a list of values", { $ref: "#/$defs/Kind" }],
    ["one that says more of it", { $ref: "#/$defs/Kind", minLength: 1 }],
    ["one that is laid on others", { allOf: [{ $ref: "#/$defs/Kind" }, { maxLength: 9 }] }],
  ])("lists no more values than can be mapped: %s", async (_, property) => {
    const { fields, remarks } = await read("json-schema", {
      properties: many(300, () => property),
      $defs: { Kind: { type: "string", enum: values(3000) } },
    });
    expect(fields).toHaveLength(300);
    expect(fields.slice(0, 50).every(({ options }) => options?.length === 1000)).toBe(true);
    expect(fields.slice(50).some((field) => "options" in field)).toBe(false);
    expect(remarks).toEqual([
      "Of 50 fields the first 1,000 values are listed; there are more.",
      "Of 250 fields no values are listed, as there are more than 50,000 in all.",
    ]);
    expect(JSON.stringify(fields).length).toBeLessThan(4_000_000);
  });

  it("reads a list of values once, however many refer to it", async () => {
    const { fields } = await read("json-schema", {
      properties: many(5000, () => ({ $ref: "#/$defs/Kind", minLength: 1 })),
      $defs: { Kind: { enum: values(200_000), default: "V0" } },
    });
    expect(fields).toHaveLength(5000);
    expect(fields[0]).toMatchObject({ type: "text", limits: { minLength: 1 } });
  });

  it("takes no more over from what it refers to than is read of it", async () => {
    const { fields } = await read("json-schema", {
      properties: many(2000, () => ({ $ref: "#/$defs/Kind", minLength: 1 })),
      $defs: {
        Kind: { type: "string", ...Object.fromEntries(values(50_000).map((one) => [one, 0])) },
      },
    });
    expect(fields).toHaveLength(2000);
  });

  it("is refused where its words or names are too many, and where what refers says more in a circle", async () => {
    const said = await refusal(
      read("json-schema", {
        properties: many(10_000, () => ({ $ref: "#/$defs/Told" })),
        $defs: { Told: { type: "string", description: "word ".repeat(200) } },
      }),
    );
    expect(said.faults[0]?.sentence).toContain("more than 4 million characters");
    const long = { properties: { ["x".repeat(3000)]: { properties: many(9, () => true) } } };
    for (const source of ["json-schema", "sample-json"] as const) {
      const { faults } = await refusal(read(source, long));
      expect(faults[0]?.sentence).toContain("names of more than 2,000 characters");
    }
    const circle = await refusal(
      read("json-schema", {
        properties: { a: { $ref: "#/$defs/A" } },
        $defs: { A: { $ref: "#/$defs/B", type: "string" }, B: { $ref: "#/$defs/A", maxLength: 2 } },
      }),
    );
    expect(circle.faults[0]?.sentence).toContain("leads back to itself");
  });
});
