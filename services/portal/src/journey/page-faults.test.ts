import { noiseService } from "../testing/noise-service.ts";
import { faultsOn } from "./page-faults.ts";

function pageOf(id: string) {
  const page = noiseService.form.pages.find((one) => one.id === id);
  if (!page) throw new Error(`There is no page ${id}`);
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
