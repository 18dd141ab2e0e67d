import fc from "fast-check";
import { checkWords, fillWords, MessageFault, onOneLine, paragraphsOf } from "./words.ts";

fc.configureGlobal({ seed: 20_261_122 });

describe("the words of a message", () => {
  it("have each fact put where its name stands", () => {
    const facts = { reference: "CAM-2V4K-7XQP", name: "Ada" };
    expect(fillWords("((name)): (( reference )), ((name)).", facts)).toBe(
      "Ada: CAM-2V4K-7XQP, Ada.",
    );
  });

  it("leave single brackets alone", () => {
    expect(fillWords("call us (01223 457000)", {})).toBe("call us (01223 457000)");
  });

  it("take an empty fact for a fact", () => {
    expect(fillWords("[((note))]", { note: "" })).toBe("[]");
  });

  it.each(["missing", "", "constructor", "__proto__", "toString"])(
    "are refused for the name %j that no fact has",
    (name) => {
      const fill = () => fillWords(`Dear ((${name}))`, { reference: "x" });
      expect(fill).toThrow(MessageFault);
      expect(fill).toThrow(expect.objectContaining({ placeholder: name }));
    },
  );

  it("never expand a fact, whatever it holds", () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom("((b))", "{{heading}}", "((missing))", "$&", "$1", "$'", "<script>"),
    );
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        expect(fillWords("1((a))2((b))3", { a, b })).toBe(`1${a}2${b}3`);
      }),
    );
  });
});

describe("checkWords", () => {
  const known = ["reference", "name"];

  it("finds nothing wrong with names that are known", () => {
    const words = { subject: "Your request ((reference))", text: "Dear (( name )),\n\nThank you." };
    expect(checkWords(words, known)).toEqual([]);
  });

  it("names every placeholder that nothing stands for, and where it is", () => {
    const words = { subject: "((refrence))", text: "Dear ((first name)), ((reference)), (())" };
    expect(checkWords(words, known)).toEqual([
      { pointer: "/subject", code: "unknown-placeholder", detail: "refrence" },
      { pointer: "/text", code: "unknown-placeholder", detail: "first name" },
      { pointer: "/text", code: "unknown-placeholder", detail: "" },
    ]);
  });

  it.each(["((reference", "((reference)", "((refer(ence))", "((see ((reference)) here))"])(
    "finds that %j was not closed",
    (text) => {
      const faults = checkWords({ subject: "x", text }, known);
      expect(faults).toContainEqual({ pointer: "/text", code: "unclosed-placeholder" });
    },
  );
});

describe("onOneLine", () => {
  it.each([
    "a\r\nBcc: x",
    "a\nBcc: x",
    "a\rBcc: x",
    "a\u0085Bcc: x",
    "a\u2028Bcc: x",
    "a \t\u0000\v Bcc: x",
  ])("leaves no line end in %j", (text) => {
    expect(onOneLine(text)).toBe("a Bcc: x");
  });
});

describe("paragraphsOf", () => {
  it("parts a text at its empty lines, and keeps no empty paragraph", () => {
    expect(paragraphsOf("\n\none\ntwo\r\n\r\nthree\n \n\n\n")).toEqual(["one\ntwo", "three"]);
  });
});
