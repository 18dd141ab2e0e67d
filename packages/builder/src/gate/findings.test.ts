import type { DraftFinding, TargetField } from "@guildhall/contract";
import type { Known } from "./check/known.ts";
import { fillIn } from "./fill-in.ts";
import { findingsOf } from "./findings.ts";
import { known, noiseDraft } from "./noise-service.fixture.ts";

type Change = NonNullable<Parameters<typeof noiseDraft>[0]>;
const found = (change: Change, more: Partial<Known> = {}) =>
  findingsOf(noiseDraft(change), { ...known, ...more });
const brief = ({ section, at, code, advice }: DraftFinding) =>
  `${section} ${advice ? "advice" : "blocks"} ${code} ${at}`;

/** The rules, each broken in one way. */
const broken: readonly (readonly [finding: string, change: Change, more?: Partial<Known>])[] = [
  [
    "questions blocks no-page /form/pages",
    ({ form }) => Object.assign(form, { pages: [], conditions: [] }),
  ],
  [
    "questions blocks no-question /form/pages",
    ({ form }) => {
      for (const page of form.pages) page.questions = [];
    },
  ],
  ["look blocks no-summary /summary", (service) => delete service.summary],
  ["process blocks no-stage /stages", (service) => Object.assign(service, { stages: [] })],
  ["process blocks no-step /steps", (service) => Object.assign(service, { steps: [] })],
  ["process blocks no-target /target", (service) => delete service.target.text],
  ["messages blocks no-next /whatHappensNext", (service) => delete service.whatHappensNext],
  [
    "privacy blocks no-lawful-basis /retention/lawfulBasis",
    (service) => delete service.retention.lawfulBasis,
  ],
  ["privacy blocks no-retention /retention/days", (service) => delete service.retention],
  [
    "questions blocks option-duplicate /form/pages/source/questions/noiseKinds",
    ({ form }) => form.pages[0].questions[1].options.push({ value: "dog", label: "Another" }),
  ],
  [
    "questions blocks option-label-twice /form/pages/source/questions/noiseKinds/options/two",
    ({ form }) => form.pages[0].questions[1].options.push({ value: "two", label: "a dog " }),
  ],
  [
    "questions blocks question-unknown /form/conditions/is-pub",
    ({ form }) => Object.assign(form.conditions[0], { when: { "==": [{ var: "gone" }, 1] } }),
  ],
  [
    "questions blocks reference-unknown /form/conditions/is-pub",
    ({ form }) => Object.assign(form.conditions[0], { when: { condition: "gone" } }),
  ],
  [
    "questions blocks condition-unknown /form/pages/song",
    ({ form }) => Object.assign(form.pages[2], { when: "gone" }),
  ],
  [
    "questions blocks unreachable-page /form/pages/pub",
    ({ form }) => Object.assign(form.conditions[0], { when: false }),
  ],
  [
    "questions blocks unreachable-question /form/pages/you/questions/email",
    ({ form }) => {
      form.conditions.push({ id: "never", name: "Never", when: false });
      form.pages[3].questions[1].when = "never";
    },
  ],
  [
    "questions blocks question-gone /contact/name",
    (service) => Object.assign(service.contact, { name: "gone" }),
  ],
  [
    "questions blocks link-not-https /form/pages/you/questions/email/hint",
    ({ form }) =>
      Object.assign(form.pages[3].questions[1], { hint: "See [our page](http://example.org/)." }),
  ],
  [
    "messages blocks link-not-https /messages/started/text",
    ({ messages }) => Object.assign(messages.started, { text: "[Here](javascript:alert)" }),
  ],
  [
    "questions advice no-error-text /form/pages/you/questions/fullName/errors",
    ({ form }) => delete form.pages[3].questions[0].errors,
  ],
  [
    "questions advice hard-to-read /form/pages/you/questions/email/hint",
    ({ form }) =>
      Object.assign(form.pages[3].questions[1], {
        hint: "Notwithstanding the aforementioned considerations, correspondence regarding environmental investigations necessitates verifiable electronic communication addresses, the particulars of which are administered confidentially.",
      }),
  ],
  [
    "questions advice condition-unused /form/conditions/spare",
    ({ form }) => form.conditions.push({ id: "spare", name: "Spare", when: true }),
  ],
  [
    "destinations blocks mapping-unworkable /mappings/case/rows/kinds",
    ({ mappings }) => Object.assign(mappings[0].rows[1], { from: { answer: "gone" } }),
  ],
  ["destinations blocks connector-gone /mappings/case/connector", () => {}, { connectors: [] }],
  [
    "destinations advice mapping-not-sent /mappings/case",
    (service) => Object.assign(service, { steps: [{ id: "do", kind: "task", title: "Do it" }] }),
  ],
  [
    "process blocks mapping-gone /steps/send/mapping",
    ({ steps }) => Object.assign(steps[0], { mapping: "gone" }),
  ],
  ["process blocks name-twice /stages/#4/id", ({ stages }) => stages.push(stages[0])],
  [
    "process blocks status-not-covered /statuses",
    () => {},
    { seen: [{ connector: "office", service: "noise", external: "NEW" }] },
  ],
  [
    "process blocks status-unworkable /statuses/#0/stage",
    (service) => Object.assign(service, { statuses: [{ external: "X", stage: "gone" }] }),
  ],
  [
    "process blocks payment-unworkable /steps/pay/connector",
    ({ steps }) => {
      const pay = { id: "pay", kind: "payment", connector: "gone", title: "Fee", amount: 100 };
      steps.unshift(pay);
    },
  ],
  [
    "messages blocks placeholder-unknown /messages/started/text",
    ({ messages }) => Object.assign(messages.started, { text: "Dear ((nobody))" }),
  ],
  ["look blocks brand-gone /brand", (service) => Object.assign(service, { brand: "gone" })],
  [
    "look blocks poor-contrast /brand",
    (service) => Object.assign(service, { brand: "council" }),
    {
      colours: new Map([["council", { brand: "#ffee00", link: "#000000", linkHover: "#000000" }]]),
    },
  ],
  [
    "look blocks welsh-unworkable /welsh/nowhere",
    (service) => Object.assign(service, { welsh: { nowhere: { of: "A", text: "B" } } }),
  ],
  [
    "look advice welsh-stale /welsh/summary",
    (service) => {
      const title = { of: service.title, text: "T" };
      service.welsh = { title, summary: { of: "Old", text: "H" } };
    },
  ],
  [
    "scenarios advice no-scenario /scenarios",
    (service) => Object.assign(service, { scenarios: [] }),
  ],
  [
    "scenarios blocks scenario-failed /scenarios/a-pub",
    () => {},
    { scenarios: [{ name: "A pub", isGreen: false }] },
  ],
  [
    "scenarios blocks scenario-outdated /scenarios/a-pub/expects",
    ({ scenarios }) => Object.assign(scenarios[0].expects, { stages: ["received", "gone"] }),
  ],
  [
    "destinations advice target-gone /mappings/case/target",
    ({ mappings }) => Object.assign(mappings[0], { target: "gone" }),
    { targetOf: () => undefined },
  ],
  [
    "privacy advice no-purpose /form/pages/you/questions/email/purpose",
    ({ form }) => delete form.pages[3].questions[1].purpose,
  ],
  [
    "privacy advice detail-unused /form/pages/you/questions/email",
    (service) => delete service.contact.email,
  ],
];

