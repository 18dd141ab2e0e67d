import { Answers } from "@guildhall/contract";
import fc from "fast-check";
import { checkAnswers } from "../check.ts";
import { compileForm } from "../compile.ts";
import { everyKind } from "../every-kind.fixture.ts";
import { formOf, noise, noiseForm, today } from "../noise-form.fixture.ts";
import { createSampler } from "./sampler.ts";

const sampler = createSampler(noise, today);
const extremes = sampler.extremes();
const answersTo = (id: string) => extremes.map((answers) => answers[id]);

describe("sample", () => {
  it("gives nothing but what the form accepts, as it stores it", () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const answers = sampler.sample((count) => g(fc.nat, { max: count - 1 }));
        expect(checkAnswers(noise, answers, today)).toEqual({ answers });
        expect(Answers.parse(answers)).toEqual(answers);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it("gets past an exit however it draws", () => {
    for (const drawn of [0, 1]) {
      const answers = sampler.sample((count) => Math.min(drawn, count - 1));
      expect(answers).toMatchObject({ danger: false });
    }
  });

  it("gives nothing where every road ends at an exit", () => {
    const form = compileForm({
      conditions: [],
      sections: [],
      pages: [{ id: "end", title: "End", kind: "exit", questions: [] }],
    });
    expect(createSampler(form, today).sample(() => 0)).toBeUndefined();
    expect(createSampler(form, today).extremes()).toEqual([]);
  });
});

describe("usual", () => {
  it("is what the form accepts, and reads as of one person", () => {
    const answers = sampler.usual();
    expect(checkAnswers(noise, answers, today)).toEqual({ answers });
  });

  it("answers whatever can be made up, and no more than the form takes", () => {
    const answers = createSampler(everyKind, today).usual();
    expect(checkAnswers(everyKind, answers, today)).toEqual({ answers });
    expect(Object.keys(answers ?? {}).toSorted()).toEqual(
      [...everyKind.questions.keys()].toSorted(),
    );
    expect(answers).toMatchObject({ body: { name: "Sample Trading Ltd" }, lent: [{}, {}] });
  });

  it("gets past an exit, and gives nothing where every road ends at one", () => {
    expect(sampler.usual()).toMatchObject({ danger: false });
    const pages = [{ id: "end", title: "End", kind: "exit" as const, questions: [] }];
    const form = compileForm({ conditions: [], sections: [], pages });
    expect(createSampler(form, today).usual()).toBeUndefined();
  });
});

describe("extremes", () => {
  it("are accepted, always the same, and few", () => {
    for (const answers of extremes)
      expect(checkAnswers(noise, answers, today)).toEqual({ answers });
    expect(createSampler(noise, today).extremes()).toEqual(extremes);
    expect(extremes.length).toBeLessThan(60);
  });

  it("take each option once, behind conditions too", () => {
    expect(new Set(answersTo("source"))).toEqual(new Set(["home", "pub", "other"]));
    expect(new Set(answersTo("area"))).toEqual(new Set([undefined, "north", "south"]));
    expect(answersTo("kinds")).toEqual(
      expect.arrayContaining([["music"], ["dog"], ["dog", "music"]]),
    );
    expect(answersTo("otherSource")).toContain("😀".repeat(20));
    expect(answersTo("song")).toContain("x");
  });

  it("leave out and answer each question that may be left out", () => {
    const optional = noiseForm.pages.flatMap(({ questions }) =>
      questions.filter(({ required }) => !required).map(({ id }) => id),
    );
    for (const id of optional) {
      expect(answersTo(id), id).toContain(undefined);
      expect(
        answersTo(id).some((answer) => answer !== undefined),
        id,
      ).toBe(true);
    }
  });

  it("go to the ends of texts, numbers, dates and groups", () => {
    expect(answersTo("story")).toEqual(
      expect.arrayContaining(["x", "W".repeat(200), "😀".repeat(200)]),
    );
    expect(answersTo("hours")).toEqual(expect.arrayContaining([0, 24, 0.1]));
    expect(answersTo("started")).toEqual(expect.arrayContaining(["1900-01-01", today]));
    expect(answersTo("visit")).toEqual(expect.arrayContaining([today, "2100-12-31"]));
    const sizes = answersTo("dates").map((items) => (Array.isArray(items) ? items.length : 0));
    expect(new Set(sizes)).toEqual(new Set([1, 2, 3]));
  });

  it("go beside what a condition compares with", () => {
    const many = { id: "many", name: "Many", when: { ">=": [{ var: "dogs" }, 5] } };
    const dogs = { id: "dogs", label: "Dogs", type: "number", min: 1, max: 40 };
    const why = { id: "why", label: "Why", type: "text", when: "many" };
    const form = compileForm(formOf([dogs, why], [many]));
    const found = createSampler(form, today).extremes();
    expect(found.map((answers) => answers.dogs)).toEqual(expect.arrayContaining([4, 5, 6]));
    expect(found.some(({ dogs, why }) => dogs === 5 && why !== undefined)).toBe(true);
  });
});
