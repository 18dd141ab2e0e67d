import { Form } from "@guildhall/contract";
import { faultsOn, firstControl } from "./page-faults.ts";
import { noiseService } from "./testing/noise-service.ts";

function pageOf(id: string) {
  const page = noiseService.form.pages.find((one) => one.id === id);
  if (!page) throw new Error(`There is no page ${id}`);
  return page;
}

function pageWith(question: object) {
  const [page] = Form.parse({ pages: [{ id: "p", title: "P", questions: [question] }] }).pages;
  if (!page) throw new Error("There is no page");
  return page;
}

describe("faultsOn", () => {
  it("leads to the first choice, and says it in the question's own words", () => {
    expect(faultsOn(pageOf("source"), [{ pointer: "/source", code: "required" }])).toEqual([
      { field: "source", target: "source", sentence: "Select where the noise is from", parts: [] },
    ]);
  });

  it("leads to the part of a date that is missing", () => {
    const fault = { pointer: "/dates/1/date", code: "invalid", detail: "month and year" };
    expect(faultsOn(pageOf("dates"), [fault])).toMatchObject([
      { field: "dates-1-date", target: "dates-1-date-month", parts: ["month", "year"] },
    ]);
  });

  it("leads to the first line of an address that is missing, and to the part that is wrong", () => {
    const faults = [{ pointer: "/yourAddress", code: "required" }];
    expect(faultsOn(pageOf("details"), faults)[0]?.target).toBe("yourAddress-line1");
    const part = [{ pointer: "/yourAddress/postcode", code: "invalid" }];
    expect(faultsOn(pageOf("details"), part)[0]?.target).toBe("yourAddress-postcode");
  });

  it.each([
    ["bank-details", "", { field: "it-accountName", target: "it-accountName" }],
    ["bank-details", "/sortCode", { field: "it-sortCode", target: "it-sortCode" }],
    ["organisation", "", { field: "it-name", target: "it-name" }],
    ["organisation", "/number", { field: "it-number", target: "it-number" }],
    ["location", "", { field: "it", target: "it" }],
    ["location", "/longitude", { field: "it-longitude", target: "it-longitude" }],
    ["date-range", "", { field: "it", target: "it-from-day" }],
    ["date-range", "/to", { field: "it-to", target: "it-to-day" }],
    ["date", "", { field: "it", target: "it-day" }],
    ["money", "", { field: "it", target: "it" }],
    ["vehicle-registration", "", { field: "it", target: "it" }],
  ])("leads to a control of %s%s", (type, part, expected) => {
    const page = pageWith({ id: "it", type, label: "It" });
    expect(faultsOn(page, [{ pointer: `/it${part}`, code: "required" }])).toMatchObject([expected]);
  });

  it("leads to the part of one end of a range that is missing", () => {
    const fault = { pointer: "/it/to", code: "invalid", detail: "year" };
    const page = pageWith({ id: "it", type: "date-range", label: "It" });
    expect(faultsOn(page, [fault])).toMatchObject([{ target: "it-to-year", parts: ["year"] }]);
  });

  it("leads to the year of an approximate date, which cannot be left out", () => {
    const page = pageWith({ id: "it", type: "date", label: "It", approximate: true });
    expect(faultsOn(page, [{ pointer: "/it", code: "required" }])).toMatchObject([
      { target: "it-year" },
    ]);
  });

  it("leads to a part within an item of a list", () => {
    const questions = [{ id: "account", type: "bank-details", label: "Account" }];
    const page = pageWith({ id: "it", type: "group", label: "It", itemName: "one", questions });
    const faults = [
      { pointer: "/it/1/account", code: "required" },
      { pointer: "/it/2/account/rollNumber", code: "invalid" },
    ];
    expect(faultsOn(page, faults).map(({ target }) => target)).toEqual([
      "it-1-account-accountName",
      "it-2-account-rollNumber",
    ]);
  });

  it("names the control that a question begins with", () => {
    expect(firstControl({ id: "it", type: "bank-details" })).toBe("it-accountName");
    expect(firstControl({ id: "it", type: "date-range" })).toBe("it-from-day");
    expect(firstControl({ id: "it", type: "date" })).toBe("it-day");
    expect(firstControl({ id: "it", type: "text" })).toBe("it");
  });

  it("keeps the order of the page, one fault for a field, and leaves out what is on other pages", () => {
    const faults = [
      { pointer: "/yourEmail", code: "required" },
      { pointer: "/yourName", code: "required" },
      { pointer: "/yourName", code: "too-long" },
      { pointer: "/source", code: "required" },
    ];
    expect(faultsOn(pageOf("details"), faults).map(({ field }) => field)).toEqual([
      "yourName",
      "yourEmail",
    ]);
  });
});
