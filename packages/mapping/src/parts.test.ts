import { Form, type Row } from "@guildhall/contract";
import { checkMapping } from "./check.ts";
import { jsonOf, xmlOf } from "./sample.ts";

const form = Form.parse({
  pages: [
    {
      id: "first",
      title: "First",
      questions: [
        { id: "words", label: "Words", type: "text" },
        { id: "price", label: "Price", type: "money" },
        { id: "since", label: "Since", type: "date", approximate: true },
        { id: "away", label: "Away", type: "date-range" },
        { id: "spot", label: "Spot", type: "location" },
        { id: "body", label: "Body", type: "organisation" },
        { id: "account", label: "Account", type: "bank-details" },
        { id: "total", label: "Total", type: "calculated", value: { "+": [{ var: "price" }, 1] } },
        { id: "size", label: "Size", type: "calculated", value: { if: [true, "Big", 1] } },
        { id: "agreed", label: "Agreed", type: "declaration", statement: "Agreed." },
        { id: "owed", label: "Owed", type: "text", requiredWhen: "is-dear" },
      ],
    },
  ],
  conditions: [{ id: "is-dear", name: "Dear", when: { ">": [{ var: "price" }, 5] } }],
});

const answer = (path: string, change: Row["change"] = [], more: Partial<Row> = {}): Row => ({
  target: "x",
  from: { answer: path },
  change,
  ...more,
});
const joined = (paths: string[], separator: string): Row => ({
  target: "x",
  from: { join: paths.map((path) => ({ answer: path })), with: separator },
});
const reasons = (row: Row) => checkMapping(xmlOf([row]), form).map(({ reason }) => reason);

describe("an answer of a newer kind, in a mapping", () => {
  it.each<[string, Row]>([
    ["a number of money", answer("price", ["number"])],
    ["a number of a sum", answer("total", ["number"])],
    ["a date of the first day of a range", answer("away.from", [{ date: "yyyy" }])],
    ["an easting of a place", answer("spot", [{ place: "easting" }])],
    ["a latitude of a place", answer("spot.latitude", ["number"])],
    ["a part of an organisation", answer("body.number")],
    ["a part of bank details", answer("account.sortCode")],
    ["an approximate date as it stands", answer("since")],
    ["whether something was agreed", answer("agreed", [{ list: { true: "Y" } }])],
    ["a part that is always there", answer("spot.easting", [], { required: true })],
  ])("may be %s", (_, row) => {
    expect(reasons(row)).toEqual([]);
  });

  it("may be whole in JSON", () => {
    const rows = ["away", "spot", "body", "account"].map((id) => ({ ...answer(id), target: id }));
    expect(checkMapping(jsonOf(rows), form)).toEqual([]);
  });

  it.each<[string, Row, string]>([
    [
      "a date of an approximate date",
      answer("since", [{ date: "yyyy" }]),
      "date needs a date, and “since” is none",
    ],
    [
      "a number of a calculated text",
      answer("size", ["number"]),
      "number needs a number, and “size” is none",
    ],
    ["a whole range", answer("away"), "“away” has parts; name one, or change an address to text"],
    [
      "a text of a place",
      answer("spot", ["text"]),
      "“spot” has parts; name one, or change an address to text",
    ],
    [
      "a text of bank details",
      answer("account", ["text"]),
      "“account” has parts; name one, or change an address to text",
    ],
    ["joined with an organisation", joined(["body", "words"], " "), "“body” has parts; name one"],
    [
      "a point of a range",
      answer("away", [{ place: "point" }]),
      "“away” has parts; name one, or change an address to text",
    ],
    ["a part that there is not", answer("away.until"), "the question “away” has no part “until”"],
    [
      "required where it may be left out",
      answer("body.number", [], { required: true }),
      "“body.number” may be left unanswered, so it cannot be required without a condition",
    ],
    [
      "required where it is owed by some",
      answer("owed", [], { required: true }),
      "“owed” may be left unanswered, so it cannot be required without a condition",
    ],
    [
      "required where it is worked out",
      answer("total", [], { required: true }),
      "“total” may be left unanswered, so it cannot be required without a condition",
    ],
  ])("may not be %s", (_, row, reason) => {
    expect(reasons(row)).toEqual([reason]);
  });
});
