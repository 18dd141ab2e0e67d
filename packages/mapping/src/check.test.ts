import type { Mapping, Row } from "@guildhall/contract";
import { checkMapping } from "./check.ts";
import { compileMapping } from "./compile.ts";
import { jsonOf, xmlOf } from "./sample.ts";

const a: Row = { target: "a", from: { answer: "a" } };
const b: Row = { target: "b", from: { answer: "b" } };

describe("a mapping that cannot work", () => {
  it.each<[string, Row[], string]>([
    ["an empty key", [{ ...b, target: "x/" }], "the target has an empty step"],
    ["a key that is a prototype", [{ ...b, target: "x/__proto__" }], "“__proto__” cannot be a key"],
    ["half a character in a key", [{ ...b, target: "\ud800" }], "“\ufffd” cannot be a key"],
    [
      "a path through a value",
      [a, { ...b, target: "a/b" }],
      "the target goes through “a”, which holds a value",
    ],
    [
      "a value where an object is",
      [{ ...b, target: "a/b" }, a],
      "“a” holds other targets, so it cannot hold a value",
    ],
    [
      "a path through rows",
      [
        { target: "x", rows: [a] },
        { ...b, target: "x/b" },
      ],
      "“x” is written already, with rows of its own",
    ],
    [
      "rows where an object is",
      [
        { ...b, target: "x/b" },
        { target: "x", rows: [a] },
      ],
      "the target is written already",
    ],
    ["a duplicate far away", [a, b, a], "the target is written already, by an earlier row"],
    [
      "a constant that cannot be sent",
      [{ target: "x", from: { value: "\ud800" } }],
      "the value has a character that cannot be sent, or is too deep",
    ],
  ])("is refused in JSON for %s", (_, rows, reason) => {
    expect(checkMapping(jsonOf(rows))).toEqual([
      expect.objectContaining({ row: rows.length - 1, reason }),
    ]);
  });

  it.each<[string, Partial<Mapping>, string, string]>([
    ["no root", { root: undefined }, "/root", "XML needs a root element"],
    ["a root that is no name", { root: "a b" }, "/root", "“a b” cannot be an XML name"],
    [
      "a root whose prefix has no namespace",
      { root: "q:a" },
      "/root",
      "the prefix “q” has no namespace",
    ],
    [
      "a prefix that is no name",
      { namespaces: { "a b": "urn:x" } },
      "/namespaces/a b",
      "“a b” cannot be a prefix",
    ],
    [
      "a prefix of XML's own",
      { namespaces: { xml: "urn:x" } },
      "/namespaces/xml",
      "XML keeps this prefix or address for itself",
    ],
    [
      "an address of XML's own",
      { namespaces: { q: "http://www.w3.org/2000/xmlns/" } },
      "/namespaces/q",
      "XML keeps this prefix or address for itself",
    ],
    [
      "a namespace without an address",
      { namespaces: { q: "" } },
      "/namespaces/q",
      "a namespace needs an address",
    ],
    [
      "an address that XML forbids",
      { namespaces: { q: "urn:\u0000" } },
      "/namespaces/q",
      "the value has a character that XML forbids",
    ],
  ])("is refused for %s", (_, changed, pointer, reason) => {
    const mapping = { ...xmlOf([a]), ...changed } as Mapping;
    expect(checkMapping(mapping)).toEqual([
      expect.objectContaining({ row: undefined, pointer, reason }),
    ]);
    expect(() => compileMapping(mapping)).toThrow(expect.objectContaining({ pointer, reason }));
  });

  it("may not give an element one attribute by two prefixes", () => {
    const namespaces = { p: "urn:x", q: "urn:x" };
    const rows = ["x/@p:a", "x/@q:a"].map((target) => ({ ...a, target }));
    expect(checkMapping(xmlOf(rows, { namespaces })).map(({ reason }) => reason)).toEqual([
      "the target is written already, under another prefix",
    ]);
  });

  it("may not write a target twice in two elements of one name", () => {
    const rows = [{ ...a, target: "x/a", when: "c" }, b, { ...a, target: "x/a" }];
    expect(checkMapping(xmlOf(rows))).toHaveLength(1);
  });

  it("has all its faults listed, with the whole target and a pointer to each", () => {
    const mapping = xmlOf(
      [
        { target: "x y", from: { answer: "A" }, change: [{ cut: 0 }, { date: "D" }] },
        { target: "list", each: "a", rows: [b, { target: "q:z", from: { answer: "z" } }] },
      ],
      { root: "" },
    );
    expect(checkMapping(mapping).map(({ message }) => message)).toEqual([
      "/root: XML needs a root element",
      "/rows/0 x y: cut needs a whole number above 0",
      "/rows/0 x y: the date pattern needs yyyy for the year and dd for the day",
      "/rows/0 x y: “A” is not the name of an answer",
      "/rows/0 x y: “x y” cannot be an XML name",
      "/rows/1/rows/1 list/q:z: the prefix “q” has no namespace",
    ]);
  });

  it("is not one that uses every kind of name that XML allows", () => {
    const rows = ["p:élan-1.0_x", "@xml:lang", "𐐀"].map((target) => ({ ...a, target }));
    expect(checkMapping(xmlOf(rows))).toEqual([]);
  });
});
