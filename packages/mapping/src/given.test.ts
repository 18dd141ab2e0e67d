import { Form, type Row } from "@guildhall/contract";
import { checkMapping } from "./check.ts";
import { jsonOf, xmlOf } from "./sample.ts";

const options = [
  { value: "music", label: "Music" },
  { value: "none", label: "None" },
];
const form = Form.parse({
  pages: [
    {
      id: "first",
      title: "First",
      questions: [
        { id: "words", label: "Words", type: "text" },
        { id: "amount", label: "Amount", type: "number" },
        { id: "day", label: "Day", type: "date" },
        { id: "time", label: "Time", type: "time" },
        { id: "now", label: "Now", type: "yes-no" },
        { id: "source", label: "Source", type: "radios", options },
        { id: "effects", label: "Effects", type: "checkboxes", options },
        { id: "phone", label: "Phone", type: "phone" },
        { id: "where", label: "Where", type: "address" },
        { id: "photos", label: "Photos", type: "files" },
        { id: "extra", label: "Extra", type: "text", required: false },
        {
          id: "dates",
          label: "Dates",
          type: "group",
          itemName: "date",
          questions: [{ id: "on", label: "On", type: "date" }],
        },
      ],
    },
  ],
});

const answer = (path: string, change: Row["change"] = [], target = "x"): Row => ({
  target,
  from: { answer: path },
  change,
});
const reasons = (row: Row) => checkMapping(xmlOf([row]), form).map(({ reason }) => reason);

const constantTime: Row = {
  target: "x",
  from: { join: [{ answer: "day" }, { value: "09:00" }], with: "T" },
  change: [{ date: "HH:mm" }],
};
const looked = (change: Row["change"]): Row => ({
  target: "x",
  from: { dataset: "wards", row: { answer: "words" }, column: "ward" },
  change,
});

