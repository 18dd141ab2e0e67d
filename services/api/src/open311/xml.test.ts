import { elements, texts, withXml } from "@guildhall/xml";
import fc from "fast-check";
import { writeXml } from "./xml.ts";

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."&<>\"'\r\n\t ", "]]>", "<!--", "&amp;", "é", "🏠"),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  ),
});

describe("writeXml", () => {
  it("is read back by a parser, whatever the texts are", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (given) => {
        const services = given.map((description) => ({ description }));
        const read = withXml(Buffer.from(writeXml("services", services)), (root) =>
          elements(root, "service/description").map((element) => element.content),
        );
        expect(read).toEqual(given.map(writable));
      }),
      { seed: 311, numRuns: 500 },
    );
  });

  it.each([
    ["services", [{ service_code: "a" }, { service_code: "b" }], "service/service_code"],
    ["service_requests", [{ token: "a" }, { token: "b" }], "request/token"],
    [
      "service_request_updates",
      [{ update_id: "a" }, { update_id: "b" }],
      "request_update/update_id",
    ],
    ["errors", [{ code: "a" }, { code: "b" }], "error/code"],
    ["definition", { attributes: [{ code: "a" }, { code: "b" }] }, "attributes/attribute/code"],
    ["attribute", { values: [{ key: "a" }, { key: "b" }] }, "values/value/key"],
    ["endpoint", { formats: ["a", "b"] }, "formats/format"],
  ])("names the items of %s in the singular", (root, value, path) => {
    expect(withXml(Buffer.from(writeXml(root, value)), (read) => texts(read, path))).toEqual([
      "a",
      "b",
    ]);
  });

  it("writes nothing at all as an empty element, and leaves out what is not there", () => {
    expect(writeXml("a", { b: null, c: undefined, d: false, e: 0 })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a><b/><d>false</d><e>0</e></a>\n',
    );
  });
});

/** What XML can say of a text. */
function writable(text: string): string {
  return [...text.toWellFormed()].map((one) => (isXml(one) ? one : "\ufffd")).join("");
}

function isXml(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  return point !== 0xfffe && point !== 0xffff;
}
