import type { Row } from "@guildhall/contract";
import fc from "fast-check";
import { compileMapping } from "./compile.ts";
import { MappingFault } from "./fault.ts";
import { render } from "./render.ts";
import { content, inputOf, jsonOf, row, xmlOf } from "./sample.ts";

describe("a document", () => {
  it("has its elements in the order of the rows, whatever the order of the answers", () => {
    const rows = [row("b"), row("a"), row("c")];
    expect(content(rows, { a: "1", c: "3", b: "2" })).toBe("<b>2</b><a>1</a><c>3</c>");
  });

  it("shares an element between rows that follow one another, and opens it anew after another", () => {
    const rows = [row("x/y/a"), row("x/y/b"), row("x/c"), row("d"), row("x/e")];
    expect(content(rows, { a: "1", b: "2", c: "3", d: "4", e: "5" })).toBe(
      "<x><y><a>1</a><b>2</b></y><c>3</c></x><d>4</d><x><e>5</e></x>",
    );
  });

  it("writes an attribute on its element, before or after the element's value", () => {
    const rows: Row[] = [
      { target: "x/a/@unit", from: { value: "m" } },
      row("x/a"),
      { target: "x/@p:id", from: { answer: "id" } },
    ];
    expect(content(rows, { a: 5, id: 7 })).toBe('<x p:id="7"><a unit="m">5</a></x>');
    expect(content(rows, { id: 7 })).toBe('<x p:id="7"/>');
  });

  it("leaves out what has no value, and the parents that would be empty", () => {
    const rows = [row("x/y/a"), row("x/b"), row("c")];
    expect(content(rows, { a: "", b: null, c: [] })).toBe("");
    expect(content(rows, { b: false, c: 0 })).toBe("<x><b>false</b></x><c>0</c>");
  });

  it("writes an empty element where keepEmpty asks for one", () => {
    const rows: Row[] = [
      { ...row("x/a"), keepEmpty: true },
      { target: "x/b", keepEmpty: true },
    ];
    expect(content(rows, {})).toBe("<x><a/><b/></x>");
    expect(content([{ target: "x", keepEmpty: true, rows: [row("a")] }], {})).toBe("<x/>");
  });

  it("repeats an element for each value of a list", () => {
    expect(content([row("x/a")], { a: ["1", "", 2] })).toBe("<x><a>1</a><a>2</a></x>");
  });

  it("reads a path through a group as the list of what its items have", () => {
    const rows: Row[] = [{ target: "on", from: { answer: "dates.on" } }];
    expect(content(rows, { dates: [{ on: "1" }, {}, { on: "2" }] })).toBe("<on>1</on><on>2</on>");
  });

  it("reads nothing that an answer inherits", () => {
    const rows: Row[] = [row("constructor"), { target: "x", from: { answer: "a.constructor" } }];
    expect(content(rows, { a: { town: "Ely" } })).toBe("");
  });

  it("writes a row only where its condition holds", () => {
    const rows: Row[] = [
      { ...row("a"), when: "yes" },
      { ...row("b"), when: "no", required: true },
      { target: "c", when: "no", rows: [row("a")] },
    ];
    expect(content(rows, { a: "1" }, { conditions: { yes: true, no: false } })).toBe("<a>1</a>");
  });

  it("writes the first of the rows for one target that applies and has a value", () => {
    const rows: Row[] = [
      { target: "x", from: { answer: "a" }, when: "one" },
      { target: "x", from: { answer: "b" }, when: "two" },
      { target: "x", from: { value: "otherwise" } },
    ];
    const of = (one: boolean, two: boolean) =>
      content(rows, { a: "A", b: "B" }, { conditions: { one, two } });
    expect([of(true, true), of(false, true), of(false, false)]).toEqual([
      "<x>A</x>",
      "<x>B</x>",
      "<x>otherwise</x>",
    ]);
  });

  it("is the same, byte for byte, whenever the input is the same", () => {
    const rows = [row("a"), row("b/c"), { target: "d", each: "d", rows: [row("a")] }];
    const answers = fc.dictionary(fc.constantFrom("a", "c", "d"), fc.constantFrom("1", "2"));
    for (const mapping of [xmlOf(rows), jsonOf(rows)]) {
      fc.assert(
        fc.property(answers, fc.constantFrom("3", "4"), (given, a) => {
          const input = inputOf({ ...given, d: [{ a }] });
          const copy = inputOf(Object.fromEntries(Object.entries(input.answers).reverse()));
          expect(render(compileMapping(mapping), copy)).toBe(
            render(compileMapping(mapping), input),
          );
        }),
        { seed: 22 },
      );
    }
  });
});

describe("a mapping that cannot be applied", () => {
  it.each<[string, Row, string]>([
    [
      "a required value is missing",
      { ...row("a"), required: true },
      "there is no value, and one is required",
    ],
    [
      "a required group has no items",
      { target: "a", each: "a", required: true, rows: [row("b")] },
      "there is no value, and one is required",
    ],
    [
      "a required row is in a group without answers",
      { target: "a", rows: [{ ...row("a"), required: true }] },
      "there is no value, and one is required",
    ],
    [
      "each meets an answer that is no list",
      { target: "a", each: "text", rows: [row("b")] },
      "each needs a group, checkboxes or files, and this is none",
    ],
    [
      "a condition is not there",
      { ...row("text"), when: "missing" },
      "there is no condition “missing”",
    ],
    [
      "an element would hold an object",
      row("address"),
      "the value is not a single one; name a part, or join it",
    ],
    [
      "an attribute would hold a list",
      { target: "@a", from: { answer: "list" } },
      "the value is not a single one; name a part, or join it",
    ],
    [
      "what is joined is an object",
      { target: "a", from: { join: [{ answer: "object" }], with: " " } },
      "what is joined has parts; name one",
    ],
  ])("says so where %s", (_, faulty, reason) => {
    const answers = {
      text: "secret",
      address: { line1: "secret" },
      list: ["secret", "2"],
      object: { secret: 1 },
    };
    const work = () => content([row("first"), faulty], answers);
    expect(work).toThrow(MappingFault);
    expect(work).toThrow(expect.objectContaining({ row: 1, reason }));
    expect(work).not.toThrow(/secret/);
  });
});
