import { Form, type Row } from "@guildhall/contract";
import { checkMapping } from "./check.ts";
import { jsonOf, xmlOf } from "./sample.ts";

const options = [
  { value: "music", label: "Music" },
  { value: "dog", label: "Dog" },
];
const form = Form.parse({
  conditions: [{ id: "at-home", name: "It is at home", when: true }],
  pages: [
    {
      id: "first",
      title: "First",
      questions: [
        { id: "source", label: "Source", type: "radios", options },
        { id: "effects", label: "Effects", type: "checkboxes", options },
        { id: "now", label: "Now", type: "yes-no" },
        { id: "words", label: "Words", type: "text" },
        { id: "on", label: "On", type: "date" },
      ],
    },
    {
      id: "second",
      title: "Second",
      questions: [
        { id: "where", label: "Where", type: "address" },
        {
          id: "dates",
          label: "Dates",
          type: "group",
          itemName: "date",
          questions: [
            { id: "date", label: "Date", type: "date" },
            { id: "place", label: "Place", type: "address" },
          ],
        },
        {
          id: "twice",
          label: "Twice",
          type: "group",
          itemName: "time",
          questions: [{ id: "on", label: "On", type: "date" }],
        },
      ],
    },
  ],
});

const answer = (path: string, change?: Row["change"]): Row => ({
  target: "x",
  from: { answer: path },
  ...(change && { change }),
});

describe("a mapping beside its form", () => {
  it.each<[string, Row]>([
    ["an answer of any page", answer("words")],
    ["a part of an address", answer("where.postcode")],
    ["an address as text", answer("where", ["text"])],
    ["a question of a group, for all items", answer("dates.date")],
    ["a part of an address in a group", answer("dates.place.town")],
    [
      "an item's own and the form's answers",
      { target: "x", each: "dates", rows: [answer("date"), { ...answer("words"), target: "y" }] },
    ],
    ["a condition of the form", { ...answer("words"), when: "at-home" }],
    ["a list of all options", answer("source", [{ list: { music: 1, dog: 2 } }])],
    [
      "a list of some options, and otherwise",
      answer("effects", [{ list: { music: 1 }, otherwise: 2 }]),
    ],
    ["a list of yes and no", answer("now", [{ list: { true: "Y", false: "N" } }])],
    ["a list for free text, with otherwise", answer("words", [{ list: { a: 1 }, otherwise: 2 }])],
    [
      "a list of what an earlier change makes",
      answer("source", ["upper", { list: { MUSIC: 1, DOG: 2 } }]),
    ],
    ["an option's label", answer("effects", [{ label: "of-option" }, { join: ", " }])],
  ])("may have %s", (_, row) => {
    expect(checkMapping(xmlOf([row]), form)).toEqual([]);
  });

  it.each<[string, Row, string[]]>([
    ["an answer that no question gives", answer("wrods"), ["the form has no question “wrods”"]],
    [
      "a joined answer that no question gives",
      { target: "x", from: { join: [{ answer: "words" }, { answer: "gone" }], with: " " } },
      ["the form has no question “gone”"],
    ],
    [
      "a part that the question has not",
      answer("where.county"),
      ["the question “where” has no part “county”"],
    ],
    [
      "a part of what has none",
      answer("words.first"),
      ["the question “words” has no part “first”"],
    ],
    [
      "a part of a part",
      answer("where.town.name"),
      ["the question “where” has no part “town.name”"],
    ],
    [
      "a question that the group has not",
      answer("dates.time"),
      ["the form has no question “time”"],
    ],
    ["an item's question outside its group", answer("date"), ["the form has no question “date”"]],
    [
      "each of no group",
      { target: "x", each: "words", rows: [answer("words")] },
      ["the form has no group, checkboxes or files “words”"],
    ],
    [
      "a question asked in the group and outside",
      { target: "x", each: "twice", rows: [answer("on")] },
      ["“on” is asked both in the group and outside it"],
    ],
    [
      "an unknown condition",
      { ...answer("words"), when: "gone" },
      ["the form has no condition “gone”"],
    ],
    [
      "an unknown condition on rows",
      { target: "x", when: "gone", rows: [answer("words")] },
      ["the form has no condition “gone”"],
    ],
    [
      "a list that misses an option",
      answer("source", [{ list: { music: 1 } }]),
      ["the list misses the option “dog”"],
    ],
    [
      "a list with an option too many",
      answer("effects", [{ list: { music: 1, dog: 2, cat: 3 } }]),
      ["the list names “cat”, which is not an option of the question"],
    ],
    [
      "a list misspelt",
      answer("source", [{ list: { music: 1, dgo: 2 } }]),
      [
        "the list names “dgo”, which is not an option of the question",
        "the list misses the option “dog”",
      ],
    ],
    [
      "a list without no",
      answer("now", [{ list: { true: "Y" } }]),
      ["the list misses the option “false”"],
    ],
    [
      "a list for free text",
      answer("words", [{ list: { a: 1 } }]),
      ["the list needs otherwise, for there are no options"],
    ],
    [
      "a list for a part",
      answer("where.town", [{ list: { a: 1 } }]),
      ["the list needs otherwise, for there are no options"],
    ],
    [
      "a label of free text",
      answer("words", [{ label: "of-option" }]),
      ["the question has no options, so no labels"],
    ],
    [
      "a whole address in an element",
      answer("where"),
      ["“where” has parts; name one, or change an address to text"],
    ],
    [
      "a whole group in an element",
      answer("dates"),
      ["“dates” has parts; name one, or change an address to text"],
    ],
  ])("may not have %s", (_, row, reasons) => {
    expect(checkMapping(xmlOf([row]), form).map(({ reason }) => reason)).toEqual(reasons);
  });

  it("may write an address or a group whole in JSON", () => {
    const rows = [answer("where"), { ...answer("dates"), target: "y" }];
    expect(checkMapping(jsonOf(rows), form)).toEqual([]);
  });

  it("has the faults of its own and of the form in one list, each with its pointer", () => {
    const rows = [
      { ...answer("gone"), target: "x y" },
      { target: "z", each: "dates", rows: [answer("lost")] },
    ];
    expect(
      checkMapping(xmlOf(rows), form).map(({ pointer, reason }) => `${pointer} ${reason}`),
    ).toEqual([
      "/rows/0 “x y” cannot be an XML name",
      "/rows/0 the form has no question “gone”",
      "/rows/1/rows/0 the form has no question “lost”",
    ]);
  });
});
