import { locationFields, partFields } from "./composite.ts";

const fields = (type: "date-range" | "organisation" | "bank-details", text: string) =>
  Object.fromEntries(
    partFields({ id: "it", label: "It", required: true, type } as never, "it", text).map(
      ([name, [value]]) => [name, value],
    ),
  );

describe("one text for an answer of several parts", () => {
  it.each([
    ["2026-03-27 to 2026-03-29", ["27", "29"]],
    ["27/03/2026 - 29/03/2026", ["27", "29"]],
    ["2026-03-27/2026-03-29", ["27", "29"]],
    ["2026-03-27", ["27", "27"]],
  ])("is the range of days %s", (text, days) => {
    const read = fields("date-range", text);
    expect([read["it-from-day"], read["it-to-day"]]).toEqual(days);
  });

  it("is an organisation, with its number in brackets", () => {
    expect(fields("organisation", "Bikes (UK) Ltd (SC123456)")).toEqual({
      "it-name": "Bikes (UK) Ltd",
      "it-number": "SC123456",
    });
    expect(fields("organisation", "Bikes (UK) Ltd")).toMatchObject({ "it-name": "Bikes (UK) Ltd" });
  });

  it("is an account, whose name may have commas", () => {
    expect(fields("bank-details", "Byron, Ada, 04-00-04, 12345678, D/1")).toEqual({
      "it-accountName": "Byron, Ada",
      "it-sortCode": "04-00-04",
      "it-accountNumber": "12345678",
      "it-rollNumber": "D/1",
    });
    expect(fields("bank-details", "none")).toMatchObject({ "it-sortCode": "" });
  });

  it("is nothing where it is empty", () => {
    expect(fields("organisation", "")).toEqual({});
  });
});

describe("a place", () => {
  const read = (text: string, grid = {}) =>
    Object.fromEntries(locationFields("it", text, grid).map(([name, [value]]) => [name, value]));

  it("is where it was sent to be, else where its words begin", () => {
    expect(read("52.2, -0.12, by the gate")).toEqual({
      "it-latitude": "52.2",
      "it-longitude": "-0.12",
      "it-description": "by the gate",
    });
    expect(read("52.2,0.12")).toMatchObject({ "it-longitude": "0.12", "it-description": "" });
    expect(read("By the gate", { latitude: "51", longitude: "0" })).toEqual({
      "it-latitude": "51",
      "it-longitude": "0",
      "it-description": "By the gate",
    });
  });
});
