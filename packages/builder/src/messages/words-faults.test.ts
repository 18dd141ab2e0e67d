import fc from "fast-check";
import { placeholders, placeholdersFor } from "./placeholders.ts";
import { wordsFaults } from "./words-faults.ts";

const said = (text: string) => wordsFaults({ subject: "Your request", text });

describe("what keeps a message from being filled in", () => {
  it("is nothing where all that it calls for is known", () => {
    const every = placeholders.map(({ name }) => `((${name})) (( ${name} ))`).join(" ");
    expect(said(`${every} (call us)`)).toEqual([]);
  });

  it.each([
    ["refrence", "reference"],
    ["Reference", "reference"],
    ["service title", "serviceTitle"],
    ["the stage it is at", "stage"],
    ["notes", "note"],
  ])("names “%s”, and what was meant", (name, meant) => {
    expect(said(`Dear ((${name}))`)).toEqual([
      {
        part: "text",
        code: "unknown-placeholder",
        sentence: `“((${name}))” cannot be filled in. Did you mean “((${meant}))”?`,
      },
    ]);
  });

  it.each(["postcode", "", "constructor"])("names “%s”, which is like no other", (name) => {
    expect(said(`((${name})) and ((${name}))`).map(({ sentence }) => sentence)).toEqual([
      `“((${name}))” cannot be filled in. Choose one from the list, or take the brackets away.`,
    ]);
  });

  it.each([
    ["((reference", "((reference"],
    ["((reference) x", "((reference)"],
    ["see ((", "(("],
  ])("names “%s” as not finished", (text, begun) => {
    expect(said(text)).toMatchObject([
      { code: "unfinished-placeholder", sentence: expect.stringContaining(`“${begun}” is not`) },
    ]);
  });

  it("is found in the subject too, whatever else is there, and soon", () => {
    expect(wordsFaults({ subject: "((x", text: "y" })).toMatchObject([{ part: "subject" }]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("(", ")", "a", " ") }), (text) => {
        expect(Array.isArray(said(text))).toBe(true);
      }),
      { seed: 20_261_122 },
    );
    expect(said("((".repeat(2000))).toHaveLength(1);
  });
});

describe("what a message may be filled with", () => {
  it("is offered where it has something to say", () => {
    const names = (kind: Parameters<typeof placeholdersFor>[0]) =>
      placeholdersFor(kind).map(({ name }) => name);
    expect(names("started")).not.toContain("note");
    expect(names("note-added")).toContain("note");
    expect(names("paid")).toContain("paymentReference");
    expect(names("payment-due")).not.toContain("paymentReference");
  });

  it("looks at the words for a phone too, where there are some", () => {
    const words = { subject: "s", text: "t", sms: "((referense)) ((" };
    expect(wordsFaults(words).map(({ part, code }) => [part, code])).toEqual([
      ["sms", "unknown-placeholder"],
      ["sms", "unfinished-placeholder"],
    ]);
    expect(wordsFaults({ subject: "s", text: "t" })).toEqual([]);
  });
});
