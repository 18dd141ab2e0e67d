import { layOut } from "./lay-out.ts";

describe("a document broken into lines", () => {
  it("has each element of XML on a line, and texts where they are", () => {
    const text = '<a x="1 &gt; 0"><b>one &lt; two</b><c/><d><e>three</e></d></a>';
    expect(layOut(text, "xml")).toBe(
      [
        '<a x="1 &gt; 0">',
        "  <b>one &lt; two</b>",
        "  <c/>",
        "  <d>",
        "    <e>three</e>",
        "  </d>",
        "</a>",
      ].join("\n"),
    );
    expect(layOut("<a/>", "xml")).toBe("<a/>");
  });

  it("says the same in JSON", () => {
    expect(layOut('{"a":[1,{"b":2}]}', "json")).toBe(JSON.stringify({ a: [1, { b: 2 }] }, null, 2));
  });
});
