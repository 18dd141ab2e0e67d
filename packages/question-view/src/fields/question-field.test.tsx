import { Form } from "@guildhall/contract";
import { checkPage, compileForm, readFields, writeFields } from "@guildhall/forms";
import { invalidIn } from "@guildhall/ui/testing";
import { arrange } from "../arrange.ts";
import { faultsOn } from "../page-faults.ts";
import { autocompleteFor } from "./autocomplete.ts";
import { QuestionFields } from "./question-field.tsx";

const today = "2026-11-22";
const options = ["a", "b"].map((value) => ({ value, label: `Choice ${value}` }));

/** Draw one question, with what was typed and what is wrong with it where it was sent. */
function draw(question: object, typed?: Record<string, string>, { sent = false } = {}): string {
  const one = { id: "it", label: "What is it?", ...question };
  const form = compileForm(Form.parse({ pages: [{ id: "p", title: "P", questions: [one] }] }));
  const [page] = form.form.pages;
  const [compiled] = form.pages;
  if (!page || !compiled) throw new Error("no page");
  const fields = new Map(Object.entries(typed ?? {}).map(([name, value]) => [name, [value]]));
  const answers = readFields(page, fields);
  const checked = sent ? checkPage(form, page, answers, today) : { answers };
  const filling = {
    fields,
    faults: "faults" in checked ? faultsOn(page, checked.faults) : [],
    answers,
    calculated: new Map([["it", ["£12.50"]]]),
    autocomplete: autocompleteFor({ contact: {} }),
  };
  return String(<QuestionFields places={arrange(compiled.questions, answers)} filling={filling} />);
}

function control(html: string, name: string): string {
  return new RegExp(`<(?:input|textarea|select)[^>]* name="${name}"[^>]*>`).exec(html)?.[0] ?? "";
}

const kinds: readonly (readonly [type: string, question: object, fields: string[]])[] = [
  ["text", {}, ["it"]],
  ["long-text", {}, ["it"]],
  ["number", { unit: "miles" }, ["it"]],
  ["money", {}, ["it"]],
  ["date", {}, ["it-day", "it-month", "it-year"]],
  ["date", { approximate: true }, ["it-day", "it-month", "it-year"]],
  ["date-range", {}, ["it-from-day", "it-from-year", "it-to-day", "it-to-year"]],
  ["time", {}, ["it"]],
  ["yes-no", {}, ["it"]],
  ["radios", { options }, ["it"]],
  ["select", { options }, ["it"]],
  ["checkboxes", { options }, ["it"]],
  ["name", {}, ["it"]],
  ["email", {}, ["it"]],
  ["phone", {}, ["it"]],
  ["address", {}, ["it-line1", "it-line2", "it-town", "it-postcode"]],
  ["location", {}, ["it-description"]],
  ["organisation", {}, ["it-name", "it-number"]],
  ["vehicle-registration", {}, ["it"]],
  ["declaration", { statement: "It is true." }, ["it"]],
  ["bank-details", {}, ["it-accountName", "it-sortCode", "it-accountNumber", "it-rollNumber"]],
];

describe.each(kinds)("a question of the type %s %o", (type, more, fields) => {
  it("has a control for each of its parts, and is valid HTML, wrong or not", async () => {
    for (const html of [
      draw({ type, ...more }),
      draw({ type, ...more, hint: "A hint" }, {}, { sent: true }),
    ]) {
      for (const name of fields) expect(control(html, name), name).not.toBe("");
      expect(await invalidIn(html)).toEqual([]);
    }
  });

  it("says that it may be left out, and only where it may", () => {
    const isSaid = (html: string) => html.includes("What is it? (optional)");
    expect(isSaid(draw({ type, ...more, required: false }))).toBe(true);
    expect(isSaid(draw({ type, ...more }))).toBe(false);
  });

  it("says what is missing at a control that the summary leads to", () => {
    const html = draw({ type, ...more, errors: { required: "Say it" } }, {}, { sent: true });
    expect(html).toMatch(/govuk-error-message/);
    expect(html).toMatch(/id="it(-line1|-name|-accountName|-year|-day|-from-day)?"/);
  });
});

describe("the keys that a phone offers", () => {
  it.each([
    [{ type: "number" }, 'inputmode="numeric"'],
    [{ type: "number", decimals: 1 }, 'inputmode="decimal"'],
    [{ type: "number", min: -5 }, 'inputmode="text"'],
    [{ type: "money" }, 'inputmode="decimal"'],
    [{ type: "vehicle-registration" }, 'autocapitalize="characters"'],
    [{ type: "email" }, 'autocapitalize="none"'],
    [{ type: "phone" }, 'type="tel"'],
  ])("fit %o", (question, attribute) => {
    expect(control(draw(question), "it")).toContain(attribute);
  });

  it("do not correct what is no word", () => {
    for (const type of ["number", "money", "vehicle-registration", "email", "name", "time"])
      expect(control(draw({ type }), "it"), type).toContain('spellcheck="false"');
  });
});

