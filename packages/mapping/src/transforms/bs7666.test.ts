import fc from "fast-check";
import { buildingOf } from "./bs7666.ts";

describe("buildingOf", () => {
  it.each<[line1: string, line2: string, parts: [saon: string, paon: string, street: string]]>([
    ["16 High Street", "", ["", "16", "High Street"]],
    ["16a High Street", "Little Sampleton", ["", "16a", "High Street, Little Sampleton"]],
    ["16A-18B High Street", "", ["", "16A-18B", "High Street"]],
    ["16, High Street", "", ["", "16", "High Street"]],
    ["16", "High Street", ["", "16", "High Street"]],
    ["No. 16 High Street", "", ["", "No. 16", "High Street"]],
    ["Flat 2, 16 High Street", "", ["Flat 2", "16", "High Street"]],
    ["Flat 2 16 High Street", "", ["Flat 2", "16", "High Street"]],
    ["Flat 2/1", "16 High Street", ["Flat 2/1", "16", "High Street"]],
    ["FLAT B, 12 – 14 King Street", "", ["FLAT B", "12 – 14", "King Street"]],
    ["Flat 2, The Old Mill, 16 High Street", "", ["Flat 2", "The Old Mill, 16", "High Street"]],
    ["Ground Floor Flat, 16 High Street", "", ["Ground Floor Flat", "16", "High Street"]],
    ["1st Floor", "16-18 High Street", ["1st Floor", "16-18", "High Street"]],
    ["The Annexe, Rose Cottage", "High Street", ["The Annexe", "Rose Cottage", "High Street"]],
    ["Unit 4 The Mill", "", ["Unit 4", "The Mill", ""]],
    ["Unit 4, 12 Mill Road", "", ["Unit 4", "12", "Mill Road"]],
    ["Unit 4 Mill Road", "", ["", "Unit 4", "Mill Road"]],
    ["Pitch 12, Riverside Park, Ferry Lane", "", ["Pitch 12", "Riverside Park", "Ferry Lane"]],
    ["Rose Cottage", "", ["", "Rose Cottage", ""]],
    ["Rose Cottage", "High Street", ["", "Rose Cottage", "High Street"]],
    ["Studio House", "High Street", ["", "Studio House", "High Street"]],
    ["High Street", "Little Sampleton", ["", "", "High Street, Little Sampleton"]],
    ["2nd Avenue", "", ["", "", "2nd Avenue"]],
    ["Flat above 16 High Street", "", ["", "", "Flat above 16 High Street"]],
    ["Basement", "", ["", "Basement", ""]],
    [",", "", ["", "", ""]],
  ])("reads %j, %j as %j", (line1, line2, [saon, paon, street]) => {
    expect(buildingOf({ line1, line2 })).toEqual({ saon, paon, street });
  });

  it("loses no word and moves none, whatever is typed", () => {
    const word = fc.constantFrom(
      ..."flat Flat 2 16a 16-18 & - / No. The Mill unit floor Road street Ely , ,, ŵ 🏠".split(" "),
      "\n",
      "a",
    );
    const line = fc.array(word, { maxLength: 9 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(line, line, (line1, line2) => {
        const { saon, paon, street } = buildingOf({ line1, line2 });
        expect(wordsOf(`${saon} ${paon} ${street}`)).toEqual(wordsOf(`${line1} ${line2}`));
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  const wordsOf = (text: string) => text.split(/[\s,]+/).filter((word) => word !== "");
});
