import { readTarget } from "./read-target.ts";
import { file, inBrief, read, refusal } from "./testing.ts";

describe("the shape of a JSON Schema", () => {
  it("lists properties in their order, those of objects and lists under theirs", async () => {
    const shape = await read("json-schema", {
      type: "object",
      required: ["caller", "title"],
      properties: {
        title: { type: "string", maxLength: 80, title: "What it is", description: " In\n short. " },
        caller: {
          type: "object",
          required: ["postCode"],
          properties: {
            postCode: { type: "string", pattern: "^[A-Z]" },
            born: { type: ["string", "null"], format: "date" },
          },
        },
        notes: {
          type: "array",
          items: { type: "object", properties: { at: { type: "string", format: "date-time" } } },
        },
        tags: { type: "array", items: { enum: ["dog", "cat"] } },
        photo: { type: "string", contentEncoding: "base64" },
        where: {
          type: "object",
          properties: { type: { const: "Point" }, coordinates: { type: "array" } },
        },
        count: { type: "integer", exclusiveMinimum: 0, maximum: 9 },
        id: { type: "string", readOnly: true },
      },
    });
    expect(inBrief(shape)).toEqual([
      "title text required",
      "caller group required",
      "caller/postCode text required",
      "caller/born date",
      "notes group repeats",
      "notes/at date-time",
      "tags text repeats",
      "photo file",
      "where place",
      "count integer",
    ]);
    expect(shape.fields[0]).toMatchObject({
      title: "What it is",
      text: "In short.",
      limits: { maxLength: 80 },
    });
    expect(shape.fields[6]?.options).toEqual([
      { code: "dog", text: "dog" },
      { code: "cat", text: "cat" },
    ]);
    expect(shape.fields.at(-1)?.limits).toEqual({ min: 1, max: 9 });
  });

  it("lays schemas that hold together on one another, and offers those of which one does", async () => {
    const shape = await read("json-schema", {
      allOf: [
        { $ref: "#/$defs/Named" },
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: {
              oneOf: [
                { const: "n", title: "Noise" },
                { const: "s", title: "Smoke" },
              ],
            },
          },
        },
      ],
      oneOf: [
        { required: ["email"], properties: { email: { type: "string" } } },
        {
          required: ["phone"],
          properties: { phone: { $ref: "#/$defs/Phone" }, ext: { type: "string" } },
        },
      ],
      anyOf: [
        { required: ["x"], properties: { x: { anyOf: [{ type: "null" }, { type: "boolean" }] } } },
        { type: "null" },
        { properties: { y: true } },
      ],
      $defs: {
        Named: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
        Phone: { type: "string", minLength: 5 },
      },
    });
    expect(inBrief(shape)).toEqual([
      "name text required",
      "kind any required",
      "email text required",
      "phone text required",
      "ext text",
      "x boolean",
      "y any",
    ]);
    expect(shape.fields.map(({ choice, branch }) => [choice, branch]).slice(2)).toEqual([
      ["#1", 1],
      ["#1", 2],
      ["#1", 2],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(shape.fields[1]?.options).toEqual([
      { code: "n", text: "Noise" },
      { code: "s", text: "Smoke" },
    ]);
  });

  it("enters what holds itself once, and says so", async () => {
    const shape = await read("json-schema", {
      $ref: "#/definitions/Part",
      definitions: {
        Part: {
          properties: {
            name: { type: "string" },
            parts: { type: "array", items: { $ref: "#/definitions/Part" } },
          },
        },
      },
    });
    expect(inBrief(shape)).toEqual(["name text", "parts group repeats"]);
    expect(shape.fields[1]?.isCut).toBe(true);
    expect(shape.remarks).toEqual([expect.stringContaining("1 part is not shown in full")]);
  });

  it("follows references among the files, by name, by id and by anchor", async () => {
    const main = {
      properties: {
        a: { $ref: "parts/b.json#/$defs/A" },
        c: { $ref: "https://x.example/schemas/c.json" },
        d: { $ref: "#D" },
      },
      $defs: { D: { $anchor: "D", type: "integer" } },
    };
    const files = [
      file(main, "main.json"),
      file({ $defs: { A: { $ref: "#/$defs/B" }, B: { type: "number" } } }, "parts/b.json"),
      file({ $id: "https://x.example/schemas/c.json", type: "boolean" }, "other.json"),
    ];
    expect(inBrief(await readTarget({ source: "json-schema", files }))).toEqual([
      "a number",
      "c boolean",
      "d integer",
    ]);
  });

  it("is chosen among several by its name", async () => {
    const two = [
      file({ title: "Case", properties: { a: true } }, "x.json"),
      file({ properties: { b: true } }, "y.json"),
    ];
    const asked = await refusal(readTarget({ source: "json-schema", files: two }));
    expect(asked.roots).toEqual(["Case", "y.json"]);
    expect(inBrief(await readTarget({ source: "json-schema", files: two, root: "Case" }))).toEqual([
      "a any",
    ]);
    const defined = {
      $defs: { One: { properties: { a: true } }, Two: { properties: { b: true } } },
    };
    expect(inBrief(await read("json-schema", defined, "Two"))).toEqual(["b any"]);
    expect((await refusal(read("json-schema", defined))).roots).toEqual(["One", "Two"]);
  });
});