it("shows an amount with both figures of its pence, and what is no amount as it was typed", () => {
  expect(control(draw({ type: "money" }, { it: "185.5" }), "it")).toContain('value="185.50"');
  expect(control(draw({ type: "money" }, { it: "185.x" }), "it")).toContain('value="185.x"');
});

describe("bank details", () => {
  it("are offered to nobody by a browser, and asked for in digits", () => {
    const html = draw({ type: "bank-details" });
    for (const part of ["accountName", "sortCode", "accountNumber", "rollNumber"])
      expect(control(html, `it-${part}`)).toContain('autocomplete="off"');
    expect(control(html, "it-sortCode")).toContain('inputmode="numeric"');
  });

  it("say what is wrong with each part beside it", () => {
    const typed = { "it-accountName": "A", "it-sortCode": "12", "it-accountNumber": "" };
    const html = draw({ type: "bank-details" }, typed, { sent: true });
    expect(html).toMatch(/id="it-sortCode-error".*Enter a sort code that is 6 digits/s);
    expect(html).toMatch(/id="it-accountNumber-error".*Enter an account number/s);
    expect(control(html, "it-sortCode")).toContain('value="12"');
  });
});

describe("a range of dates", () => {
  it("marks the end that is wrong, and the part of it that is missing", () => {
    const typed = {
      "it-from-day": "1",
      "it-from-month": "2",
      "it-from-year": "2026",
      "it-to-day": "3",
    };
    const html = draw({ type: "date-range" }, typed, { sent: true });
    expect(html).toContain("End date must include a month and year");
    expect(control(html, "it-to-month")).toContain("govuk-input--error");
    expect(control(html, "it-to-day")).not.toContain("govuk-input--error");
    expect(control(html, "it-from-day")).not.toContain("govuk-input--error");
  });
});

describe("an approximate date", () => {
  it("says which parts can be left out, and takes a year alone", () => {
    const html = draw({ type: "date", approximate: true }, { "it-year": "2021" }, { sent: true });
    expect(html).toMatch(/Day \(optional\).*Month \(optional\).*Year</s);
    expect(html).not.toContain("govuk-error-message");
  });
});

describe("a declaration", () => {
  it("stays ticked when the page comes back", () => {
    const html = draw({ type: "declaration", statement: "It is true." }, { it: "yes" });
    expect(control(html, "it")).toContain("checked");
    expect(html).toContain("It is true.");
  });
});

describe("a calculated value", () => {
  it("is read as text, and is no control", () => {
    const html = draw({ type: "calculated", value: { "+": [1, 2] } });
    expect(html).toMatch(/<dt[^>]*>What is it\?<\/dt><dd[^>]*>£12\.50<\/dd>/);
    expect(html).not.toMatch(/<(input|select|textarea|output)/);
  });
});

describe("a list to choose from", () => {
  const many = Array.from({ length: 11 }, (_, at) => ({ value: `v${at}`, label: `Choice ${at}` }));

  it("can be searched by typing from eleven options on", () => {
    expect(control(draw({ type: "select", options: many }), "it")).toContain("data-type-ahead");
    expect(control(draw({ type: "select", options: many.slice(1) }), "it")).not.toContain(
      "data-type-ahead",
    );
  });

  it("keeps the option that was chosen", () => {
    expect(draw({ type: "select", options: many }, { it: "v3" })).toMatch(
      /<option value="v3" selected/,
    );
  });
});

describe("an item of a group", () => {
  it("asks for questions of every kind, and keeps what was typed in each", () => {
    const questions = kinds
      .filter(([type]) => type !== "location" && type !== "address")
      .map(([type, more], at) => ({ id: `q${at}`, label: `Question ${at}`, type, ...more }));
    const group = { type: "group", itemName: "thing", questions };
    const typed = { "it-0-q0": "First", "it-1-q3": "12.50", "it-1-q6-from-day": "4" };
    const html = draw(group, typed);
    expect(control(html, "it-0-q0")).toContain('value="First"');
    expect(control(html, "it-1-q3")).toContain('value="12.50"');
    expect(control(html, "it-1-q6-from-day")).toContain('value="4"');
    expect(html).toContain("Thing 2");
  });
});

it("fills a page in again with what its own answers are written as", () => {
  const page = Form.parse({
    pages: [
      {
        id: "p",
        title: "P",
        questions: [{ id: "it", label: "It", type: "declaration", statement: "Yes." }],
      },
    ],
  }).pages[0];
  expect(page && writeFields(page, { it: true })).toEqual(new Map([["it", ["yes"]]]));
});
