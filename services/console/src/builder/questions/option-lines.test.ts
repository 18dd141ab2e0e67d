import { linesOf, optionsOf } from "./option-lines.ts";

const before = [
  { value: "pub", label: "A pub", hint: "Or a bar" },
  { value: "shop", label: "A shop" },
];

describe("options as lines", () => {
  it("come back as they were, with their hints", () => {
    expect(optionsOf(linesOf(before), before)).toEqual({ options: before });
  });

  it("get values of their own where a line is a label alone, and keep those that they have", () => {
    expect(optionsOf("A shop\n\nÀ côté!\nA pub", before)).toEqual({
      options: [before[1], { value: "a-cote", label: "À côté!" }, before[0]],
    });
  });

  it("never get a value that another has", () => {
    const { options = [] } = optionsOf("Shop\nA pub\nshop | A shop", before) as {
      options?: { value: string }[];
    };
    expect(new Set(options.map(({ value }) => value)).size).toBe(3);
  });

  it.each([
    ["one\nTwo\nONE", "Line 3: “ONE” is there already, on line 1"],
    ["a | One\nb | Two\na | Three", "Line 3: “Three” is there already, on line 1"],
    ["a |\nTwo", "Line 1: Enter the words of this option"],
    [
      "One\nB B | Two",
      "Line 2: “B B” cannot stand before the line: use small letters, numbers and hyphens",
    ],
    [`One\n${"x".repeat(201)}`, "Line 2: Use 200 characters or fewer"],
    ["One", "Enter at least two options, each on a line"],
  ])("are refused with the line that is wrong: %j", (text, fault) => {
    expect(optionsOf(text)).toEqual({ fault });
  });
});
