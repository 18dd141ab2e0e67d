import type { DryRun, DryRunFault } from "@guildhall/contract";
import { asPlatform, dryRun } from "@guildhall/domain";
import { listOutbox } from "@guildhall/store";
import { exampleOf } from "../testing/fill-in.ts";
import { startTown, type Town } from "../testing/town.ts";

const long = { timeout: 60_000 };

describe("a dry run in which something goes wrong on purpose", () => {
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
  const run = async (council: string, service: string, fault?: DryRunFault) => {
    const answers = exampleOf(council, service, "most");
    const asked = { answers, ...(fault ? { fault } : {}) };
    return dryRun(await contextOf(council), service, asked, town.running.platform.dryRuns);
  };
  const said = ({ steps }: DryRun, step = "fault") =>
    steps.filter((one) => one.step === step).map(({ state, sentence }) => `${state}: ${sentence}`);
  const faultsLeft = async (system: string, council: string, { reference }: DryRun) =>
    (await fetch(`${town.simulators}/${system}/${council}/faults/${reference}`)).status;

  it("says that a slow back office was waited for, and got it once", long, async () => {
    const result = await run("cambridge-city", "noise-nuisance", "slow");
    expect(result).toMatchObject({ outcome: "passed", ends: "accepted", fault: "slow" });
    expect(said(result)).toEqual([
      "passed: For this case alone, environmental health is told to answer slowly.",
      expect.stringMatching(/^passed: environmental health took 3(\.\d)? seconds to answer\./),
    ]);
    expect(await faultsLeft("alloy", "cambridge-city", result)).toBe(404);
  });

  it("says that what is refused waits for a person", long, async () => {
    const result = await run("huntingdonshire", "housing-disrepair", "refused");
    expect(result).toMatchObject({ outcome: "passed", ends: "refused", theirReferences: {} });
    expect(said(result, "delivery")[0]).toMatch(
      /^passed: .+ refused it, as it was told to: .+ person/,
    );
    const { db } = await contextOf("huntingdonshire-test");
    const owed = await listOutbox(db, [result.process ?? ""]);
    expect(owed.find(({ kind }) => kind === "delivery")).toMatchObject({ state: "refused" });
  });

  it.each([
    [
      "looked up, not doubled, where it can be asked",
      "cambridge-city",
      "noise-nuisance",
      "accepted",
    ],
    ["held for a person where it cannot", "huntingdonshire", "housing-disrepair", "held"],
  ])("says that a case whose answer was lost is %s", long, async (_, council, service, ends) => {
    const result = await run(council, service, "lost-reply");
    expect(result).toMatchObject({ outcome: "passed", ends });
    const sentences = [...said(result), ...said(result, "delivery")].join(" ");
    expect(sentences).toMatch(ends === "held" ? /no case is made twice/ : /there is one, not two/);
  });

  it.each([
    ["calls", "cambridge-city", "noise-nuisance"],
    ["is polled", "south-cambridgeshire", "noise-nuisance"],
    ["has no notes", "huntingdonshire", "housing-disrepair"],
    ["is the Valuation Office", "cambridge-city", "property-change"],
  ])("says that what one that %s tells twice is told once", long, async (_, council, service) => {
    const result = await run(council, service, "duplicate-callback");
    expect(result).toMatchObject({ outcome: "passed", ends: "accepted" });
    expect(said(result).at(-1)).toBe(
      "passed: All that they told came twice. The citizen has it once.",
    );
  });

  it.each([
    ["calls", "cambridge-city", "noise-nuisance"],
    ["is polled", "south-cambridgeshire", "noise-nuisance"],
    ["has codes", "huntingdonshire", "housing-disrepair"],
  ])(
    "says that an unknown status of one that %s is a task, and loses nothing",
    long,
    async (_, council, service) => {
      const result = await run(council, service, "unknown-status");
      expect(said(result).at(-1)).toMatch(
        /^passed: .+ the task “Say what “.+” of .+ means: nobody has”/,
      );
      expect(result).toMatchObject({ outcome: "passed", ends: "accepted" });
      expect(result.stages.length).toBeGreaterThan(2);
    },
  );

  it("says that nothing could be tried where a back office has no such thing", long, async () => {
    const result = await run("cambridge-city", "property-change", "unknown-status");
    expect(result.outcome).toBe("failed");
    expect(said(result).at(-1)).toMatch(/^failed: Officers of .+ can choose no status/);
  });

  it("leaves every other case alone at the same moment", long, async () => {
    const [refused, other] = await Promise.all([
      run("huntingdonshire", "housing-disrepair", "refused"),
      run("huntingdonshire", "housing-disrepair"),
    ]);
    expect(refused).toMatchObject({ outcome: "passed", ends: "refused" });
    expect(other).toMatchObject({ outcome: "passed", ends: "accepted" });
    expect(said(other)).toEqual([]);
  });
});
