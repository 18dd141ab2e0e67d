import { Address, type Answers, isCleanJson, type Page } from "@guildhall/contract";
import fc from "fast-check";
import { isPossiblePhoneNumber } from "libphonenumber-js/min";
import { checkAnswers, checkPage } from "./check.ts";
import { readFields } from "./fields/read.ts";
import { writeFields } from "./fields/write.ts";
import { isPossiblePhone } from "./kinds/reach.ts";
import { checkOne, complete, noise, noiseForm, today } from "./noise-form.fixture.ts";
import { readBack } from "./read-back.ts";
import { sentenceFor } from "./sentence.ts";
import { conditions, route } from "./walk.ts";

const dayBetween = (min: string, max: string) =>
  fc
    .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const past = dayBetween("1900-01-01", today);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
const postcode = fc.constantFrom("cb1 1aa", "EC1A1BB", "gir 0aa", "N1 9GU");
const address = fc.record(
  {
    line1: words,
    line2: words,
    town: words,
    postcode,
    uprn: fc.stringMatching(/^\d{1,12}$/),
    easting: fc.nat(700_000),
  },
  { requiredKeys: ["line1", "town"] },
);
const likely = fc.record(
  {
    danger: fc.constant(false),
    source: fc.constantFrom("home", "pub", "other"),
    otherSource: words,
    kinds: fc.subarray(["music", "dog"], { minLength: 1 }),
    started: past,
    visit: dayBetween(today, "2100-12-31"),
    loudest: time,
    hours: fc.integer({ min: 0, max: 240 }).map((tenths) => tenths / 10),
    story: words,
    area: fc.constantFrom("north", "south"),
    song: words,
    dates: fc.array(
      fc.record(
        { date: past, wentOn: fc.boolean(), until: time, place: address },
        { requiredKeys: ["date"] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fullName: words,
    email: fc.constantFrom("ada@example.com", "a+b@c.example"),
    phone: fc.constantFrom("01223 457000", "+33 1 70 18 99 00"),
    home: address,
  },
  { requiredKeys: [] },
);
const keys = fc.constantFrom(
  "danger",
  "source",
  "kinds",
  "dates",
  "home",
  "hours",
  "started",
  "__proto__",
  "constructor",
  "toString",
);
const hostile = fc.oneof(
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.dictionary(fc.oneof(keys, fc.string()), fc.jsonValue(), { noNullPrototype: false }),
  likely.map((answers) => ({ ...complete, ...answers })),
);

describe("any JSON as answers", () => {
  it("never throws, and never touches a prototype", () => {
    fc.assert(
      fc.property(hostile, (answers) => {
        checkAnswers(noise, answers, today);
        if (!isRecord(answers)) return;
        route(noise, answers);
        conditions(noise, answers);
        readBack(noise, answers);
        for (const page of noiseForm.pages) {
          checkPage(noise, page, answers, today);
          readFields(page, writeFields(page, answers));
        }
      }),
      { numRuns: 1000, seed: 3 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(inherited);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("gives faults that can be stored and said", () => {
    fc.assert(
      fc.property(hostile, (answers) => {
        const checked = checkAnswers(noise, answers, today);
        if (!("faults" in checked)) return;
        expect(isCleanJson(checked.faults, 3)).toBe(true);
        for (const fault of checked.faults) {
          const asked = noise.questions.get(fault.pointer.split("/")[1] ?? "");
          if (asked) expect(sentenceFor(asked.question, fault)).toMatch(/^\S.*\S$/u);
        }
      }),
    );
  });
});

describe("what checkAnswers accepts", () => {
  it("is accepted again, unchanged", () => {
    let accepted = 0;
    fc.assert(
      fc.property(likely, (answers) => {
        const once = checkAnswers(noise, { ...complete, ...answers }, today);
        if ("faults" in once) return;
        accepted += 1;
        expect(checkAnswers(noise, once.answers, today)).toEqual(once);
        expect(JSON.parse(JSON.stringify(once.answers))).toEqual(once.answers);
      }),
      { numRuns: 1000, seed: 1 },
    );
    expect(accepted).toBeGreaterThan(300);
  });

  it("comes back through the fields of its pages", () => {
    let accepted = 0;
    fc.assert(
      fc.property(likely, (answers) => {
        const checked = checkAnswers(noise, { ...complete, ...trimmed(answers) }, today);
        if ("faults" in checked) return;
        accepted += 1;
        const read = route(noise, checked.answers).map((page) => again(page, checked.answers));
        expect(checkAnswers(noise, Object.assign({}, ...read), today)).toEqual(checked);
      }),
      { numRuns: 1000, seed: 2 },
    );
    expect(accepted).toBeGreaterThan(300);
  });
});

describe("checks written by hand", () => {
  it("accept the addresses that the contract does", () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.dictionary(keys, fc.jsonValue())), (given) => {
        const checked = checkOne({ type: "address" }, given);
        if ("answers" in checked) expect(Address.safeParse(checked.answers.it).success).toBe(true);
      }),
    );
  });

  it("accept no phone number that the library refuses", () => {
    const digits = fc.stringMatching(/^(?:0|\+44 ?)[ 0-9]{8,12}$/);
    fc.assert(
      fc.property(digits, (text) => {
        const ofLibrary = isPossiblePhoneNumber(text, { defaultCountry: "GB" });
        expect(isPossiblePhone(text)).toBe(ofLibrary);
      }),
      { numRuns: 2000 },
    );
  });
});

const inherited = Object.getOwnPropertyNames(Object.prototype);

function isRecord(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function again(page: Page, answers: Answers): Answers {
  return readFields(page, new Map(writeFields(page, answers)));
}

/** A browser's fields carry no white space at the ends. */
function trimmed<T>(value: T): T {
  const text = JSON.stringify(value, (_, part) => (typeof part === "string" ? part.trim() : part));
  return JSON.parse(text) as T;
}
