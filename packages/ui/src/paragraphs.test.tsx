import { Paragraphs } from "./paragraphs.tsx";

const show = (text: string) => String(<Paragraphs text={text} />);

describe("Paragraphs", () => {
  it("makes a paragraph of what stands between empty lines", () => {
    expect(show("One.\nStill one.\r\n\r\nTwo.\n\n\n")).toBe(
      '<p class="govuk-body">One.\nStill one.</p><p class="govuk-body">Two.</p>',
    );
  });

  it("makes links of words with an https address beside them", () => {
    expect(
      show("See [the law](https://example.org/a?b=1&c=2) and [more](https://example.org)."),
    ).toBe(
      '<p class="govuk-body">See <a class="govuk-link" href="https://example.org/a?b=1&amp;c=2">the law</a> and <a class="govuk-link" href="https://example.org">more</a>.</p>',
    );
  });

  it("leaves any other address as the text it is", () => {
    for (const text of [
      "[x](javascript:alert(1))",
      "[x](http://example.org)",
      "[x](/path)",
      "[](https://example.org)",
    ]) {
      expect(show(text)).not.toContain("<a");
    }
  });

  it("escapes everything else", () => {
    expect(show('<b>"x"</b>')).toBe('<p class="govuk-body">&lt;b&gt;&quot;x&quot;&lt;/b&gt;</p>');
  });
});
