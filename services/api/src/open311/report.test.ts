import { Form as FormDefinition, type Service } from "@guildhall/contract";
import { noise } from "@guildhall/domain/testing";
import { checkAnswers, compileForm, createSampler } from "@guildhall/forms";
import { asAttributes } from "../testing/open311/as-attributes.ts";
import { DefinitionRule } from "../testing/open311/rules.ts";
import { attributesOf } from "./attributes.ts";
import { Form } from "./form-fields.ts";
import { readAnswers } from "./report.ts";

const today = "2026-06-12";
const options = ["a", "b", "c"].map((value) => ({ value, label: value.toUpperCase() }));
const singles = [
  { id: "line", type: "text", label: "Line" },
  { id: "words", type: "long-text", label: "Words" },
  { id: "hours", type: "number", label: "Hours", min: -5, max: 5000, decimals: 2 },
  { id: "day", type: "date", label: "Day" },
  { id: "at", type: "time", label: "At" },
  { id: "again", type: "yes-no", label: "Again" },
  { id: "one", type: "radios", label: "One", options },
  { id: "other", type: "select", label: "Other", options, required: false },
  { id: "some", type: "checkboxes", label: "Some", options },
  { id: "who", type: "name", label: "Who", when: "is-again" },
  { id: "mail", type: "email", label: "Mail" },
  { id: "phone", type: "phone", label: "Phone" },
  { id: "price", type: "money", label: "Price" },
  { id: "since", type: "date", label: "Since", approximate: true },
  { id: "away", type: "date-range", label: "Away" },
  { id: "body", type: "organisation", label: "Body" },
  { id: "vehicle", type: "vehicle-registration", label: "Vehicle" },
  { id: "truth", type: "declaration", label: "Truth", statement: "It is true." },
  { id: "account", type: "bank-details", label: "Account", required: false },
];
const everyKind = FormDefinition.parse({
  conditions: [{ id: "is-again", name: "It came again", when: { var: "again" } }],
  pages: [
    { id: "all", title: "All", questions: singles },
    {
      id: "many",
      title: "Many",
      questions: [
        {
          id: "items",
          type: "group",
          label: "Items",
          itemName: "item",
          questions: singles.filter(({ when }) => when === undefined),
        },
      ],
    },
  ],
});

describe.each([
  ["the noise form", noise.form],
  ["a form of every kind of question", everyKind],
])("%s", (_, form) => {
  const service = { ...noise, form, contact: {}, version: 1 } as unknown as Service;

  it("is described by the protocol's rules", () => {
    const attributes = attributesOf(service);
    expect(() => DefinitionRule.parse({ service_code: "noise", attributes })).not.toThrow();
  });

  it("takes through Open311 whatever it takes from a page", () => {
    const compiled = compileForm(form);
    const samples = createSampler(compiled, today).extremes();
    expect(samples.length).toBeGreaterThan(5);
    for (const { evidence: _files, ...answers } of samples) {
      const read = readAnswers(service, new Form(asAttributes(service, answers)));
      const checked = checkAnswers(compiled, read, today);
      expect(tidy(checked)).toEqual(tidy({ answers }));
    }
  });
});

/** What a form does not send as it was typed: white space at the ends, and one kind of line break. */
function tidy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === "string" ? part.replaceAll("\r\n", "\n").trim() : part,
  );
}
