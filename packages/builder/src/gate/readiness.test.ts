import { DraftDefinition, DraftFinding, Readiness, ServiceDefinition } from "@guildhall/contract";
import fc from "fast-check";
import { partUses } from "../conditions/part-uses.ts";
import { flowOf } from "../flow/flow.ts";
import { fillIn } from "./fill-in.ts";
import { findingsOf } from "./findings.ts";
import { known, noiseDraft, noiseService } from "./noise-service.fixture.ts";
import { readinessOf } from "./readiness.ts";

const empty = DraftDefinition.parse({ id: "new", title: "New" });
const states = (draft: DraftDefinition) =>
  readinessOf(draft, known).sections.map(({ section, state }) => `${section} ${state}`);

describe("readinessOf", () => {
  it("says of an empty service what to begin with in each section", () => {
    const { isReady, sections } = readinessOf(empty, known);
    expect(isReady).toBe(false);
    expect(sections.map(({ section, state, next }) => [section, state, next])).toEqual([
      ["questions", "not-begun", "Add the first page of questions."],
      [
        "destinations",
        "not-begun",
        "Say where answers go: to a back office, or to your own staff.",
      ],
      [
        "process",
        "not-begun",
        "Add the first stage: it says where a request stands, in words for the person.",
      ],
      [
        "messages",
        "not-begun",
        "Say what happens next: people read it once they have sent their form.",
      ],
      [
        "look",
        "not-begun",
        "Say in a sentence what the service is for: people read it in the list of services.",
      ],
      ["privacy", "not-begun", "Say which law or agreement lets you keep what people tell you."],
      [
        "scenarios",
        "not-begun",
        "Try the service once and keep what you tried: it is tested with it from then on.",
      ],
      ["publishing", "not-begun", "Before it can be published 8 things are to be mended."],
    ]);
  });

  it("says that a service is ready", () => {
    expect(readinessOf(noiseDraft(), known).isReady).toBe(true);
    expect(states(noiseDraft()).filter((state) => !state.endsWith("done"))).toEqual([
      "publishing to-do",
    ]);
  });

  it("says of a section that is begun what to mend first", () => {
    const draft = noiseDraft(({ retention }) => delete retention.days);
    const { sections } = readinessOf(draft, known);
    expect(sections.find(({ section }) => section === "privacy")).toMatchObject({
      state: "to-do",
      next: "Say for how many days answers are kept.",
      findings: [{ code: "no-retention" }],
    });
  });

  it("may have advice where it is done", () => {
    const draft = noiseDraft(({ form }) => delete form.pages[3].questions[1].purpose);
    const privacy = readinessOf(draft, known).sections.find(({ section }) => section === "privacy");
    expect(privacy).toMatchObject({ state: "done", findings: [{ advice: true }] });
  });
});

const logic = fc.letrec((tie) => ({
  logic: fc.oneof(
    { maxDepth: 3 },
    fc
      .constantFrom("noiseSource", "noiseKinds", "email", "song", "gone")
      .chain((name) =>
        fc.constantFrom<unknown>(
          { "==": [{ var: name }, "pub"] },
          { in: ["music", { var: name }] },
          { ">": [{ var: name }, 5] },
          { "!!": [{ var: name }] },
          { nonsense: [{ var: name }] },
        ),
      ),
    fc.constantFrom("is-pub", "is-music", "none").map((condition) => ({ condition })),
    fc.tuple(tie("logic"), tie("logic")).map((and) => ({ and })),
    tie("logic").map((inner) => ({ "!": [inner] })),
    fc.jsonValue({ maxDepth: 2 }),
  ),
})).logic;

/** A draft with parts left out and others broken. */
const drafts = fc
  .record({
    without: fc.subarray([
      "summary",
      "steps",
      "target",
      "mappings",
      "retention",
      "messages",
      "contact",
    ]),
    rules: fc.tuple(logic, logic),
    whens: fc.array(fc.constantFrom("is-pub", "is-music", "none", undefined), {
      minLength: 4,
      maxLength: 4,
    }),
    kinds: fc.array(fc.constantFrom("questions", "exit", "information"), {
      minLength: 4,
      maxLength: 4,
    }),
    order: fc.shuffledSubarray([0, 1, 2, 3]),
  })
  .map(({ without, rules, whens, kinds, order }) =>
    noiseDraft((service) => {
      for (const name of without) delete service[name];
      const { form } = service;
      rules.forEach((when, at) => {
        form.conditions[at].when = when;
      });
      form.pages.forEach((page: object, at: number) => {
        Object.assign(page, { when: whens[at], kind: kinds[at] });
      });
      form.pages = order.map((at) => form.pages[at]);
    }),
  );

describe("any draft", () => {
  it("is looked at without a throw, with the same result each time", () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const findings = findingsOf(draft, known);
        expect(findingsOf(draft, known)).toEqual(findings);
        for (const finding of findings) DraftFinding.parse(finding);
        expect(Readiness.parse(readinessOf(draft, known)).isReady).toBe(
          findings.every(({ advice }) => advice),
        );
        const { nodes, edges } = flowOf(draft);
        const ids = new Set(nodes.map(({ id }) => id));
        expect(edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
        for (const { at } of findings) partUses(draft, at);
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
  });

  it("becomes a whole service with placeholders", () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(ServiceDefinition.safeParse(fillIn(draft)).success).toBe(true);
      }),
      { numRuns: 100, seed: 20_261_122 },
    );
    expect(ServiceDefinition.safeParse(fillIn(empty)).success).toBe(true);
  });

  it("can be as large as 200 questions with 100 conditions", () => {
    const [page] = noiseService.form.pages;
    const pages = Array.from({ length: 100 }, (_, at) => ({
      ...page,
      id: `page-${at}`,
      when: at === 0 ? undefined : `c${at}`,
      questions: page?.questions.map((one) => ({ ...one, id: `${one.id}${at}` })),
    }));
    const conditions = pages.map((_, at) => {
      const before = { "==": [{ var: `noiseSource${Math.max(0, at - 1)}` }, "pub"] };
      const earlier = { "!=": [{ var: `noiseSource${Math.max(0, at - 2)}` }, "shop"] };
      return { id: `c${at}`, name: `C${at}`, when: { or: [before, { and: [earlier, before] }] } };
    });
    const draft = noiseDraft((service) => {
      Object.assign(service, { form: { pages, conditions }, mappings: [], contact: {} });
      service.steps = [{ id: "read", kind: "task", title: "Read it" }];
    });
    expect(findingsOf(draft, known).filter(({ advice }) => !advice)).toEqual([]);
    expect(flowOf(draft).nodes).toHaveLength(200);
  });
});
