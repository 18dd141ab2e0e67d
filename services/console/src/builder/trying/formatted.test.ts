import { formatted } from "./formatted.ts";

describe("a document for people to read", () => {
  it("has each part of XML on a line of its own", () => {
    const text = '<?xml version="1.0"?><a x="1"><b>one &amp; two</b><c/><d><e>3</e></d></a>';
    expect(formatted("xml", text).split("\n")).toEqual([
      '<?xml version="1.0"?>',
      '<a x="1">',
      "  <b>one &amp; two</b>",
      "  <c/>",
      "  <d>",
      "    <e>3</e>",
      "  </d>",
      "</a>",
    ]);
  });

  it("has each field of JSON on a line of its own", () => {
    expect(formatted("json", '{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  });

  it("stays as it is where it cannot be read", () => {
    expect(formatted("json", "{")).toBe("{");
    expect(formatted("xml", "no markup")).toBe("no markup");
  });
});
