import { withXml } from "@guildhall/xml";
import { assert, constantFrom, property, string } from "fast-check";
import { addressOf } from "./draft.ts";
import { writeForm, writeHeader, writeJson, writePath, writeXml } from "./template.ts";

const seed = { seed: 20_261_122, numRuns: 500 };
const nasty = constantFrom(
  "../..",
  "..",
  "%2e%2e",
  "//evil.example/",
  "a\r\nX-Evil: 1",
  '"},{"a":"',
  "</a><b>",
  "]]>",
  "&lt;",
  "{note.text}",
  "?x=1#y",
  "\\..\\",
  "\u2028",
  "@evil.example",
  "<!--",
  "\u0001",
  "$&",
);
const anything = string({ unit: "binary", maxLength: 40 });
const value = { text: anything, nasty };

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them, so a mark stands for each.
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

describe.each(["text", "nasty"] as const)("a value that is any %s", (kind) => {
  const each = (test: (given: string) => void): void => {
    void assert(property(value[kind], test), seed);
  };

  it("stays within one segment of the connector's own address, or is refused", () => {
    const base = "https://office.example.gov.uk/base/api/";
    each((given) => {
      const url = written(() =>
        addressOf(base, {
          path: writePath("cases/{a}/notes", { a: given }),
          query: [["q", given]],
        }),
      );
      if (url === undefined) return;
      const parsed = new URL(url);
      expect(parsed.origin).toBe("https://office.example.gov.uk");
      expect(parsed.pathname.split("/")).toHaveLength(6);
      expect(parsed.pathname.endsWith("/notes")).toBe(true);
      expect(parsed.searchParams.get("q")).toBe(given.toWellFormed());
      expect(parsed.hash).toBe("");
    });
  });

  it("ends no header", () => {
    each((given) => {
      expect(writeHeader("Case {a}", { a: given })).toMatch(/^Case [\x20-\x7e]*$/);
    });
  });

  it("is the same text when JSON is read again", () => {
    each((given) => {
      const json = writeJson({ a: "{a}", b: ["x {a}"], c: "{none}" }, { a: given });
      expect(JSON.parse(json)).toEqual({ a: given, b: [`x ${given}`] });
    });
  });

  it("is the same text when XML is read again, in an element and in an attribute", () => {
    each((given) => {
      const holdable = given.toWellFormed().replace(notInXml, "\ufffd");
      const xml = writeXml(`<r><a b="{a}" c='{a}'>{a}</a></r>`, { a: given });
      const read = withXml(Buffer.from(xml), (root) => ({
        elements: root.find("//*").length,
        text: root.get("a")?.content,
        attributes: [root.get("a/@b")?.content, root.get("a/@c")?.content],
      }));
      expect(read).toEqual({ elements: 2, text: holdable, attributes: [holdable, holdable] });
    });
  });

  it("is one field of a form", () => {
    each((given) => {
      const form = new URLSearchParams(writeForm({ a: "{a}", b: "1" }, { a: given }));
      expect([...form]).toEqual([
        ["a", given.toWellFormed()],
        ["b", "1"],
      ]);
    });
  });
});

describe("a mapped document", () => {
  it("goes into XML as it is, without its declaration, or what stands within its root", () => {
    const document = '<?xml version="1.0"?>\n<d xmlns="urn:x" a="1>2"><e>{note.text}</e></d>';

    expect(writeXml("<r>{document}</r>", { document })).toBe(
      '<r><d xmlns="urn:x" a="1>2"><e>{note.text}</e></d></r>',
    );
    expect(writeXml("<r>{document.inner}</r>", { document })).toBe("<r><e>{note.text}</e></r>");
    expect(writeXml("<r>{document.inner}</r>", { document: "<d/>" })).toBe("<r></r>");
  });

  it("goes into JSON as what it is, and is refused where it is none", () => {
    expect(writeJson({ a: "{document}" }, { document: '{"b":[1]}' })).toBe('{"a":{"b":[1]}}');
    expect(() => writeJson({ a: "{document}" }, { document: "<x/>" })).toThrow("document-invalid");
  });
});

function written(work: () => string): string | undefined {
  try {
    return work();
  } catch (error) {
    expect(error).toHaveProperty("outcome.code", "address-invalid");
    return undefined;
  }
}
