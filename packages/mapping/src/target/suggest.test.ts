import { Form, type TargetField } from "@guildhall/contract";
import fc from "fast-check";
import { optionMatches } from "./option-matches.ts";
import { suggest } from "./suggest.ts";

const question = (id: string, type: string, label: string, more: object = {}) => ({
  id,
  type,
  label,
  ...more,
});
const form = Form.parse({
  pages: [
    {
      id: "p",
      title: "P",
      questions: [
        question("firstName", "text", "First name"),
        question("surname", "text", "Last name"),
        question("home", "address", "Where do you live?"),
        question("mobile", "phone", "Mobile phone number"),
        question("firstSeen", "date", "When did you first see rats?"),
        question("ratsInside", "yes-no", "Are there rats inside?"),
        question("dates", "group", "Dates", {
          itemName: "date",
          questions: [question("noisyDay", "date", "Noisy day")],
        }),
      ],
    },
  ],
});
const field = (target: string, more: Partial<TargetField> = {}): TargetField => ({
  target,
  title: target.split("/").at(-1) ?? target,
  type: "text",
  required: false,
  repeats: false,
  ...more,
});
const suggested = (target: string, more?: Partial<TargetField>) =>
  suggest([field(target, more)], form)[0];

describe("suggestions for targets", () => {
  it.each([
    ["Caller/Forename", "firstName"],
    ["c:SurName", "surname"],
    ["PostCode", "home.postcode"],
    ["post_code", "home.postcode"],
    ["attributes/attributes_customerTelephoneNumber_1b3a83798363", undefined],
    ["TelNo", "mobile"],
    ["UPRN", "home.uprn"],
  ])("find for %s what means the same: %s", (target, answer) => {
    expect(suggested(target)?.from).toEqual(answer === undefined ? undefined : { answer });
  });

  it.each(["HowComplaintReceived", "ReceivedBy"])("are no moment for %s", (target) => {
    expect(suggested(target)).toBeUndefined();
    expect(suggested("TimeReceived", { type: "date-time" })?.from).toEqual({ fact: "receivedAt" });
  });

  it.each([
    ["Address for updates", "callbackUrl"],
    ["Right to update", "grant"],
    ["Customer's name", "contact.name"],
    ["Customer’s email", "contact.email"],
  ])("find the fact of the platform for “%s”", (title, fact) => {
    expect(suggested("x", { title })?.from).toEqual({ fact });
  });

  it.each(["Payment reference", "Address of the landlord", "Officer's name", "Time of visit"])(
    "take no word that many things are called by for a reason: %s",
    (title) => {
      expect(suggested("x", { title })).toBeUndefined();
    },
  );

  it("say why", () => {
    expect(suggested("Forename")?.why).toBe("Both it and “First name” mean “first name”.");
    expect(suggested("FirstSeen", { type: "date" })?.why).toContain("same name");
    expect(suggested("x", { title: "First see rats", type: "date" })?.why).toMatch(
      /^It shares “first” and “see”/,
    );
  });

  it("offer what the platform knows itself after what is asked", () => {
    expect(suggested("OnlineReference")?.from).toEqual({ fact: "reference" });
    expect(suggested("Email")?.from).toEqual({ fact: "contact.email" });
  });

  it("never offer another kind of value", () => {
    expect(suggested("FirstSeen", { type: "boolean" })).toBeUndefined();
    expect(suggested("RatsInside", { type: "boolean" })?.from).toEqual({ answer: "ratsInside" });
    expect(suggested("RatsInside", { type: "group" })).toBeUndefined();
  });

  it("offer an answer of a group only where the target repeats", () => {
    expect(suggested("NoisyDay", { type: "date" })).toBeUndefined();
    expect(suggested("NoisyDay", { type: "date", repeats: true })?.from).toEqual({
      answer: "noisyDay",
    });
  });

  it("say nothing where nothing is alike, whatever the names are", () => {
    expect(suggested("ThingyBob")).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (target) => {
        for (const { why } of suggest([field(target)], form)) expect(why).toMatch(/\.$/);
      }),
      { seed: 20_261_122 },
    );
  });
});

describe("options beside a receiver's values", () => {
  it("are matched as they are written, but for marks, or by likeness, and said so", () => {
    const codes = [
      { code: "dog", text: "Canine" },
      { code: "N2", text: "Loud music" },
      { code: "N3", text: "Building and construction works" },
    ];
    const options = [
      { value: "dog", label: "Barking" },
      { value: "music", label: "Loud-music!" },
      { value: "works", label: "Construction works" },
      { value: "else", label: "Something else" },
    ];
    expect(optionMatches(options, codes)).toEqual([
      { option: "dog", code: "dog", how: "exact" },
      { option: "music", code: "N2", how: "plain" },
      { option: "works", code: "N3", how: "likely" },
    ]);
  });
});
