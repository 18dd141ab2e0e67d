import type { Row } from "@guildhall/contract";
import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { checkMapping } from "./check.ts";
import { compileMapping } from "./compile.ts";
import { placeOf, wholeMapping } from "./fault.ts";
import { positions, render } from "./render.ts";
import { inputOf, jsonOf, row, xmlOf } from "./sample.ts";

describe("positions", () => {
  it("name the row behind each element and attribute, counted from 1 below its parent", () => {
    const rows: Row[] = [
      { target: "@version", from: { value: "1" } },
      row("who/name"),
      { target: "who/@p:kind", from: { answer: "kind" } },
      { target: "dates/date", each: "dates", rows: [row("on"), row("note")] },
      row("words"),
      { target: "end", keepEmpty: true, rows: [row("missing")] },
    ];
    const answers = {
      name: "A",
      kind: "K",
      dates: [{ on: "1" }, { on: "2", note: "N" }],
      words: ["x", "", "y"],
    };
    expect(pointers(rows, answers)).toEqual({
      "": "",
      "@version": "/rows/0",
      "1": "/rows/1",
      "1/1": "/rows/1",
      "1/@p:kind": "/rows/2",
      "2": "/rows/3",
      "2/1": "/rows/3",
      "2/1/1": "/rows/3/rows/0",
      "2/2": "/rows/3",
      "2/2/1": "/rows/3/rows/0",
      "2/2/2": "/rows/3/rows/1",
      "3": "/rows/4",
      "4": "/rows/4",
      "5": "/rows/5",
    });
  });

  it("name the alternative that was written, with the target from the root on", () => {
    const choice: Row = { target: "x/reason", choice: true, rows: [row("a"), row("b")] };
    const mapping = compileMapping(xmlOf([choice]));
    expect(positions(mapping, inputOf({ b: "2" })).get("1/1/1")).toEqual({
      row: 0,
      pointer: "/rows/0/rows/1",
      target: "x/reason/b",
    });
    const either: Row[] = [
      { ...row("a"), when: "no" },
      { target: "a", from: { answer: "b" } },
    ];
    const found = positions(
      compileMapping(xmlOf(either)),
      inputOf({ b: "2" }, { conditions: { no: false } }),
    );
    expect(found.get("1")?.pointer).toBe("/rows/1");
  });

  it("forget an attribute of an element that was not written after all", () => {
    const rows: Row[] = [{ target: "@v", from: { value: 1 } }, row("a")];
    expect(pointers([{ target: "x", choice: true, rows }, row("b")], { b: "2" })).toEqual({
      "": "",
      "1": "/rows/1",
    });
  });

  it("are none in JSON", () => {
    expect(positions(compileMapping(jsonOf([row("a")])), inputOf({ a: 1 })).size).toBe(0);
  });

  it("are those of the document that is written, whatever the mapping and the answers", () => {
    let written = 0;
    const items = fc.array(fc.record({ a: fc.constant("1") }), { maxLength: 3 });
    fc.assert(
      fc.property(anyRows, items, fc.boolean(), (rows, list, yes) => {
        const mapping = xmlOf(signed(rows));
        if (checkMapping(mapping).length > 0) return;
        const input = inputOf({ list }, { conditions: { yes, no: !yes } });
        written += checkAgainstDocument(
          positions(compileMapping(mapping), input),
          render(compileMapping(mapping), input),
        );
      }),
      { seed: 9, numRuns: 1500 },
    );
    expect(written).toBeGreaterThan(2000);
  });
});

const { anyRows } = fc.letrec<{ anyRow: Row; anyRows: Row[] }>((tie) => ({
  anyRows: fc.array(tie("anyRow"), { minLength: 1, maxLength: 4 }),
  anyRow: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record(
      {
        target: fc.constantFrom("a", "b", "a/b", "b/p:c", "@x", "a/@p:y", "b/@x"),
        when: fc.constantFrom("yes", "no"),
        keepEmpty: fc.boolean(),
      },
      { requiredKeys: ["target"] },
    ),
    fc.record(
      {
        target: fc.constantFrom("a", "c", "b/c"),
        when: fc.constantFrom("yes", "no"),
        each: fc.constant("list"),
        choice: fc.boolean(),
        keepEmpty: fc.boolean(),
        rows: tie("anyRows"),
      },
      { requiredKeys: ["target", "rows"] },
    ),
  ),
}));

/** The same rows, each without rows of its own writing its own pointer. */
function signed(rows: readonly Row[], outer = wholeMapping): Row[] {
  return rows.map((each, index) => {
    const place = placeOf(outer, index, each.target);
    if (each.rows) return { ...each, rows: signed(each.rows, place) };
    const isAttribute = each.target.includes("@");
    return {
      ...each,
      from: { value: isAttribute ? place.pointer : [place.pointer, "", place.pointer] },
    };
  });
}

/** Check that each position is there and was written by the row it names, and that no other is there. */
function checkAgainstDocument(found: ReturnType<typeof positions>, text: string): number {
  const document = XmlDocument.fromString(text);
  const names = { p: "urn:example:people" };
  try {
    expect(document.find("//* | //@*")).toHaveLength(found.size);
    for (const [position, place] of found) {
      const node = document.get(xpathOf(position), names);
      if (!node) throw new Error(`nothing stands at ${position}`);
      const isLeaf = document.find(`${xpathOf(position)}/*`, names).length === 0;
      if (isLeaf && node.content !== "") expect(node.content).toBe(place.pointer);
    }
    return found.size;
  } finally {
    document.dispose();
  }
}

function xpathOf(position: string): string {
  const steps = position.split("/").filter((step) => step !== "");
  return ["/*", ...steps.map((step) => (step.startsWith("@") ? step : `*[${step}]`))].join("/");
}

function pointers(rows: Row[], answers: Parameters<typeof inputOf>[0]): Record<string, string> {
  const found = positions(compileMapping(xmlOf(rows)), inputOf(answers));
  return Object.fromEntries([...found].map(([position, { pointer }]) => [position, pointer]));
}
