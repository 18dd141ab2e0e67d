import { begin, resume, type StepFacts } from "./begin.ts";

const received = { id: "received", title: "Received" };
const closed = { id: "closed", title: "Closed" };
const deliver = { id: "to-alloy", kind: "deliver", mapping: "alloy" } as const;
const visit = { id: "visit", kind: "task", title: "Visit" } as const;
const pay = { id: "pay", kind: "payment", connector: "pay", title: "Visit", amount: 6500 } as const;
const wait = { id: "wait", kind: "wait", until: "days", workingDays: 3 } as const;
const email = { id: "email", kind: "message", subject: "Soon", text: "We come soon." } as const;
const letter = { ...email, id: "post", kind: "letter", connector: "notify" } as const;
const last = { ...visit, id: "last" };
const nothing: StepFacts = { amountOf: () => 0, holds: () => false };
const fixed: StepFacts = {
  amountOf: ({ amount }) => (typeof amount === "number" ? amount : 0),
  holds: () => false,
};
const none = { deliveries: [], tasks: [], words: [], payment: undefined, wait: undefined };

describe("begin", () => {
  const steps = [visit, pay, deliver];

  it("stands at the first stage and sets off every step", () => {
    const definition = {
      id: "noise",
      stages: [received, closed],
      steps: [visit, deliver, letter, email],
    };
    expect(begin(definition, nothing)).toEqual({
      ...none,
      stage: received,
      deliveries: [deliver],
      tasks: [visit],
      words: [letter, email],
    });
  });

  it("lets what comes after a payment wait for it", () => {
    expect(begin({ id: "wasps", stages: [received], steps }, fixed)).toEqual({
      ...none,
      stage: received,
      tasks: [visit],
      payment: { step: pay, amount: 6500 },
    });
  });

  it("passes over a payment that comes to nothing", () => {
    const begun = begin({ id: "wasps", stages: [received], steps }, nothing);
    expect(begun).toMatchObject({ deliveries: [deliver], tasks: [visit], payment: undefined });
  });

  it("lets what comes after a wait begin later", () => {
    const begun = begin({ id: "wasps", stages: [received], steps: [visit, wait, email] }, nothing);
    expect(begun).toEqual({ ...none, stage: received, tasks: [visit], wait });
  });

  it("passes over each step whose condition does not hold, also one that others would wait for", () => {
    const holds = (condition: string) => condition === "is-pub";
    const of = (when: string) => [
      { ...deliver, when },
      { ...visit, when },
      { ...pay, when },
      { ...wait, when },
      { ...email, when },
      { ...letter, when },
    ];
    const facts = { ...fixed, holds };
    const definition = { id: "wasps", stages: [received], steps: [...of("is-home"), last] };
    expect(begin(definition, facts)).toEqual({ ...none, stage: received, tasks: [last] });
    const held = { ...definition, steps: of("is-pub") };
    expect(begin(held, facts)).toMatchObject({
      deliveries: [{ id: "to-alloy" }],
      tasks: [{ id: "visit" }],
      payment: { amount: 6500 },
    });
  });

  it("refuses a service without a stage", () => {
    expect(() => begin({ id: "noise", stages: [], steps: [] }, nothing)).toThrow("noise");
  });
});

describe("resume", () => {
  const again = { ...pay, id: "again" };
  const steps = [visit, pay, deliver, again, last];

  it("sets off what is between one payment and the next", () => {
    const run = resume({ steps }, "pay", fixed);
    expect(run).toEqual({
      ...none,
      deliveries: [deliver],
      payment: { step: again, amount: 6500 },
    });
  });

  it("sets off the rest after the last", () => {
    const run = resume({ steps }, "again", fixed);
    expect(run).toEqual({ ...none, tasks: [last] });
  });

  it("sets off what is between a wait and the next", () => {
    const later = { ...wait, id: "later" };
    const run = resume({ steps: [wait, email, later, last] }, "wait", nothing);
    expect(run).toEqual({ ...none, words: [email], wait: later });
  });

  it("sets nothing off after a step that is not there", () => {
    expect(resume({ steps }, "gone", fixed)).toEqual(none);
  });
});
