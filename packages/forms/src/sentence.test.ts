import { formOf, pageOf } from "./noise-form.fixture.ts";
import type { AnyQuestion } from "./question.ts";
import { sentenceFor } from "./sentence.ts";

const options = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];
const items = [{ id: "date", label: "Date", type: "date" }];
const group = { type: "group", itemName: "date", min: 2, max: 4, questions: items };

describe("sentenceFor", () => {
  it.each([
    ["Enter the date the noise started", "Date the noise started", { type: "date" }, "required"],
    ["Enter your full name", "Your full name", { type: "name" }, "required"],
    ["Enter your date of birth", "What is your date of birth?", { type: "date" }, "required"],
    [
      "Enter where the noise comes from",
      "Where the noise comes from",
      { type: "text" },
      "required",
    ],
    ["Enter the UPRN of the site", "UPRN of the site", { type: "text" }, "required"],
    ["Enter the phone number", "Phone number (optional)", { type: "phone" }, "required"],
    ["Describe the noise", "Describe the noise", { type: "long-text" }, "required"],
    ["Enter an answer to “When did it start?”", "When did it start?", { type: "date" }, "required"],
    ["Select the type of noise", "Type of noise", { type: "radios", options }, "required"],
    ["Select the types of noise", "Types of noise", { type: "checkboxes", options }, "required"],
    [
      "Select yes or no for “Is the noise going on now?”",
      "Is the noise going on now?",
      { type: "yes-no" },
      "required",
    ],
    [
      "Select yes if you have told your landlord",
      "Have you told your landlord?",
      { type: "yes-no" },
      "required",
    ],
    [
      "Select whether there is a smell",
      "Is there a smell?",
      { type: "radios", options },
      "required",
    ],
    ["Select what you can hear", "What can you hear?", { type: "checkboxes", options }, "required"],
    ["Enter an answer to “Is there more?”", "Is there more?", { type: "text" }, "required"],
    [
      "Your answer must be 9 characters or fewer",
      "What else?",
      { type: "text", maxLength: 9 },
      "too-long",
    ],
    ["Upload the photos", "Photos", { type: "files" }, "required"],
    ["Add a date", "Dates of the noise", group, "required"],
    [
      "Date of the noise must be today or in the past",
      "Date of the noise",
      { type: "date" },
      "future",
    ],
    [
      "Date of the visit must be today or in the future",
      "Date of the visit",
      { type: "date" },
      "past",
    ],
    ["Date of the noise must be a real date", "Date of the noise", { type: "date" }, "invalid"],
    [
      "Your date of birth must be a real date",
      "What is your date of birth?",
      { type: "date" },
      "invalid",
    ],
    ["The date must be a real date", "When did it start?", { type: "date" }, "invalid"],
    ["Age must be a whole number, like 30", "Age", { type: "number" }, "invalid"],
    [
      "Rent must be a number with no more than 2 decimal places",
      "Rent",
      { type: "number", decimals: 2 },
      "invalid",
    ],
    ["Rent must be 5 or more", "Rent", { type: "number", min: 5 }, "too-few"],
    ["Rent must be 9 or less", "Rent", { type: "number", max: 9 }, "too-many"],
    ["Start must be a time, like 9:30am or 21:30", "Start", { type: "time" }, "invalid"],
    [
      "Enter an email address in the correct format, like name@example.com",
      "Email",
      { type: "email" },
      "invalid",
    ],
    [
      "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192",
      "Phone",
      { type: "phone" },
      "too-short",
    ],
    ["Song must be 20 characters or fewer", "Song", { type: "text", maxLength: 20 }, "too-long"],
    ["Full name must be 120 characters or fewer", "Full name", { type: "name" }, "too-long"],
    [
      "Song has a character that cannot be used. Type it again",
      "Song",
      { type: "text" },
      "invalid-text",
    ],
    ["Select one of the options in the list", "Area", { type: "select", options }, "not-an-option"],
    ["Add 2 or more, each of them a date", "Dates", group, "too-few"],
    ["Add no more than 4, each of them a date", "Dates", group, "too-many"],
    ["Upload no more than 1 file", "Photo", { type: "files", maxFiles: 1 }, "too-many"],
  ])("says “%s”", (sentence, label, question, code) => {
    expect(sentenceFor(asked({ label, ...question }), { pointer: "/it", code })).toBe(sentence);
  });

  it("names the parts of a date that are missing", () => {
    const fault = { pointer: "/it", code: "invalid", detail: "month and year" };
    const question = asked({ label: "Date of the noise", type: "date" });
    expect(sentenceFor(question, fault)).toBe("Date of the noise must include a month and year");
  });

  it("uses the question's own words first", () => {
    const errors = {
      required: "Tell us when it began",
      "postcode-invalid": "Enter your postcode in full",
    };
    const date = asked({ label: "Date", type: "date", errors });
    expect(sentenceFor(date, { pointer: "/it", code: "required" })).toBe("Tell us when it began");
    const phone = asked({ label: "Phone", type: "phone", errors: { invalid: "Enter a number" } });
    expect(sentenceFor(phone, { pointer: "/it", code: "too-short" })).toBe("Enter a number");
    const address = asked({ label: "Address", type: "address", errors });
    expect(sentenceFor(address, { pointer: "/it/postcode", code: "invalid" })).toBe(
      "Enter your postcode in full",
    );
  });

  it.each([
    ["line1", "required", "Enter address line 1, typically the building and street"],
    ["town", "required", "Enter town or city"],
    ["postcode", "invalid", "Enter a full UK postcode"],
    ["line2", "too-long", "Address line 2 is too long"],
    ["line2", "invalid-text", "Address line 2 has a character that cannot be used"],
  ])("speaks of %s of an address", (part, code, sentence) => {
    const question = asked({ label: "Your address", type: "address" });
    expect(sentenceFor(question, { pointer: `/it/${part}`, code })).toBe(sentence);
  });

  it("speaks of the item's question that a fault in a group points to", () => {
    const [dates] = pageOf("dates").questions;
    const inner = (pointer: string, code: string) => dates && sentenceFor(dates, { pointer, code });
    expect(inner("/dates/1/date", "future")).toBe("Date must be today or in the past");
    expect(inner("/dates/1/place/postcode", "invalid")).toBe("Enter a full UK postcode");
    expect(inner("/dates/1", "invalid")).toBe("Add a date");
  });
});

function asked(question: object): AnyQuestion {
  const [page] = formOf([{ id: "it", ...question }]).pages;
  const [first] = page?.questions ?? [];
  if (!first) throw new Error("The form has no question");
  return first;
}
