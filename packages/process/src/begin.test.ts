import { begin, resume, type StepOf } from "./begin.ts";

const received = { id: "received", title: "Received" };
const closed = { id: "closed", title: "Closed" };
const deliver = { id: "to-alloy", kind: "deliver", mapping: "alloy" } as const;
const visit = { id: "visit", kind: "task", title: "Visit" } as const;
const pay = { id: "pay", kind: "payment", connector: "pay", title: "Visit", amount: 6500 } as const;
const last = { ...visit, id: "last" };
const nothing = () => 0;
const fixed = ({ amount }: StepOf<"payment">) => (typeof amount === "number" ? amount : 0);

describe("begin", () => {
  const steps = [visit, pay, deliver];

  it("stands at the first stage and sets off every step", () => {
    const definition = { id: "noise", stages: [received, closed], steps: [visit, deliver] };
    expect(begin(definition, nothing)).toEqual({
      stage: received,
      deliveries: [deliver],
      tasks: [visit],
      payment: undefined,
    });
  });

  it("lets what comes after a payment wait for it", () => {
    expect(begin({ id: "wasps", stages: [received], steps }, fixed)).toEqual({
      stage: received,
      deliveries: [],
      tasks: [visit],
      payment: { step: pay, amount: 6500 },
    });
  });

  it("passes over a payment that comes to nothing", () => {
    const begun = begin({ id: "wasps", stages: [received], steps }, nothing);
    expect(begun).toMatchObject({ deliveries: [deliver], tasks: [visit], payment: undefined });
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
      deliveries: [deliver],
      tasks: [],
      payment: { step: again, amount: 6500 },
    });
  });

  it("sets off the rest after the last", () => {
    const run = resume({ steps }, "again", fixed);
    expect(run).toEqual({ deliveries: [], tasks: [last], payment: undefined });
  });

  it("sets nothing off after a step that is not there", () => {
    const run = resume({ steps }, "gone", fixed);
    expect(run).toEqual({ deliveries: [], tasks: [], payment: undefined });
  });
});
