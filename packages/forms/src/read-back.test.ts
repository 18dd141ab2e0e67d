import type { Answers } from "@guildhall/contract";
import { compileForm } from "./compile.ts";
import { complete, formOf, noise } from "./noise-form.fixture.ts";
import { labelOf, readBack } from "./read-back.ts";
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
