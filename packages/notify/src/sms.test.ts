import { mostSmsParts, smsLength } from "@guildhall/contract";
import fc from "fast-check";
import { renderSms } from "./sms.ts";
import { MessageFault } from "./words.ts";

const url = "https://council.example/c/exampleshire/track/EX-2345-6789?key=abcdefghijklmnopqrstuv";

describe("renderSms", () => {
  it("fills the words in and puts the link last", () => {
    const words = "Your request ((reference)) is ready.";
    expect(renderSms({ words, facts: { reference: "EX-1" }, url })).toBe(
      `Your request EX-1 is ready.\n${url}`,
    );
  });

  it("has no link where there is none", () => {
    expect(renderSms({ words: "Ready.", facts: {} })).toBe("Ready.");
  });

  it("writes marks in the phones' own alphabet, and leaves Welsh letters", () => {
    const text = renderSms({ words: "“Mae’n” – dŵr…", facts: {} });
    expect(text).toBe(`"Mae'n" - dŵr...`);
  });

  it("is cut at a word where it is too long, with the link whole", () => {
    const text = renderSms({ words: "((note))", facts: { note: "word ".repeat(300) }, url });
    expect(text).toMatch(/^(word )+word\.\.\.\n/);
    expect(text.endsWith(`\n${url}`)).toBe(true);
    expect(smsLength(text).parts).toBe(mostSmsParts);
  });

  it("is its link alone where one word is too long", () => {
    expect(renderSms({ words: "((note))", facts: { note: "x".repeat(3000) }, url })).toBe(url);
  });

  it("names a placeholder that has no fact", () => {
    expect(() => renderSms({ words: "((nothing))", facts: {} })).toThrow(MessageFault);
  });

  it("never takes more than four parts, shows nothing unseen and expands no fact, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 900 }), (note) => {
        const text = renderSms({ words: "((note))", facts: { note: `((x)) ${note}` }, url });
        expect(smsLength(text).parts).toBeLessThanOrEqual(mostSmsParts);
        expect(text).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(text.split("\n").length).toBeLessThanOrEqual(2);
        expect(text).toContain(url);
      }),
      { seed: 20_261_122 },
    );
  });
});