describe("findingsOf", () => {
  it("finds nothing in a service that is right", () => expect(found(() => {})).toEqual([]));

  it.each(broken.map((row) => [row[0], row] as const))(
    "finds “%s”",
    (finding, [, change, more]) => {
      const findings = found(change, more);
      expect(findings.map(brief)).toContain(finding);
      for (const { sentence } of findings) expect(sentence).toMatch(/^\P{Ll}.*\.$/su);
    },
  );

  it("says of all questions at once that none has a purpose", () => {
    const findings = found(({ form }) => {
      for (const page of form.pages) for (const question of page.questions) delete question.purpose;
    });
    expect(findings.map(brief)).toEqual(["privacy advice no-purpose /form/pages"]);
  });

  it("finds what a receiver requires and no row fills", () => {
    const field = (target: string, more: Partial<TargetField> = {}): TargetField => {
      return { target, title: target, type: "text", required: true, repeats: false, ...more };
    };
    const shape = [
      field("source"),
      field("reference"),
      field("kinds", { required: false }),
      field("pub", { required: false }),
      field("caller", { type: "group", required: false }),
      field("caller/phone"),
      field("site", { type: "group" }),
      field("site/street"),
    ];
    const change: Change = ({ mappings }) => Object.assign(mappings[0], { target: "office" });
    const findings = found(change, { targetOf: () => shape });
    expect(findings.map(brief)).toEqual([
      "destinations blocks target-not-mapped /mappings/case/rows",
      "destinations blocks target-not-mapped /mappings/case/rows",
      "destinations advice target-unknown /mappings/case/rows/name",
    ]);
    expect(findings[0]?.sentence).toBe(
      "“reference” is required, and nothing is written to it. Say where it comes from.",
    );
  });

  it("lets details be asked that a person reads", () => {
    const change: Change = (service) => {
      delete service.contact.email;
      service.steps.push({ id: "read", kind: "task", title: "Read it" });
    };
    expect(found(change)).toEqual([]);
  });

  it("stands in the order of the sections, what blocks before advice", () => {
    const findings = found((service) => {
      service.retention = undefined;
      service.summary = undefined;
      service.form.conditions.push({ id: "spare", name: "Spare", when: true });
      service.form.pages[0].when = "gone";
    });
    const order = findings.map(({ section, advice }) => `${section} ${advice}`);
    expect([...new Set(order)]).toEqual([
      "questions false",
      "questions true",
      "look false",
      "privacy false",
    ]);
  });
});

describe("fillIn", () => {
  it("leaves a whole service as it is", () => {
    const draft = noiseDraft();
    expect(fillIn(draft)).toEqual(draft);
  });
});
