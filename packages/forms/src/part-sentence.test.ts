import { formOf } from "./noise-form.fixture.ts";
import { sentenceFor } from "./sentence.ts";

const statement = { type: "declaration", statement: "It is true." };

describe("sentenceFor an answer of several parts", () => {
  it.each<[string, string, string, string]>([
    ["bank-details", "sortCode", "required", "Enter a sort code"],
    ["bank-details", "sortCode", "invalid", "Enter a sort code that is 6 digits, like 309430"],
    [
      "bank-details",
      "accountNumber",
      "invalid",
      "Enter an account number that is between 6 and 8 digits, like 00733445",
    ],
    [
      "bank-details",
      "accountName",
      "too-long",
      "Name on the account must be 70 characters or fewer",
    ],
    ["bank-details", "rollNumber", "too-long", "Roll number must be 18 characters or fewer"],
    ["date-range", "from", "required", "Enter a start date"],
    ["date-range", "to", "invalid", "End date must be a real date"],
    ["date-range", "to", "past", "End date must be today or in the future"],
    ["date-range", "to", "before-start", "End date must be the same as or after the start date"],
    ["organisation", "name", "required", "Enter the name of the organisation"],
    ["location", "latitude", "invalid", "Latitude must be a number, like 52.2053"],
    ["location", "longitude", "required", "Enter longitude"],
    ["location", "latitude", "outside", "The place must be in England, Scotland or Wales"],
    ["location", "postcode", "invalid", "Enter a full UK postcode"],
    ["address", "line1", "required", "Enter address line 1, typically the building and street"],
    ["address", "town", "required", "Enter town or city"],
  ])("says of a %s whose %s is %s: %s", (type, part, code, sentence) => {
    expect(say({ type }, code, part)).toBe(sentence);
  });

  it("names the part of a day that is missing", () => {
    const said = sentenceFor(asked({ type: "date-range" }), {
      pointer: "/it/from",
      code: "invalid",
      detail: "month",
    });
    expect(said).toBe("Start date must include a month");
  });

  it("takes the designer's own words first", () => {
    const errors = { "sortCode-invalid": "Look at your card.", "to-before-start": "Too early." };
    expect(say({ type: "bank-details", errors }, "invalid", "sortCode")).toBe("Look at your card.");
    expect(say({ type: "date-range", errors }, "before-start", "to")).toBe("Too early.");
  });

  it.each<[object, string, string]>([
    [{ type: "money" }, "invalid", "It must be an amount in pounds and pence, like 12.50"],
    [{ type: "money", min: 5 }, "too-few", "It must be £5.00 or more"],
    [{ type: "money", max: 1250.5 }, "too-many", "It must be £1,250.50 or less"],
    [{ type: "vehicle-registration" }, "invalid", "Enter a registration number, like AB12 CDE"],
    [{ ...statement, label: "Declaration" }, "required", "Tick the box to confirm the declaration"],
    [{ ...statement, label: "Do you agree?" }, "required", "Tick the box to confirm"],
    [
      { type: "location" },
      "northern-ireland",
      "The place is in Northern Ireland. It must be in England, Scotland or Wales",
    ],
    [
      { type: "location" },
      "two-places",
      "Latitude and longitude must be the same place as easting and northing",
    ],
    [{ type: "location" }, "no-place", "Choose the place, or enter its latitude and longitude"],
  ])("says of %j that is %s: %s", (question, code, sentence) => {
    expect(say(question, code)).toBe(sentence);
  });
});

function say(question: object, code: string, part?: string): string {
  return sentenceFor(asked(question), { pointer: part ? `/it/${part}` : "/it", code });
}

function asked(question: object) {
  const [only] = formOf([{ id: "it", label: "It", ...question }]).pages[0]?.questions ?? [];
  if (!only) throw new Error("The form has one question");
  return only;
}
