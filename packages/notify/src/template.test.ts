import { compileTemplate, escapeHtml } from "./template.ts";

describe("a template", () => {
  it("puts each value in each of its places", () => {
    const template = compileTemplate<"a" | "b">("{{a}}-{{b}}-{{a}}");
    expect(template({ a: "1", b: "2" })).toBe("1-2-1");
  });

  it("does not look again at what it put in", () => {
    const template = compileTemplate<"a" | "b">("{{a}} {{b}}");
    expect(template({ a: "{{b}}", b: "$& $1 {{a}}" })).toBe("{{b}} $& $1 {{a}}");
  });

  it("escapes whatever could end a text or an attribute", () => {
    expect(escapeHtml(`<a href="x">O'Neil & Co</a>`)).toBe(
      "&#60;a href=&#34;x&#34;&#62;O&#39;Neil &#38; Co&#60;/a&#62;",
    );
  });
});
