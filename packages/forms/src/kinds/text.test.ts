import { accepted, refused } from "../noise-form.fixture.ts";

describe("text", () => {
  const text = { type: "text", maxLength: 5 };
  const long = { type: "long-text", maxLength: 5 };

  it("counts code points, not code units", () => {
    accepted(text, "😀😀😀😀😀");
    refused(text, "😀😀😀😀😀😀", "too-long");
    refused(text, "x".repeat(1_000_000), "too-long");
  });

  it("keeps NFC, and counts it", () => {
    accepted(text, "e\u0301".repeat(5), "é".repeat(5));
  });

  it.each(["a\ud800", "a\u0000b", "a\u0007", "a\uffff"])("refuses ill-formed text %j", (answer) => {
    refused(text, answer, "invalid-text");
    refused(long, answer, "invalid-text");
    refused({ type: "name" }, answer, "invalid-text");
  });

  it.each(["a\nb", "a\rb", "a\u2028b"])("keeps line breaks for long text alone (%j)", (answer) => {
    refused(text, answer, "invalid-text");
    refused({ type: "name" }, answer, "invalid-text");
    accepted(long, answer);
  });

  it.each([7, true, {}, ["a"]])("refuses %j, which is no text", (answer) => {
    refused(text, answer, "invalid");
    refused(long, answer, "invalid");
  });

  it("refuses a name of 121 code points", () => {
    accepted({ type: "name" }, "é".repeat(120));
    refused({ type: "name" }, "é".repeat(121), "too-long");
  });
});
