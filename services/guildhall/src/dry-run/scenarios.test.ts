import type { NewServiceVersion, Scenario } from "@guildhall/contract";
import {
  asPlatform,
  beginDryRun,
  beginScenarioRun,
  beginServiceDraft,
  getDraftReadiness,
  getDryRun,
  getScenarioRun,
  getServiceVersion,
} from "@guildhall/domain";
import { councilNames } from "../testing/councils.ts";
import { startTown, type Town } from "../testing/town.ts";

const long = { timeout: 120_000 };
const service = "smoke-bonfire";

describe("a service's scenarios", () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown();
  }, 60_000);
  afterAll(() => town?.[Symbol.asyncDispose]());

  const contextOf = async (tenant: string) => {
    const ground = await town.running.platform.groundFor(tenant);
    if (!ground) throw new Error(`There is no ${tenant}`);
    return asPlatform(ground);
  };
  const desk = () => town.running.platform.dryRuns;
  async function changed(scenarios: readonly Scenario[]): Promise<NewServiceVersion> {
    const { definition } = await getServiceVersion(await contextOf("cambridge-city"), service);
    const { id: _, ...rest } = definition;
    return { ...rest, scenarios: [...scenarios] };
  }

  it.each(councilNames)("are green for %s, the recipe's and its own", long, async (council) => {
    const ctx = await contextOf(council);
    const { first, done } = await beginScenarioRun(ctx, service, {}, desk());
    expect(first).toMatchObject({ outcome: "running", total: 2, results: [] });
    const run = await done;
    expect(run.results.flatMap(({ differences }) => differences)).toEqual([]);
    expect(run).toMatchObject({
      outcome: "passed",
      verdict: "All 2 scenarios went as they have to.",
    });
    expect(await getScenarioRun(ctx, run, desk())).toEqual(run);
  });

  it(
    "say in sentences what is otherwise where one is red, and leave the others green",
    long,
    async () => {
      const live = await getServiceVersion(await contextOf("cambridge-city"), service);
      const [first] = live.definition.scenarios;
      if (!first) throw new Error("The recipe has scenarios");
      const wrong: Scenario = {
        ...first,
        id: "wrong",
        name: "A wrong one",
        expects: {
          ends: "held",
          stages: ["received"],
          messages: ["started"],
          documentHas: [{ target: "links/ehServiceRequestCategory", value: "Smoke: farm" }],
        },
      };
      const definition = await changed([first, wrong]);
      const ctx = await contextOf("cambridge-city");
      const run = await (await beginScenarioRun(ctx, service, { definition }, desk())).done;
      expect(run.results.map(({ outcome }) => outcome)).toEqual(["passed", "failed"]);
      expect(run.outcome).toBe("failed");
      expect(run.results[1]?.differences).toEqual([
        "It was to be held for a person to look at, and it was taken by the back office.",
        expect.stringMatching(/^The citizen was to read “.+”, and read “.+”, then “.+”/),
        expect.stringMatching(
          /^The citizen was to be written “started”, and was written “started”, then/,
        ),
        "The document was to have “Smoke: farm” at “links/ehServiceRequestCategory”, and there is “Smoke: bonfire”.",
      ]);
      expect(run.verdict).toMatch(
        /^1 of 2 scenarios went otherwise\. “A wrong one” went otherwise: It was/,
      );
    },
  );

  it("of the draft are run before it is published", long, async () => {
    const ctx = await contextOf("cambridge-city");
    const scenario: Scenario = {
      id: "refused",
      name: "A refusal waits for a person",
      fault: "refused",
      expects: { ends: "refused" },
    };
    const draft = await beginServiceDraft(ctx, { service, definition: await changed([scenario]) });
    const run = await (await beginScenarioRun(ctx, service, { draft: true }, desk())).done;
    expect(run).toMatchObject({ outcome: "passed", revision: draft.revision, total: 1 });
    const { sections } = await getDraftReadiness(ctx, service);
    const found = sections.find(({ section }) => section === "scenarios")?.findings;
    expect(found?.filter(({ code }) => code === "scenario-failed")).toEqual([]);
    const one = { draft: true, scenario: "refused" } as const;
    const tried = await (await beginDryRun(ctx, service, one, desk())).done;
    expect(tried).toMatchObject({ outcome: "passed", ends: "refused", fault: "refused" });
  });

  it("can be followed station by station while they go round", long, async () => {
    const ctx = await contextOf("cambridge-city");
    const asked = { scenario: "garden-bonfire" };
    const { first, done } = await beginDryRun(ctx, service, asked, desk());
    expect(first).toMatchObject({ outcome: "running", steps: [] });
    const seen: number[] = [];
    let isOver = false;
    const ended = done.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      const { steps, outcome } = await getDryRun(ctx, { service, id: first.id }, desk());
      if (outcome === "running") seen.push(steps.length);
      await new Promise(setImmediate);
    }
    const run = await ended;
    expect(run.outcome).toBe("passed");
    expect(seen.some((count) => count > 0 && count < run.steps.length)).toBe(true);
    expect(await getDryRun(ctx, { service, id: run.id }, desk())).toEqual(run);
  });
});
