import type { Answers, Page } from "@guildhall/contract";
import { formOf, noiseForm, pageOf } from "../noise-form.fixture.ts";
import { readFields } from "./read.ts";
import { writeFields } from "./write.ts";

describe("readFields", () => {
  it.each([
    ["1,234.50", 1234.5],
    [" 1 234 ", 1234],
    ["£20", 20],
    ["-3", -3],
    ["3 Hours", 3, "hours"],
    ["007", 7],
    ["1,23", "1,23"],
    ["twelve", "twelve"],
    ["1e5", "1e5"],
    ["NaN", "NaN"],
    ["0x10", "0x10"],
    ["9".repeat(400), "9".repeat(400)],
  ])("reads %j as the number %j", (typed, answer, unit?: string) => {
    expect(readOne({ type: "number", decimals: 2, unit }, { it: typed })).toEqual({ it: answer });
  });

  it.each([
    ["3", "3", "2025", "2025-03-03"],
    ["03", "March", "2025", "2025-03-03"],
    ["31", "sept", "2025", "2025-09-31"],
    ["3", "ma", "2025", "2025-ma-03"],
    ["3", "", "2025", "2025--03"],
    ["", "", "25", "25--"],
  ])("reads %s/%s/%s as the date %s", (day, month, year, answer) => {
    const fields = { "it-day": day, "it-month": month, "it-year": year };
    expect(readOne({ type: "date" }, fields)).toEqual({ it: answer });
  });

  it.each([
    ["9:30", "09:30"],
    ["21.30", "21:30"],
    ["9:30 PM", "21:30"],
    ["9pm", "21:00"],
    ["12am", "00:00"],
    ["12pm", "12:00"],
    ["0930", "09:30"],
    ["midday", "12:00"],
    ["midnight", "00:00"],
    ["13pm", "13pm"],
    ["0am", "0am"],
    ["9", "9"],
    ["25:00", "25:00"],
    ["10:75", "10:75"],
  ])("reads %j as the time %j", (typed, answer) => {
    expect(readOne({ type: "time" }, { it: typed })).toEqual({ it: answer });
  });

  it("reads yes and no, and leaves the rest to be refused", () => {
    expect(readOne({ type: "yes-no" }, { it: "yes" })).toEqual({ it: true });
    expect(readOne({ type: "yes-no" }, { it: "no" })).toEqual({ it: false });
    expect(readOne({ type: "yes-no" }, { it: "maybe" })).toEqual({ it: "maybe" });
  });

  it("takes white space off the ends, and line breaks as one character", () => {
    expect(readOne({ type: "long-text" }, { it: " a\r\nb \r\n" })).toEqual({ it: "a\nb" });
  });

  it("reads the parts of an address that are filled in", () => {
    const fields = {
      "it-line1": "1 High Street",
      "it-line2": " ",
      "it-easting": "545000",
      "it-county": "Kent",
    };
    expect(readOne({ type: "address" }, fields)).toEqual({
      it: { line1: "1 High Street", easting: 545000 },
    });
  });

  it("reads money as people write it", () => {
    expect(readOne({ type: "money" }, { it: "£1,234.50" })).toEqual({ it: 1234.5 });
    expect(readOne({ type: "money" }, { it: "12p" })).toEqual({ it: "12p" });
  });

  it.each([
    [["", "3", "2025"], "2025-03"],
    [["", "March", "2025"], "2025-03"],
    [["", "", "2025"], "2025"],
    [["3", "3", "2025"], "2025-03-03"],
    [["3", "", "2025"], "2025--03"],
    [["", "3", ""], "-03-"],
  ])("reads %j as the approximate date %s", ([day = "", month = "", year = ""], answer) => {
    const fields = { "it-day": day, "it-month": month, "it-year": year };
    expect(readOne({ type: "date", approximate: true }, fields)).toEqual({ it: answer });
  });

  it("reads both days of a range", () => {
    const fields = { "it-from-day": "3", "it-from-month": "3", "it-from-year": "2025" };
    expect(readOne({ type: "date-range" }, fields)).toEqual({ it: { from: "2025-03-03" } });
    expect(readOne({ type: "date-range" }, { "it-to-year": "2025" })).toEqual({
      it: { to: "2025--" },
    });
  });

  it("reads a tick as agreement, and nothing else as that", () => {
    const type = { type: "declaration", statement: "It is true." };
    expect(readOne(type, { it: "yes" })).toEqual({ it: true });
    expect(readOne(type, { it: "on" })).toEqual({ it: "on" });
    expect(readOne(type, {})).toEqual({});
  });

  it("reads a place's numbers as numbers", () => {
    const fields = {
      "it-latitude": "52.2",
      "it-longitude": "\u22120.12",
      "it-description": " Gate ",
    };
    expect(readOne({ type: "location" }, fields)).toEqual({
      it: { latitude: 52.2, longitude: -0.12, description: "Gate" },
    });
    expect(readOne({ type: "location" }, { "it-easting": "544,800" })).toEqual({
      it: { easting: 544_800 },
    });
  });

  it("reads the parts of an organisation and of an account as they were typed", () => {
    expect(readOne({ type: "organisation" }, { "it-number": "01234567" })).toEqual({
      it: { number: "01234567" },
    });
    expect(readOne({ type: "bank-details" }, { "it-sortCode": "04-00-04" })).toEqual({
      it: { sortCode: "04-00-04" },
    });
  });

  it("reads nothing for what is calculated", () => {
    expect(readOne({ type: "calculated", value: 1 }, { it: "7" })).toEqual({});
  });

  it("reads every box that is ticked", () => {
    const fields = new Map([["kinds", ["music", "", "dog"]]]);
    expect(readFields(pageOf("noise"), fields)).toEqual({ kinds: ["music", "dog"] });
  });

  it("reads the items of a group, and leaves out the blank ones at the end alone", () => {
    const fields = fieldsFrom({
      "dates-0-date-day": "1",
      "dates-2-wentOn": "no",
      "dates-4-until": " ",
      "dates-x-until": "x",
    });
    expect(readFields(pageOf("dates"), fields)).toEqual({
      dates: [{ date: "--01" }, {}, { wentOn: false }],
    });
  });

  it("leaves out what is blank, and reads nothing that it did not ask for", () => {
    const fields = fieldsFrom({
      evidence: "doc_1",
      __proto__x: "1",
      fullName: "  ",
      "home-line1": "",
    });
    expect(readFields(pageOf("you"), fields)).toEqual({});
    for (const page of noiseForm.pages) expect(readFields(page, new Map())).toEqual({});
  });
});

