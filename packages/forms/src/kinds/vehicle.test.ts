import { accepted, refused } from "../noise-form.fixture.ts";

const type = { type: "vehicle-registration" };

describe("vehicle registration", () => {
  it.each([
    ["since 2001", "ab12 cde", "AB12CDE"],
    ["with a year's letter in front", "A123 BCD", "A123BCD"],
    ["of unknown age", "Q 123 ABC", "Q123ABC"],
    ["with a year's letter at the end", "ABC 123D", "ABC123D"],
    ["without a year", "ABC 123", "ABC123"],
    ["without a year, turned round", "1234 AB", "1234AB"],
    ["that is personal", "RU 1", "RU1"],
    ["that is the shortest", "1 A", "1A"],
    ["of Northern Ireland", "AIZ 1234", "AIZ1234"],
    ["of Jersey", "J 123456", "J123456"],
    ["of Guernsey", "12345", "12345"],
    ["of Alderney", "AY 123", "AY123"],
    ["of the Isle of Man", "MN-123-A", "MN123A"],
    ["of the Isle of Man in its own name", "MAN 123 B", "MAN123B"],
    ["of a diplomat", "101 D 234", "101D234"],
    ["of the forces", "12 AB 34", "12AB34"],
  ])("takes one %s", (_, typed, kept) => accepted(type, typed, kept));

  it.each(["AB12 CDEF", "ABCDEFG", "AB-CD-EF", "1234567", "A1B2C3D", "ÄB12 CDE", "AB12 CDE?", 7])(
    "refuses %j",
    (typed) => refused(type, typed, "invalid"),
  );
});
