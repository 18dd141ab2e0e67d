import { Transform } from "@guildhall/contract";
import { changeKindOf, changeKinds } from "./change-kinds.ts";
import { changeWords } from "./change-words.ts";

/** The names of all transforms, as the contract has them. */
const names = Transform.options.flatMap((option) =>
  "shape" in option ? [Object.keys(option.shape)[0] ?? ""] : [...option.options],
);

const examples: readonly (readonly [change: Transform, kind: string, words: string])[] = [
  ["upper", "upper", "in capitals"],
  [{ cut: 240, after: "word" }, "cut", "cut after 240 characters, between words"],
  [{ cut: 1 }, "cut", "cut after one character"],
  [{ pieces: 60 }, "pieces", "in pieces of at most 60 characters"],
  [{ pad: { to: 6, with: "0" } }, "pad", "filled up to 6 characters with “0”"],
  [{ date: "dd/MM/yyyy" }, "date", "written like 31/05/2026"],
  [{ join: ", " }, "join", "joined by “, ”"],
  [{ list: { a: 1, b: 2 } }, "list", "option by option (2)"],
  [{ label: "of-option" }, "label", "in the option’s own words"],
  [{ code: "Topics" }, "code", "as the code that the list “Topics” has for it"],
  [{ absent: ["no", "none"] }, "absent", "nothing for “no” or “none”"],
  [{ only: "A-Z" }, "only", "only the characters A-Z"],
  [{ phone: "national" }, "phone", "written like 01632960001"],
  [{ address: { lines: 4 } }, "address-lines", "in at most 4 lines"],
  [{ address: "postcode" }, "address-part", "its postcode"],
  [{ place: "easting" }, "place", "its easting"],
  [{ place: "point" }, "place", "as a point on the map"],
];

describe("the kinds of changes", () => {
  it("name every transform that there is", () => {
    const kinds = changeKinds.map(({ id }) => id.replace(/-(lines|part)$/, ""));
    expect([...new Set(kinds)].toSorted()).toEqual([...new Set(names)].toSorted());
  });

  it.each(examples)("have words for %j", (change, kind, words) => {
    expect([changeKindOf(change), changeWords(change)]).toEqual([kind, words]);
  });
});