describe("writeFields", () => {
  it("fills a page in with its own answers", () => {
    const answers: Answers = {
      dates: [
        { date: "2025-02-01", wentOn: false, place: { line1: "1 High Street", town: "Ely" } },
      ],
      fullName: "Ada Byron",
    };
    expect(Object.fromEntries(writeFields(pageOf("dates"), answers))).toEqual({
      "dates-0-date-day": ["1"],
      "dates-0-date-month": ["2"],
      "dates-0-date-year": ["2025"],
      "dates-0-wentOn": ["no"],
      "dates-0-place-line1": ["1 High Street"],
      "dates-0-place-town": ["Ely"],
    });
  });

  it("shows what could not be read as it was typed", () => {
    const typed = {
      "started-day": ["31"],
      "started-month": ["smarch"],
      "started-year": [""],
      hours: ["lots"],
    };
    const page: Page = pageOf("noise");
    const raw = readFields(page, new Map(Object.entries(typed)));
    expect(Object.fromEntries(writeFields(page, raw))).toEqual(typed);
  });
});

function readOne(question: object, typed: Record<string, string>): Answers {
  const [page] = formOf([{ id: "it", label: "It", ...question }]).pages;
  return page ? readFields(page, fieldsFrom(typed)) : {};
}

function fieldsFrom(typed: Record<string, string>): Map<string, string[]> {
  return new Map(Object.entries(typed).map(([name, value]) => [name, [value]]));
}
