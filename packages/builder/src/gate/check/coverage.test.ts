import { known, noiseService } from "../noise-service.fixture.ts";
import { coverageFaults } from "./coverage.ts";

describe("what the statuses of a back office mean", () => {
  const stages = noiseService.stages.filter(({ id }) => id !== "looking");
  const found = (statuses: typeof noiseService.statuses) =>
    coverageFaults({ ...noiseService, stages, statuses }, known);

  it("is not a stage that the service does not have", () => {
    expect(found([])).toEqual([
      [["statuses"], "Statuses of “office” lead to “looking”, which is no stage here."],
    ]);
  });

  it("is what the service itself says before the connector", () => {
    expect(found([{ external: "OPEN", stage: "visit" }])).toEqual([]);
  });
});
