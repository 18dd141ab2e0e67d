import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { checkMapping } from "./check.ts";
import { compileMapping } from "./compile.ts";
import { MappingFault } from "./fault.ts";
import { render } from "./render.ts";
import { inputOf, root, xmlOf } from "./sample.ts";

const compiled = compileMapping(
  xmlOf([
    { target: "@note", from: { answer: "text" } },
    { target: "p:words", from: { answer: "text" } },
    { target: "words", from: { answer: "texts" } },
    {
      target: "items/item",
      each: "items",
      rows: [
        { target: "@p:kind", from: { answer: "kind" } },
        { target: "text", from: { answer: "text" } },
      ],
    },
  ]),
);

/** Text with what trips writers up in it, lone surrogates and forbidden characters among it. */
const anyText = fc.string({
  unit: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(..."&<>\"'\r\n\t ]", "]]>", "<!--", "&#13;", "&amp;") },
    { weight: 2, arbitrary: fc.constantFrom("\u0085", "\u2028", "\u007f", "🏠", "\u{1fffe}", "é") },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    },
    { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
  ),
});
const xmlText = anyText.filter(isXmlText);

describe("the XML that is written", () => {
  it("parses, and gives every text back unchanged", () => {
    const items = fc.array(fc.record({ kind: xmlText, text: xmlText }), { maxLength: 3 });
    fc.assert(
      fc.property(xmlText, fc.array(xmlText, { maxLength: 3 }), items, (text, texts, groups) => {
        const document = XmlDocument.fromString(
          render(compiled, inputOf({ text, texts, items: groups })),
        );
        try {
          expect(document.root.attr("note")?.value ?? "").toBe(text);
          expect(textsAt(document, "/c:case/p:words")).toEqual(present([text]));
          expect(textsAt(document, "/c:case/c:words")).toEqual(present(texts));
          expect(textsAt(document, "//c:item/@p:kind")).toEqual(
            present(groups.map(({ kind }) => kind)),
          );
          expect(textsAt(document, "//c:item/c:text")).toEqual(
            present(groups.map((group) => group.text)),
          );
        } finally {
          document.dispose();
        }
      }),
      { seed: 20, numRuns: 1000 },
    );
  });

  it("parses whatever mapping it was written by, where that passes its checks", () => {
    const step = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom("a", "b", "c", "p:a", "q:a", "p:b", "é") },
      { weight: 1, arbitrary: fc.constantFrom("1a", "a b", "a><b", "xmlns:p", "xmlns", "") },
    );
    const row = fc
      .tuple(fc.array(step, { minLength: 1, maxLength: 3 }), fc.constantFrom("", "@"))
      .map(([steps, at]) => [...steps.slice(0, -1), `${at}${steps.at(-1)}`].join("/"))
      .map((target) => ({ target, from: { answer: "text" } }));
    const rows = fc.array(row, { minLength: 1, maxLength: 4 });
    let written = 0;
    fc.assert(
      fc.property(rows, rows, xmlText, (outside, inside, text) => {
        const namespaces = { p: "urn:x", q: "urn:x" };
        const mapping = xmlOf([...outside, { target: "x", rows: inside }], { namespaces });
        if (checkMapping(mapping).length > 0) return;
        XmlDocument.fromString(render(compileMapping(mapping), inputOf({ text }))).dispose();
        written += 1;
      }),
      { seed: 20, numRuns: 1000 },
    );
    expect(written).toBeGreaterThan(200);
  });

  it("is refused exactly where a text holds what XML 1.0 forbids", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(isWritten({ text })).toBe(isXmlText(text));
        expect(isWritten({ texts: [text] })).toBe(isXmlText(text));
      }),
      { seed: 20, numRuns: 1000 },
    );
  });

  it.each([
    ["markup", "<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;"],
    ["the end of a CDATA section", "]]>", "]]&gt;"],
    ["a carriage return", "a\r\nb", "a&#13;\nb"],
    ["what is escaped already", "&amp;", "&amp;amp;"],
  ])("escapes %s in text", (_, text, written) => {
    const mapping = compileMapping(xmlOf([{ target: "a", from: { answer: "text" } }]));
    expect(render(mapping, inputOf({ text }))).toBe(`${root}><a>${written}</a></case>`);
  });

  it("escapes quotes and white space in attributes", () => {
    const mapping = compileMapping(xmlOf([{ target: "@a", from: { answer: "text" } }]));
    const document = render(mapping, inputOf({ text: "\"<\t\r\n'" }));
    expect(document).toBe(`${root} a="&quot;&lt;&#9;&#13;&#10;'"/>`);
  });

  it("says where a forbidden character stands, and never what stands beside it", () => {
    const fault = faultOf(() => render(compiled, inputOf({ items: [{ text: "secret\u0000" }] })));
    expect(fault).toMatchObject({ row: 3, pointer: "/rows/3/rows/1", target: "items/item/text" });
    expect(fault.message).not.toContain("secret");
  });

  it("has a declaration only where one is asked for", () => {
    const mapping = compileMapping(xmlOf([{ target: "a", from: { answer: "a" } }]));
    expect(render(mapping, inputOf({}))).toBe(`${root}/>`);
    expect(render(mapping, inputOf({}), { declaration: true })).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>${root}/>`,
    );
  });

  it("escapes a namespace's address", () => {
    const namespaces = { "": 'urn:a&b"' };
    const mapping = compileMapping(xmlOf([{ target: "a", keepEmpty: true }], { namespaces }));
    expect(render(mapping, inputOf({}))).toBe('<case xmlns="urn:a&amp;b&quot;"><a/></case>');
  });
});

function isWritten(answers: Record<string, string | string[]>): boolean {
  try {
    render(compiled, inputOf(answers));
    return true;
  } catch (error) {
    if (error instanceof MappingFault) return false;
    throw error;
  }
}

function faultOf(work: () => unknown): MappingFault {
  try {
    work();
  } catch (error) {
    if (error instanceof MappingFault) return error;
    throw error;
  }
  throw new Error("there was no fault");
}

function textsAt(document: XmlDocument, path: string): string[] {
  const names = { c: "urn:example:case", p: "urn:example:people" };
  return document
    .find(path, names)
    .map((node) => ("value" in node ? String(node.value) : node.content));
}

function present(texts: readonly string[]): string[] {
  return texts.filter((text) => text !== "");
}

/** Production 2 of XML 1.0, read code point by code point. */
function isXmlText(text: string): boolean {
  return [...text].every((character) => {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x20) return point === 9 || point === 10 || point === 13;
    return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || point >= 0x10000;
  });
}
