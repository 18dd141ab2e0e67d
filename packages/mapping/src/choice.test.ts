import type { Row } from "@guildhall/contract";
import { checkMapping } from "./check.ts";
import { compileMapping } from "./compile.ts";
import { render } from "./render.ts";
import { content, inputOf, jsonOf, row, xmlOf } from "./sample.ts";

const choice: Row = { target: "reason", choice: true, rows: [row("a"), row("b"), row("c")] };

describe("a choice", () => {
  it("writes only the first of its rows that has a value", () => {
    expect(content([choice], { a: "1", b: "2" })).toBe("<reason><a>1</a></reason>");
    expect(content([choice], { b: "2", c: "3" })).toBe("<reason><b>2</b></reason>");
  });

  it("is not written where none has", () => {
    expect(content([choice, row("d")], { d: "4" })).toBe("<d>4</d>");
  });

  it("is a fault where none has and it is required", () => {
    const fault = { target: "reason", reason: "there is no value, and one is required" };
    const required = { ...choice, required: true };
    expect(() => content([required], {})).toThrow(expect.objectContaining(fault));
    expect(content([required], { c: "3" })).toBe("<reason><c>3</c></reason>");
  });

  it("is a fault inside rows that would be left out, too", () => {
    const outer: Row = { target: "x", rows: [row("n"), { ...choice, required: true }] };
    expect(() => content([outer], {})).toThrow(expect.objectContaining({ target: "x/reason" }));
  });

  it("ends with what is written otherwise", () => {
    const rows = [row("a"), { target: "unknown", from: { value: true } }];
    const known: Row = { target: "reason", choice: true, rows };
    expect(content([known], {})).toBe("<reason><unknown>true</unknown></reason>");
    expect(content([known], { a: "1" })).toBe("<reason><a>1</a></reason>");
    const kept: Row = {
      target: "reason",
      choice: true,
      rows: [row("a"), { target: "b", keepEmpty: true }],
    };
    expect(content([kept], {})).toBe("<reason><b/></reason>");
  });

  it("writes the first alternative whose condition holds", () => {
    const rows = [{ ...row("a"), when: "no" }, row("b")];
    const conditions = { no: false };
    expect(content([{ ...choice, rows }], { a: "1", b: "2" }, { conditions })).toBe(
      "<reason><b>2</b></reason>",
    );
  });

  it("takes each path and each block for an alternative of its own", () => {
    const rows: Row[] = [
      row("who/a"),
      row("who/b"),
      { target: "who", rows: [{ target: "kind", from: { value: "C" } }, row("c")] },
    ];
    const of = (answers: Record<string, string>) => content([{ ...choice, rows }], answers);
    expect(of({ a: "1", b: "2" })).toBe("<reason><who><a>1</a></who></reason>");
    expect(of({ b: "2", c: "3" })).toBe("<reason><who><b>2</b></who></reason>");
    expect(of({ c: "3" })).toBe("<reason><who><kind>C</kind><c>3</c></who></reason>");
  });

  it("passes over a block without answers, whatever is required in it, and faults one that is chosen", () => {
    const person: Row = {
      target: "person",
      rows: [{ ...row("name"), required: true }, row("age")],
    };
    const rows = [person, row("firm")];
    expect(content([{ ...choice, rows }], { firm: "Ltd" })).toBe(
      "<reason><firm>Ltd</firm></reason>",
    );
    expect(() => content([{ ...choice, rows }], { age: 40, firm: "Ltd" })).toThrow(
      expect.objectContaining({ target: "reason/person/name" }),
    );
  });

  it("has its attributes whichever row is chosen, and is not written for them alone", () => {
    const rows: Row[] = [{ target: "@v", from: { value: 1 } }, row("a"), row("b")];
    expect(content([{ ...choice, rows }], { b: "2" })).toBe('<reason v="1"><b>2</b></reason>');
    expect(content([{ ...choice, rows }], {})).toBe("");
  });

  it("is made for each item of a group", () => {
    expect(content([{ ...choice, each: "items" }], { items: [{ b: 1 }, {}, { a: 2, b: 3 }] })).toBe(
      "<reason><b>1</b></reason><reason><a>2</a></reason>",
    );
  });

  it("is an object with one key in JSON", () => {
    const mapping = compileMapping(jsonOf([{ ...choice, rows: [row("a"), row("b"), row("b/c")] }]));
    expect(render(mapping, inputOf({ a: "1", b: "2" }))).toBe('{"reason":{"a":"1"}}');
    expect(render(mapping, inputOf({ b: "2", c: "3" }))).toBe('{"reason":{"b":"2"}}');
    expect(render(mapping, inputOf({ c: "3" }))).toBe('{"reason":{"b":{"c":"3"}}}');
    expect(render(mapping, inputOf({}))).toBe("{}");
  });

  it.each<[string, Row, string]>([
    ["no rows", { target: "x", choice: true, from: { answer: "a" } }, "choice needs rows"],
    [
      "a row that is required",
      { ...choice, rows: [{ ...row("a"), required: true }, row("b")] },
      "required belongs to the choice, not to one of its rows",
    ],
    [
      "a row behind one that is always written",
      {
        ...choice,
        rows: [{ target: "a", from: { value: 1 } }, row("b"), { target: "@c", from: { value: 2 } }],
      },
      "this is always written, so no row after it can be chosen",
    ],
    [
      "a row behind one that is kept",
      { ...choice, rows: [{ ...row("a"), keepEmpty: true }, row("b")] },
      "this is always written, so no row after it can be chosen",
    ],
  ])("is refused with %s", (_, faulty, reason) => {
    expect(checkMapping(xmlOf([faulty])).map((fault) => fault.reason)).toEqual([reason]);
  });
});