describe("a change of an answer", () => {
  it.each<[string, Row]>([
    ["a number of a number", answer("amount", ["number"])],
    ["a number of a UPRN", answer("where.uprn", ["number"])],
    [
      "a number of an option that is one",
      answer("effects", [{ list: { music: 1, none: 2 } }, "number"]),
    ],
    ["a date of a date", answer("day", [{ date: "yyyy" }])],
    ["a date of the dates of a group", answer("dates.on", [{ date: "yyyy" }])],
    ["a national phone number of a phone number", answer("phone", [{ phone: "national" }])],
    ["lines of an address", answer("where", [{ address: { lines: 3 } }])],
    ["an easting of an address", answer("where", [{ place: "easting" }])],
    ["a count of a group", answer("dates", ["count"])],
    ["a list of files joined in an attribute", answer("photos", [{ join: " " }], "@x")],
    ["a count of choices in an attribute", answer("effects", ["count"], "@x")],
    [
      "lines joined in an attribute",
      answer("where", [{ address: { lines: 3 } }, { join: ", " }], "@x"),
    ],
    [
      "a single choice of checkboxes in an attribute",
      { target: "x", each: "effects", rows: [answer("effects", [], "@x")] },
    ],
    [
      "a single file in an attribute",
      { target: "x", each: "photos", rows: [answer("photos", [], "@x")] },
    ],
    ["a date and a time joined", joined(["day", "time"], "T")],
    ["two dates, of which one is answered", joined(["day", "dates.on"], "")],
    ["a date and a constant time joined", constantTime],
    ["a number of a dataset's cell", looked(["number"])],
    ["nothing of an option", answer("source", [{ absent: ["none"] }])],
  ])("may be %s", (_, row) => {
    expect(reasons(row)).toEqual([]);
  });

  it.each<[string, Row, string]>([
    [
      "a number of words",
      answer("words", ["number"]),
      "number needs a number, and “words” is none",
    ],
    [
      "a number of yes and no",
      answer("now", ["number"]),
      "number needs a number, and “now” is none",
    ],
    [
      "a number of a town",
      answer("where.town", ["number"]),
      "number needs a number, and “town” is none",
    ],
    [
      "a date of words",
      answer("words", [{ date: "yyyy" }]),
      "date needs a date, and “words” is none",
    ],
    ["a date of a time", answer("time", [{ date: "HH" }]), "date needs a date, and “time” is none"],
    [
      "a phone number of words",
      answer("words", [{ phone: "national" }]),
      "phone needs a phone number, and “words” is none",
    ],
    [
      "a part of words",
      answer("words", [{ address: "paon" }]),
      "address needs an address, and “words” is none",
    ],
    [
      "a place of words",
      answer("words", [{ place: "easting" }]),
      "place needs an address or a place, and “words” is none",
    ],
    [
      "upper case of a group",
      answer("dates", ["upper"]),
      "“dates” has parts; name one, or change an address to text",
    ],
    [
      "an address joined with nothing",
      answer("where", [{ join: ", " }]),
      "“where” has parts; name one, or change an address to text",
    ],
    [
      "a point in XML",
      answer("where", [{ place: "point" }]),
      "a point has parts; XML takes a longitude and a latitude",
    ],
    ["choices in an attribute", answer("effects", [], "a/@x"), "“effects” is a list; join it"],
    [
      "pieces in an attribute",
      answer("words", [{ pieces: 9 }], "@x"),
      "“words” is a list; join it",
    ],
    [
      "all dates of a group in an attribute",
      answer("dates.on", [], "@x"),
      "“on” is a list; join it",
    ],
    [
      "a date of words joined",
      joined(["words", "day"], "T"),
      "date needs a date, and “what is joined” is none",
    ],
    [
      "a date and a time joined otherwise",
      joined(["day", "time"], " "),
      "date needs a date, and “what is joined” is none",
    ],
    ["a group joined", joined(["dates"], " ", []), "“dates” has parts; name one"],
    [
      "a row looked up by a group",
      { target: "x", from: { dataset: "d", row: { answer: "dates" }, column: "c" } },
      "“dates” has parts; name one",
    ],
    [
      "a row looked up by no question",
      { target: "x", from: { dataset: "d", row: { answer: "gone" }, column: "c" } },
      "the form has no question “gone”",
    ],
    [
      "required of a question that may be left out",
      { ...answer("extra"), required: true },
      "“extra” may be left unanswered, so it cannot be required without a condition",
    ],
    [
      "required of a part that may be left out",
      { ...answer("where.postcode"), required: true },
      "“where.postcode” may be left unanswered, so it cannot be required without a condition",
    ],
  ])("may not be %s", (_, row, reason) => {
    expect(reasons(row)).toEqual([reason]);
  });

  it("may be a point, or a whole address, in JSON", () => {
    const rows = [
      answer("where", [{ place: "point" }]),
      answer("where", [], "y"),
      answer("effects", [], "z"),
    ];
    expect(checkMapping(jsonOf(rows), form)).toEqual([]);
  });

  it("may be required of what may be left out under a condition, whose business that is", () => {
    const conditional = Form.parse({
      ...form,
      conditions: [{ id: "yes", name: "Yes", when: true }],
    });
    const rows: Row[] = [
      { ...answer("extra"), required: true, when: "yes" },
      { target: "y", when: "yes", rows: [{ ...answer("extra"), required: true }] },
    ];
    expect(checkMapping(xmlOf(rows), conditional)).toEqual([]);
  });
});

describe("a change of a fact", () => {
  it.each<[Row, string[]]>([
    [{ target: "x", from: { fact: "receivedAt" }, change: [{ date: "yyyy" }] }, []],
    [{ target: "x", from: { fact: "contact.phone" }, change: [{ phone: "national" }] }, []],
    [{ target: "x", from: { fact: "payment.amount" }, change: ["number"] }, []],
    [{ target: "x", from: { fact: "location" }, change: [{ address: "uprn" }] }, []],
    [
      { target: "x", from: { fact: "location" } },
      ["“location” has parts; name one, or change an address to text"],
    ],
    [{ target: "@x", from: { fact: "documentLinks" } }, ["“documentLinks” is a list; join it"]],
    [
      { target: "x", from: { fact: "summary" }, change: [{ date: "yyyy" }] },
      ["date needs a date, and “summary” is none"],
    ],
  ])("is judged without a form: %j", (row, expected) => {
    expect(checkMapping(xmlOf([row])).map(({ reason }) => reason)).toEqual(expected);
  });
});

function joined(
  paths: string[],
  separator: string,
  change: Row["change"] = [{ date: "yyyy" }],
): Row {
  return {
    target: "x",
    from: { join: paths.map((path) => ({ answer: path })), with: separator },
    change,
  };
}
