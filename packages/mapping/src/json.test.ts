import fc from "fast-check";
import { compileMapping } from "./compile.ts";
import { MappingFault } from "./fault.ts";
import { render } from "./render.ts";
import { inputOf, jsonOf } from "./sample.ts";

describe("the JSON that is written", () => {
  it("gives every clean text back unchanged", () => {
    const mapping = compileMapping(
      jsonOf([
        { target: "attributes/one", from: { answer: "text" } },
        { target: "attributes/many", from: { answer: "texts" } },
        { target: "each", each: "items", rows: [{ target: "text", from: { answer: "text" } }] },
      ]),
    );
    const text = fc.string({ unit: "grapheme", minLength: 1 });
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1 }), (one, many) => {
        const items = many.map((item) => ({ text: item }));
        const document = render(mapping, inputOf({ text: one, texts: many, items }));
        expect(JSON.parse(document)).toEqual({ attributes: { one, many }, each: items });
      }),
      { seed: 21 },
    );
  });

  it("keeps numbers, booleans, lists and objects what they are", () => {
    const place = { type: "Point", coordinates: [0.0917, 52.2196] };
    expect(documentOf({ a: 3, b: false, c: ["x", "y"], d: 0 }, { place })).toBe(
      '{"a":3,"b":false,"c":["x","y"],"d":0,"place":{"type":"Point","coordinates":[0.0917,52.2196]}}',
    );
  });

  it("brings rows of one object together, in the order in which keys first appear", () => {
    const mapping = compileMapping(
      jsonOf([
        { target: "attributes/b", from: { value: 1 } },
        { target: "links/c", from: { value: 2 } },
        { target: "attributes/a", from: { value: 3 } },
      ]),
    );
    expect(render(mapping, inputOf({}))).toBe('{"attributes":{"b":1,"a":3},"links":{"c":2}}');
  });

  it("makes keys of names that objects inherit", () => {
    const mapping = compileMapping(
      jsonOf([
        { target: "constructor/toString", from: { answer: "a" } },
        { target: "hasOwnProperty", from: { answer: "toString" } },
      ]),
    );
    expect(render(mapping, inputOf({ a: "x" }))).toBe('{"constructor":{"toString":"x"}}');
  });

  it("is an empty object where nothing has a value", () => {
    const mapping = compileMapping(jsonOf([{ target: "a/b", from: { answer: "a" } }]));
    expect(render(mapping, inputOf({}))).toBe("{}");
  });

  it("keeps an empty value, object and list where asked", () => {
    const inside = [{ target: "x", from: { answer: "missing" } }];
    const mapping = compileMapping(
      jsonOf([
        { target: "a", from: { answer: "missing" }, keepEmpty: true },
        { target: "b", rows: inside, keepEmpty: true },
        { target: "c", each: "missing", rows: inside, keepEmpty: true },
      ]),
    );
    expect(render(mapping, inputOf({}))).toBe('{"a":"","b":{},"c":[]}');
  });

  it.each([
    ["a lone surrogate", "\ud800"],
    ["a NUL in an object", { key: "a\u0000b" }],
    ["a number that is none", Number.NaN],
  ])("refuses %s", (_, value) => {
    expect(() => documentOf({ a: value as never })).toThrow(MappingFault);
  });
});

/** The document that holds each answer under its own name, and some constants. */
function documentOf(
  answers: Record<string, never | unknown>,
  constants: Record<string, unknown> = {},
): string {
  const rows = Object.keys(answers).map((name) => ({ target: name, from: { answer: name } }));
  const fixed = Object.entries(constants).map(([target, value]) => ({
    target,
    from: { value: value as never },
  }));
  return render(compileMapping(jsonOf([...rows, ...fixed])), inputOf(answers as never));
}
