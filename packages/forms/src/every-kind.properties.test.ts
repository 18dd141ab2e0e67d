import { type Answers, type Fault, isCleanJson, type Page } from "@guildhall/contract";
import fc from "fast-check";
import { checkAnswers, checkPage } from "./check.ts";
import { everyKind, everyKindForm } from "./every-kind.fixture.ts";
import { readFields } from "./fields/read.ts";
import { writeFields } from "./fields/write.ts";
import { today } from "./noise-form.fixture.ts";
import { readBack } from "./read-back.ts";
import { createSampler } from "./sample/sampler.ts";
import { sectionsOf } from "./sections.ts";
import { sentenceFor } from "./sentence.ts";

describe("a form of the kinds with parts", () => {
  const sampler = createSampler(everyKind, today);
  const sampled = [...sampler.extremes(), ...drawn(40)];

  it("is taken again unchanged, whatever of it was taken", () => {
    expect(sampled.length).toBeGreaterThan(40);
    for (const answers of sampled) {
      expect(checkAnswers(everyKind, answers, today)).toEqual({ answers });
      expect(isCleanJson(answers, 12)).toBe(true);
    }
  });

  it("comes back through the fields of its pages", () => {
    for (const answers of sampled.map(trimmed)) {
      const checked = checkAnswers(everyKind, answers, today);
      const read = everyKindForm.pages.map((page) => again(page, answers));
      expect(checkAnswers(everyKind, Object.assign({}, ...read), today)).toEqual(checked);
    }
  });

  it("says each answer that was given", () => {
    for (const answers of sampled) {
      for (const { question, text } of readBack(everyKind, answers).flatMap(({ rows }) => rows))
        expect(text.length > 0, question.id).toBe(question.id in answers);
    }
  });

  it("never throws, whatever JSON it is given", () => {
    const names = everyKindForm.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
    const parts = ["from", "to", "sortCode", "latitude", "easting", "northing", "number", "name"];
    const part = fc.constantFrom(...parts, "__proto__");
    const inner = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(part, fc.jsonValue(), { noNullPrototype: true }),
    );
    const given = fc.dictionary(fc.constantFrom(...names), inner, { noNullPrototype: false });
    fc.assert(
      fc.property(given, (answers) => {
        const checked = checkAnswers(everyKind, answers, today);
        if ("faults" in checked)
          for (const fault of checked.faults)
            expect(sayFault(fault), fault.pointer).toMatch(/^\S.*\S$/u);
        readBack(everyKind, answers, { toThemself: true });
        sectionsOf(everyKind, answers, today);
        for (const page of everyKindForm.pages) {
          checkPage(everyKind, page, answers, today);
          readFields(page, writeFields(page, answers));
        }
      }),
      { numRuns: 1000, seed: 20_261_122 },
    );
  });

  function drawn(count: number): Answers[] {
    return fc
      .sample(fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }), {
        numRuns: count,
        seed: 20_261_122,
      })
      .flatMap((numbers) => {
        let at = 0;
        const found = sampler.sample((most) => (numbers[at++ % numbers.length] ?? 0) % most);
        return found ? [found] : [];
      });
  }

  function sayFault(fault: Fault): string {
    const asked = everyKind.questions.get(fault.pointer.split("/")[1] ?? "");
    return asked ? sentenceFor(asked.question, fault) : "No question of this form";
  }
});

function again(page: Page, answers: Answers): Answers {
  return readFields(page, new Map(writeFields(page, answers)));
}

/** A browser's fields carry no white space at the ends. */
function trimmed<T>(value: T): T {
  const text = JSON.stringify(value, (_, part) => (typeof part === "string" ? part.trim() : part));
  return JSON.parse(text) as T;
}
