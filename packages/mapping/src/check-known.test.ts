import type { Row } from "@guildhall/contract";
import { checkMapping } from "./check.ts";
import type { Known } from "./check-known.ts";
import { jsonOf, xmlOf } from "./sample.ts";

const known: Known = {
  datasets: new Map([["wards", ["area", "ward"]]]),
  codes: new Map([["Sources", [{ code: "M", text: "Music" }]]]),
  schemas: new Set(["case"]),
  location: "where",
};
const wards = (column = "ward", dataset = "wards") => ({
  dataset,
  row: { answer: "area" },
  column,
});

describe("a mapping beside what is known", () => {
  it.each<[string, Row]>([
    ["a column of a dataset", { target: "x", from: wards() }],
    ["a code of an answer", { target: "x", from: { answer: "a" }, change: [{ code: "Sources" }] }],
    [
      "a code of a constant",
      { target: "x", from: { value: "Music" }, change: [{ code: "Sources" }] },
    ],
    [
      "a code of a constant otherwise",
      { target: "x", from: { value: "Drums" }, change: [{ code: "Sources", otherwise: "O" }] },
    ],
    [
      "a part of the location",
      { target: "x", from: { fact: "location" }, change: [{ place: "easting" }] },
    ],
  ])("may ask for %s", (_, row) => {
    expect(checkMapping(xmlOf([row], { schema: "case" }), undefined, known)).toEqual([]);
  });

  it.each<[string, Row, string]>([
    [
      "a dataset",
      { target: "x", from: wards("ward", "parishes") },
      "there is no dataset “parishes”",
    ],
    [
      "a column",
      { target: "x", from: wards("parish") },
      "the dataset “wards” has no column “parish”",
    ],
    [
      "a joined column",
      { target: "x", from: { join: [{ value: "Ward" }, wards("parish")], with: " " } },
      "the dataset “wards” has no column “parish”",
    ],
    [
      "a column in rows",
      { target: "x", rows: [{ target: "y", from: wards("parish") }] },
      "the dataset “wards” has no column “parish”",
    ],
    [
      "a code list",
      { target: "x", from: { answer: "a" }, change: ["trim", { code: "Kinds" }] },
      "there is no code list “Kinds”",
    ],
    [
      "a code list for a constant",
      { target: "x", from: { value: "Music" }, change: [{ code: "Kinds" }] },
      "there is no code list “Kinds”",
    ],
    [
      "a constant's code",
      { target: "x", from: { value: "Drums" }, change: [{ code: "Sources" }] },
      "the code list “Sources” has no entry for the value",
    ],
  ])("may not ask for %s that there is not", (_, row, reason) => {
    const faults = checkMapping(xmlOf([row]), undefined, known);
    expect(faults.map((fault) => fault.reason)).toEqual([reason]);
    expect(faults[0]?.row).toBe(0);
    expect(checkMapping(xmlOf([row]))).toEqual([]);
  });

  it.each<[string, Row]>([
    ["itself", { target: "x", from: { fact: "location" }, change: ["text"] }],
    ["joined", { target: "x", from: { join: [{ fact: "location" }], with: " " } }],
    ["looked up by", { target: "x", from: { ...wards(), row: { fact: "location" } } }],
  ])("may not ask for a location that the service has not: %s", (_, row) => {
    const { location: _known, ...others } = known;
    expect(checkMapping(xmlOf([row]), undefined, others)).toEqual([
      expect.objectContaining({
        pointer: "/rows/0",
        reason: "the service does not say which question is its location",
      }),
    ]);
  });

  it("may not name a schema set that there is not, or any for JSON", () => {
    const row: Row = { target: "x", from: { answer: "a" } };
    expect(checkMapping(xmlOf([row], { schema: "cases" }), undefined, known)).toEqual([
      expect.objectContaining({
        row: undefined,
        pointer: "/schema",
        reason: "there is no schema set “cases”",
      }),
    ]);
    expect(checkMapping({ ...jsonOf([row]), schema: "case" })).toEqual([
      expect.objectContaining({ pointer: "/schema", reason: "a schema set is for XML" }),
    ]);
  });
});
