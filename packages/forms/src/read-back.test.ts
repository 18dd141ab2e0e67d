import type { Answers } from "@guildhall/contract";
import { compileForm } from "./compile.ts";
import { complete, formOf, noise } from "./noise-form.fixture.ts";
import { labelOf, readBack, summaryOf } from "./read-back.ts";
import { numberWords, timeWords, ukDate } from "./words.ts";

describe("readBack", () => {
  it("says each answer in plain lines", () => {
    const answers: Answers = {
      ...complete,
      kinds: ["music", "dog"],
      song: "Jerusalem",
      visit: "2025-03-10",
      loudest: "21:30",
      hours: 1.5,
      story: "It is loud.\nVery.",
      area: "north",
      evidence: ["doc_1", "doc_2"],
    };
    expect(said(answers)).toEqual({
      danger: ["No"],
      source: ["A home"],
      kinds: ["Music", "A barking dog"],
      started: ["1 February 2025"],
      visit: ["10 March 2025"],
      loudest: ["9:30pm"],
      hours: ["1.5 hours"],
      story: ["It is loud.", "Very."],
      area: ["North"],
      song: ["Jerusalem"],
      dates: ["Date 1", "Date: 1 February 2025"],
      fullName: ["Ada Byron"],
      email: ["ada@example.com"],
      phone: [],
      home: ["1 High Street", "Cambridge", "CB1 1AA"],
      evidence: ["2 files"],
    });
  });

  it("says each item of a group in lines of its own, without what is not asked of it", () => {
    const dates = [
      { date: "2025-02-01", wentOn: true, until: "02:00" },
      {
        date: "2025-02-02",
        wentOn: false,
        until: "03:00",
        place: { line1: "1 High Street", town: "Ely" },
      },
    ];
    expect(said({ ...complete, dates }).dates).toEqual([
      "Date 1",
      "Date: 1 February 2025",
      "Did it go on after midnight? Yes",
      "Went on until: 2am",
      "Date 2",
      "Date: 2 February 2025",
      "Did it go on after midnight? No",
      "Where: 1 High Street, Ely",
    ]);
  });

  it("leaves out pages and questions that do not apply, and pages of words", () => {
    expect(readBack(noise, complete).map(({ page }) => page.id)).toEqual([
      "danger",
      "noise",
      "dates",
      "you",
    ]);
    expect(said({ ...complete, otherSource: "A fan", song: "x" })).not.toHaveProperty(
      "otherSource",
    );
  });

  it("says nothing for what is unanswered, and one file as one", () => {
    expect(said({}).started).toEqual([]);
    expect(said({ evidence: ["doc_1"] }).evidence).toEqual(["1 file"]);
  });
});

