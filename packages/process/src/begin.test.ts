import { begin } from "./begin.ts";

const received = { id: "received", title: "Received" };
const closed = { id: "closed", title: "Closed" };
const deliver = { id: "to-alloy", kind: "deliver", mapping: "alloy" } as const;
const visit = { id: "visit", kind: "task", title: "Visit" } as const;

describe("begin", () => {
  it("stands at the first stage and sets off every step", () => {
    const definition = { id: "noise", stages: [received, closed], steps: [visit, deliver] };
    expect(begin(definition)).toEqual({ stage: received, deliveries: [deliver], tasks: [visit] });
  });

  it("refuses a service without a stage", () => {
    expect(() => begin({ id: "noise", stages: [], steps: [] })).toThrow("noise");
  });
});
