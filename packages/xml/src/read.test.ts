import fc from "fast-check";
import { diag } from "libxml2-wasm";
import { elements, text, texts, withXml } from "./read.ts";
import { XmlFault } from "./xml-fault.ts";

fc.configureGlobal({ seed: 20_261_122 });

const bytes = (source: string) => Buffer.from(source);

function faultOf(source: Uint8Array): string | undefined {
  try {
    withXml(source, () => undefined);
  } catch (error) {
    return error instanceof XmlFault ? error.code : String(error);
  }
  return undefined;
}

describe("withXml", () => {
  it("reads one and many alike, whatever the namespaces", () => {
    const one = '<a:R xmlns:a="urn:a"><a:L><a:V>1</a:V></a:L></a:R>';
    const many =
      '<R xmlns="urn:b"><L><V> 1 </V></L><x:L xmlns:x="urn:x"><x:V>2</x:V></x:L><L/></R>';

    expect(withXml(bytes(one), (root) => texts(root, "L/V"))).toEqual(["1"]);
    expect(withXml(bytes(many), (root) => texts(root, "L/V"))).toEqual(["1", "2"]);
    expect(withXml(bytes(many), (root) => elements(root, "L").length)).toBe(3);
    expect(withXml(bytes(many), (root) => texts(root, "Absent"))).toEqual([]);
  });

  it("takes only the children of a path's steps", () => {
    const source = "<R><I><A><V>theirs</V></A><V>ours</V></I></R>";

    expect(withXml(bytes(source), (root) => text(root, "I/V"))).toBe("ours");
    expect(withXml(bytes(source), (root) => text(root, "I/W"))).toBeUndefined();
  });

  it("takes a byte order mark and a declaration of UTF-8", () => {
    const source = '\ufeff<?xml version="1.0" encoding="UTF-8"?><R>é</R>';

    expect(withXml(bytes(source), (root) => root.content)).toBe("é");
  });

  it.each([
    [
      "an external entity",
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
      "doctype",
    ],
    [
      "a parameter entity",
      '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1/x">%x;]><r/>',
      "doctype",
    ],
    [
      "a billion laughs",
      '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><r>&b;</r>',
      "doctype",
    ],
    [
      "quadratic growth",
      `<!DOCTYPE r [<!ENTITY a "${"a".repeat(50_000)}">]><r>${"&a;".repeat(2000)}</r>`,
      "doctype",
    ],
    ["a bare DOCTYPE", "<!doctype html><html></html>", "doctype"],
    [
      "a DOCTYPE behind comments and instructions",
      '\ufeff<?xml version="1.0"?>\n<!-- <r/> --><?x <r ?> <!DOCTYPE r><r/>',
      "doctype",
    ],
    ["a DOCTYPE after the root", "<r/><!DOCTYPE r>", "malformed"],
    ["an end of CDATA that is none", "<r>]]></r>", "malformed"],
    ["another declared encoding", '<?xml version="1.0" encoding="utf-7"?><r/>', "bad-encoding"],
    [
      "an encoding declared in single quotes",
      "<?xml version='1.0' encoding='ISO-8859-1'?><r/>",
      "bad-encoding",
    ],
    ["a character reference to nothing", "<r>&#0;</r>", "malformed"],
    ["an entity nobody declared", "<r>&x;</r>", "malformed"],
    ["a cut-off document", "<r><a>", "malformed"],
    ["two roots", "<r/><r/>", "malformed"],
    ["no element", "", "malformed"],
    ["HTML", "<html><br></html>", "malformed"],
    ["the same attribute twice", '<r a="1" a="2"/>', "malformed"],
    ["more depth than anybody needs", `${"<a>".repeat(5000)}${"</a>".repeat(5000)}`, "malformed"],
  ])("refuses %s", (_, source, code) => {
    expect(faultOf(bytes(source))).toBe(code);
  });

  it("takes CDATA as text, whatever it looks like", () => {
    const source = "<r><![CDATA[<!DOCTYPE html>]]]]><![CDATA[>]]></r>";

    expect(withXml(bytes(source), (root) => root.content)).toBe("<!DOCTYPE html>]]>");
  });

  it("says what is wrong without a word of the document", () => {
    const sources = [
      "<secret></other>",
      '<r secret="1" secret="2"/>',
      "<r>&secret;</r>",
      "<secret:r/>",
    ];
    for (const source of sources) {
      expect(() => withXml(bytes(source), () => undefined)).toThrow(/^(?!.*(?:secret|other))/);
      expect(faultOf(bytes(source))).toBe("malformed");
    }
  });

  it("refuses UTF-16, bytes that are no UTF-8, NUL, and more than 1 MiB", () => {
    expect(faultOf(Buffer.from("\ufeff<r/>", "utf16le"))).toBe("bad-encoding");
    expect(faultOf(Buffer.from("<r>\xe9</r>", "latin1"))).toBe("bad-encoding");
    expect(faultOf(bytes("<r>\0</r>"))).toBe("bad-encoding");
    expect(faultOf(bytes(`<r>${"x".repeat(1024 * 1024)}</r>`))).toBe("too-large");
  });

  it("reads a hundred thousand attributes", () => {
    const attributes = Array.from({ length: 90_000 }, (_, index) => `a${index}=""`).join(" ");

    expect(withXml(bytes(`<r ${attributes}/>`), (root) => root.attrs.length)).toBe(90_000);
  });

  it("gives back any text it is given, and never anything but a fault", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (source) => {
        const fault = faultOf(bytes(source));
        return fault === undefined || ["malformed", "bad-encoding", "doctype"].includes(fault);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const escaped = value.replace(/[&<>]/g, (found) => `&#${found.charCodeAt(0)};`);
        return withXml(bytes(`<r>${escaped}</r>`), (root) => root.content) === value;
      }),
    );
  });

  it("frees every document, read or refused", () => {
    diag.configure({ enabled: true });
    onTestFinished(() => diag.configure({ enabled: false }));
    const fail = () => {
      throw new Error("stopped");
    };

    withXml(bytes("<r>x</r>"), (root) => texts(root, "x"));
    expect(() => withXml(bytes("<r>x</r>"), fail)).toThrow("stopped");
    expect(faultOf(bytes("<r>"))).toBe("malformed");
    expect(diag.report()).toEqual({});
  });
});