describe("the words for an answer", () => {
  const account = {
    accountName: "Ada Byron",
    sortCode: "040004",
    accountNumber: "12345678",
    rollNumber: "R1",
  };
  const place = { latitude: 52.20534, longitude: 0.12182, easting: 544_812, northing: 258_467 };

  it.each<[object, unknown, string[]]>([
    [{ type: "money" }, 12.5, ["£12.50"]],
    [{ type: "date", approximate: true }, "2024-03", ["about March 2024"]],
    [{ type: "date", approximate: true }, "2024", ["about 2024"]],
    [{ type: "date", approximate: true }, "2024-03-01", ["1 March 2024"]],
    [
      { type: "date-range" },
      { from: "2025-03-03", to: "2025-03-05" },
      ["from 3 March to 5 March 2025"],
    ],
    [
      { type: "date-range" },
      { from: "2024-12-30", to: "2025-01-02" },
      ["from 30 December 2024 to 2 January 2025"],
    ],
    [{ type: "date-range" }, { from: "2025-03-03", to: "2025-03-03" }, ["3 March 2025"]],
    [{ type: "vehicle-registration" }, "AB12CDE", ["AB12 CDE"]],
    [{ type: "vehicle-registration" }, "Q123ABC", ["Q123 ABC"]],
    [
      { type: "organisation" },
      { name: "Bikes Ltd", number: "01234567" },
      ["Bikes Ltd", "01234567"],
    ],
    [{ type: "declaration", statement: "It is true." }, true, ["It is true."]],
    [{ type: "location" }, place, ["Grid reference TL 448 584"]],
    [
      { type: "location" },
      { ...place, description: "By the gate", postcode: "CB2 1TN" },
      ["By the gate", "CB2 1TN", "Grid reference TL 448 584"],
    ],
    [{ type: "bank-details" }, account, ["Ada Byron", "Account number ending 5678"]],
  ])("of %j to %j is %j", (question, answer, words) => {
    expect(alone(question, answer)).toEqual(words);
  });

  it("masks bank details wherever nothing is said of who reads", () => {
    const form = compileForm(formOf([{ id: "it", label: "Account", type: "bank-details" }]));
    expect(summaryOf(form, { it: account })).toBe("Account\nAda Byron\nAccount number ending 5678");
    expect(readBack(form, { it: account })[0]?.rows[0]?.text).toHaveLength(2);
  });

  it("shows a sort code to nobody but the person themself", () => {
    expect(alone({ type: "bank-details" }, account, true)).toEqual([
      "Ada Byron",
      "Sort code 04-00-04",
      "Account number ending 5678",
      "R1",
    ]);
  });

  it("says a calculated answer as it is now, whatever was kept of it", () => {
    const total = {
      id: "total",
      label: "Total",
      type: "calculated",
      value: { "*": [{ var: "n" }, 5] },
      decimals: 2,
      unit: "£",
    };
    const form = compileForm(formOf([{ id: "n", label: "N", type: "number" }, total]));
    const rows = readBack(form, { n: 3, total: 1 }).flatMap((page) => page.rows);
    expect(rows.map(({ text }) => text)).toEqual([["3"], ["£15.00"]]);
  });

  function alone(question: object, answer: unknown, toThemself = false): string[] | undefined {
    const form = compileForm(formOf([{ id: "it", label: "It", ...question }]));
    const [page] = readBack(form, { it: answer }, { toThemself });
    return page?.rows[0]?.text;
  }
});

describe("labelOf", () => {
  it("finds the label of an option", () => {
    expect(labelOf(noise, "source", "pub")).toBe("A pub or club");
    expect(labelOf(noise, "source", "moon")).toBeUndefined();
    expect(labelOf(noise, "fullName", "pub")).toBeUndefined();
    expect(labelOf(noise, "constructor", "pub")).toBeUndefined();
  });

  it("finds that of an item's question by the question's own id", () => {
    const options = [
      { value: "am", label: "Morning" },
      { value: "pm", label: "Afternoon" },
    ];
    const questions = [{ id: "half", label: "Half", type: "radios", options }];
    const form = compileForm(
      formOf([{ id: "visits", label: "Visits", type: "group", itemName: "visit", questions }]),
    );
    expect(labelOf(form, "half", "pm")).toBe("Afternoon");
  });
});

describe("words", () => {
  it.each([
    ["00:00", "midnight"],
    ["00:05", "12:05am"],
    ["12:00", "midday"],
    ["12:30", "12:30pm"],
    ["09:00", "9am"],
    ["lots", "lots"],
  ])("says %s as %s", (time, words) => expect(timeWords(time)).toBe(words));

  it.each([
    [1234567.25, { decimals: 2 }, "1,234,567.25"],
    [-1234, { decimals: 0 }, "-1,234"],
    [1234.5, { decimals: 2, unit: "£" }, "£1,234.50"],
    [-0.5, { decimals: 2, unit: "£" }, "-£0.50"],
    [3, { decimals: 0, unit: "metres" }, "3 metres"],
  ])("says %d as the number %j has it", (value, question, words) => {
    const number = { id: "it", label: "It", required: true, type: "number", ...question } as const;
    expect(numberWords(value, number)).toBe(words);
  });

  it("knows that a summer's night in London is already tomorrow", () => {
    expect(ukDate(new Date("2025-07-01T23:30:00Z"))).toBe("2025-07-02");
    expect(ukDate(new Date("2025-12-01T23:30:00Z"))).toBe("2025-12-01");
  });
});

function said(answers: Answers): Record<string, string[]> {
  const rows = readBack(noise, answers).flatMap((page) => page.rows);
  return Object.fromEntries(rows.map(({ question, text }) => [question.id, text]));
}
