import { noiseService } from "../noise-service.fixture.ts";
import { statusFaults } from "./statuses.ts";

const said = (...statuses: Parameters<typeof statusFaults>[0]["statuses"]) =>
  statusFaults({ statuses }, [noiseService]).map(
    ([path, sentence]) => `${path.join("/")}: ${sentence}`,
  );

describe("a status table", () => {
  it("may have transitions, silent rows and ends", () => {
    const ends = "completed" as const;
    const table = [
      { external: "A", stage: "looking" },
      { external: "A", after: "B", stage: "visit" },
      { external: "B" },
      { external: "C", stage: "done", ends },
    ];
    expect(said(...table)).toEqual([]);
  });

  it.each([
    [
      "a stage that a service does not have",
      [{ external: "A", stage: "nowhere" }],
      "statuses/0/stage: “noise” has no stage “nowhere”.",
    ],
    [
      "a status twice",
      [{ external: "A" }, { external: "A", stage: "done" }],
      "statuses/1/external: “A” is there twice.",
    ],
    [
      "a transition twice",
      [
        { external: "A", after: "B" },
        { external: "A", after: "B" },
      ],
      "statuses/1/external: “A” after “B” is there twice.",
    ],
    [
      "an end without a stage",
      [{ external: "A", ends: "closed" as const }],
      "statuses/0/ends: “A” ends the process, and has no stage to end at.",
    ],
    [
      "words without a stage",
      [{ external: "A", text: "Soon." }],
      "statuses/0/text: “A” has words, and no stage for them.",
    ],
  ])("must not have %s", (_, table, fault) => expect(said(...table)).toEqual([fault]));
});
