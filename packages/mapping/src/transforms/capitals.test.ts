import { capitals } from "./capitals.ts";

describe("capitals", () => {
  it.each([
    ["HIGH STREET", "High Street"],
    ["high street", "High Street"],
    ["ANNE-MARIE", "Anne-Marie"],
    ["O'BRIEN", "O'Brien"],
    ["d’arcy", "D’Arcy"],
    ["JOHN'S DOG", "John's Dog"],
    ["I'M SURE I'VE SEEN IT", "I'm Sure I've Seen It"],
    ["ŷd a gŵyl", "Ŷd A Gŵyl"],
    ["ZOË", "Zoë"],
    ["16A HIGH STREET, CB24 9ZZ", "16A High Street, CB24 9ZZ"],
    ["  TWO  SPACES ", "  Two  Spaces "],
    ["42", "42"],
  ])("makes of %j: %j", (typed, written) => {
    expect(capitals(typed)).toBe(written);
  });

  it.each(["de Souza", "McDonald", "The BBC"])(
    "leaves %j, whose writer used both cases",
    (typed) => {
      expect(capitals(typed)).toBe(typed);
    },
  );
});
