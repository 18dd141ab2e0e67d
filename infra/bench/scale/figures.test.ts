import { keeps } from "../lines.ts";
import { linesOfScale, type ScaleFigures } from "./figures.ts";

const good: ScaleFigures = {
  newTenantMs: 3000,
  manyFirstAcceptMs: 3000,
  manyIdleRssMb: 300,
  teamList: { p50Ms: 5, p99Ms: 50 },
  emailSearch: { p50Ms: 5, p99Ms: 30 },
};

const missed = (figures: ScaleFigures) =>
  linesOfScale(figures)
    .filter((line) => keeps(line) === false)
    .map(({ name }) => name.trim());

describe("limits of scale", () => {
  it("are kept by figures that reach them", () => {
    expect(missed(good)).toEqual([]);
  });

  it.each<[string, Partial<ScaleFigures>]>([
    ["a council taken on, with all recipes", { newTenantMs: 3001 }],
    ["400 councils of 800 services: start", { manyFirstAcceptMs: 3001 }],
    ["idle memory", { manyIdleRssMb: 301 }],
    ["a team's list among 1,000,000, p99", { teamList: { p50Ms: 5, p99Ms: 50.1 } }],
    ["search by email among them, p99", { emailSearch: { p50Ms: 5, p99Ms: 30.1 } }],
  ])("are missed above: %s", (name, changed) => {
    expect(missed({ ...good, ...changed })).toEqual([name]);
  });
});
