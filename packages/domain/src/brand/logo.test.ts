import { logoFault } from "./logo.ts";

const svg = (inside: string, attributes = "") =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

describe("a logo", () => {
  it("may be a drawing of shapes, with its own gradients and a note on it", () => {
    const gradient = '<defs><linearGradient id="a"><stop offset="1"/></linearGradient></defs>';
    const drawing = svg(`${gradient}<!-- ours --><path fill="url(#a)" d="M0 0h1v1z"/>`);
    expect(logoFault("a.svg", drawing)).toBeUndefined();
    const declared = `<?xml version="1.0" encoding="UTF-8"?>\n${new TextDecoder().decode(drawing)}`;
    expect(logoFault("a.svg", new TextEncoder().encode(declared))).toBeUndefined();
  });

  it.each([
    ["a script", svg("<script>1</script>")],
    ["a script under another name", svg('<s:script xmlns:s="http://www.w3.org/2000/svg"/>')],
    ["HTML", svg("<foreignObject><p>x</p></foreignObject>")],
    ["a picture from elsewhere", svg('<image href="https://evil.example/a.png"/>')],
    ["another drawing", svg('<use xlink:href="https://evil.example/#a"/>')],
    ["a link", svg('<a href="https://evil.example/"><path/></a>')],
    ["something that runs", svg("", 'onload="x()"')],
    ["a style sheet", svg("<style>@import 'https://evil.example/';</style>")],
    ["a style that fetches", svg('<path style="fill:url(https://evil.example/a)"/>')],
    ["a movement", svg('<animate attributeName="x"/>')],
    ["an entity", new TextEncoder().encode('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')],
    [
      "a stylesheet instruction",
      new TextEncoder().encode('<?xml-stylesheet href="a"?><svg></svg>'),
    ],
    ["characters that are not read", svg("<![CDATA[<script>]]>")],
    ["a script in what looks like a comment", svg("<!--><script>1</script>-->")],
  ])("may not hold %s", (_, bytes) => {
    expect(logoFault("a.svg", bytes)).toBe("holds more than shapes");
  });

  it("is what its name says", () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
    expect(logoFault("a.png", png)).toBeUndefined();
    expect(logoFault("a.png", svg(""))).toBe("is not a PNG picture");
    expect(logoFault("a.svg", png)).toBe("is not an SVG drawing");
  });

  it("is at most 100 kB", () => {
    expect(logoFault("a.svg", svg(" ".repeat(100_000)))).toBe("is larger than 100 kB");
  });
});
