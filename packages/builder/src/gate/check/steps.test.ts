import { ConnectorDefinition, type Step } from "@guildhall/contract";
import { noiseService } from "../noise-service.fixture.ts";
import type { Known } from "./known.ts";
import { stepFaults } from "./steps.ts";

const look: Step = { id: "look", kind: "task", title: "Look" };
const known: Known = {
  brands: [],
  connectors: [
    ConnectorDefinition.parse({
      id: "post",
      kind: "govuk-notify",
      name: "Post",
      address: "simulator:notify/x",
    }),
    ConnectorDefinition.parse({
      id: "pay",
      kind: "govuk-pay",
      name: "Pay",
      address: "simulator:pay/x",
    }),
  ],
  datasets: [],
  schemas: [],
};
const words = { subject: "Hello", text: "((reference))" };

/** What is said of the last of these steps, by its field. */
function said(...steps: Step[]): [field: string, sentence: string][] {
  return stepFaults({ ...noiseService, steps }, known).map(([path, sentence]) => [
    path.slice(2).join("."),
    sentence,
  ]);
}

const wait = { id: "wait", kind: "wait", workingDays: 3 } as const;

describe("the steps of a service", () => {
  it("have nothing wrong with them where each names what there is", () => {
    expect(
      said(
        { ...look, when: "is-pub" },
        { ...wait, until: "tasks" },
        { ...words, id: "say-so", kind: "message" },
      ),
    ).toEqual([]);
  });

  it.each<[string, Step, [string, string]]>([
    ["condition", { ...look, when: "gone" }, ["when", "The form has no condition “gone”."]],
    [
      "connector",
      { ...words, id: "a", kind: "letter", connector: "gone" },
      ["connector", "There is no connector “gone”."],
    ],
    [
      "connector that does something else",
      { ...words, id: "a", kind: "letter", connector: "pay" },
      ["connector", "“pay” cannot do this: its kind is “govuk-pay”, and “govuk-notify” is wanted."],
    ],
  ])("are told of a %s that is not there", (_, step, fault) => {
    expect(said(step)).toContainEqual(fault);
  });

  it.each<[string, Step, string]>([
    ["a stage is named", { ...wait, until: "stage" }, "Say “Which stage”."],
    ["the stage is there", { ...wait, until: "stage", stage: "gone" }, "There is no stage “gone”."],
    [
      "it is not the first",
      { ...wait, until: "stage", stage: "received" },
      "Every request stands at this stage from the start.",
    ],
    [
      "something was begun",
      { ...wait, until: "tasks" },
      "Nothing is begun before this that anybody could have done.",
    ],
  ])("wait only where %s", (_, step, sentence) => {
    expect(said(step, look).map(([, one]) => one)).toEqual([sentence]);
  });

  it("wait for nothing where nothing comes after", () => {
    const faults = said(look, { ...wait, until: "days" });
    expect(faults).toEqual([
      ["", "Nothing waits for this: the steps that begin later come after it."],
    ]);
  });

  it("write to nobody who gives no address, and say nothing that cannot be filled in", () => {
    const text = "((nobody))";
    expect(said({ ...words, id: "a", kind: "letter", connector: "post", text })).toEqual([
      ["", "No question gives the person’s address: say which one does."],
      ["text", expect.stringContaining("“((nobody))” cannot be filled in.")],
    ]);
    const { email: _, ...contact } = noiseService.contact;
    const step: Step = { ...words, id: "a", kind: "message" };
    const service = { ...noiseService, contact, steps: [step] };
    expect(stepFaults(service, known)).toEqual([
      [["steps", 0], "No question gives the person’s email address: say which one does."],
    ]);
  });
});
