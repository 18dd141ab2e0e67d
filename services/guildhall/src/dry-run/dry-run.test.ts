import { asPlatform, dryRun, getServiceVersion } from "@guildhall/domain";
import { listOutbox } from "@guildhall/store";
import { exampleOf } from "../testing/fill-in.ts";
import { startTown, type Town } from "../testing/town.ts";

describe("a dry run", () => {
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
  const run = async (council: string, service: string, name = "most") => {
    const answers = exampleOf(council, service, name);
    const { dryRuns } = town.running.platform;
    return dryRun(await contextOf(council), service, { answers }, dryRuns);
  };
  const statesOf = ({ steps }: Awaited<ReturnType<typeof run>>) =>
    Object.fromEntries(steps.map(({ step, state }) => [step, state]));

  it.each([
    ["an Alloy that calls back", "cambridge-city", "noise-nuisance", "passed"],
    ["an Alloy that is polled", "south-cambridgeshire", "noise-nuisance", "passed"],
    ["a Uniform", "huntingdonshire", "housing-disrepair", "skipped"],
    ["the Valuation Office", "cambridge-city", "property-change", "skipped"],
  ])(
    "goes round the whole circle of %s",
    { timeout: 60_000 },
    async (_, council, service, note) => {
      const result = await run(council, service);
      expect(result).toMatchObject({
        outcome: "passed",
        verdict: "It went round the whole circle.",
      });
      expect(statesOf(result)).toMatchObject({
        form: "passed",
        document: "passed",
        delivery: "passed",
        note,
        status: "passed",
        completion: "passed",
      });
      expect(statesOf(result)["look-up"]).toBe(note === "passed" ? "passed" : undefined);
      expect(Object.values(result.theirReferences)[0]).toBeTruthy();
      expect(result.stages.length).toBeGreaterThan(2);
      expect(result.documents[0]?.text).not.toMatch(/eyJ/);
    },
  );

  it("shows what the citizen would have been written, and writes nothing in the tenant", {
    timeout: 60_000,
  }, async () => {
    const result = await run("cambridge-city", "smoke-bonfire");
    expect(result.outcome).toBe("passed");
    expect(result.messages[0]).toMatchObject({
      purpose: "started",
      text: expect.stringContaining(result.reference ?? "?"),
    });
    const { db } = await contextOf("cambridge-city");
    expect(await listOutbox(db, [result.process ?? ""])).toEqual([]);
    expect((await contextOf("cambridge-city-test")).tenant.sandboxOf).toBe("cambridge-city");
  });

  it("pays with the simulator's card where something is to be paid", {
    timeout: 60_000,
  }, async () => {
    const result = await run("cambridge-city", "rats-mice", "reduced-price");
    expect(result).toMatchObject({ outcome: "passed" });
    expect(statesOf(result)).toMatchObject({ payment: "passed", delivery: "passed" });
    expect(result.messages.map(({ purpose }) => purpose)).toContain("paid");
  });

  it("says which question is at fault where the form does not take the answers", async () => {
    const { dryRuns } = town.running.platform;
    const ctx = await contextOf("cambridge-city");
    const result = await dryRun(ctx, "noise-nuisance", { answers: {} }, dryRuns);
    expect(result).toMatchObject({ outcome: "failed", steps: [{ step: "form", state: "failed" }] });
    expect(result.steps[0]?.faults?.[0]).toMatch(/^“.+”: .+/);
    expect(result.process).toBeUndefined();
  });

  it("tries a definition that is not published, with answers that it makes up, and publishes nothing", {
    timeout: 60_000,
  }, async () => {
    const ctx = await contextOf("cambridge-city");
    const live = await getServiceVersion(ctx, "smoke-bonfire");
    const { id: _, ...definition } = live.definition;
    const changed = { ...definition, title: "Report smoke and fire" };
    const { dryRuns } = town.running.platform;
    const result = await dryRun(ctx, "smoke-bonfire", { definition: changed }, dryRuns);
    expect(result).toMatchObject({ outcome: "passed" });
    expect((await getServiceVersion(ctx, "smoke-bonfire")).version).toBe(live.version);
    const sandbox = await getServiceVersion(
      await contextOf("cambridge-city-test"),
      "smoke-bonfire",
    );
    expect(sandbox.definition.title).toBe(definition.title);
  });

  it("says what the back office has against a document", { timeout: 60_000 }, async () => {
    const ctx = await contextOf("cambridge-city");
    const { id: _, ...live } = (await getServiceVersion(ctx, "noise-nuisance")).definition;
    const definition = JSON.parse(JSON.stringify(live).replaceAll('"Noise: ', '"No such: '));
    const answers = exampleOf("cambridge-city", "noise-nuisance", "most");
    const { dryRuns } = town.running.platform;
    const result = await dryRun(ctx, "noise-nuisance", { definition, answers }, dryRuns);
    expect(result.outcome).toBe("failed");
    expect(result.verdict).toMatch(/^It did not get to environmental health: .+\(link-not-found\)/);
  });

  it("says what it waits for when the back office does not answer", {
    timeout: 60_000,
  }, async () => {
    const { tenant } = await contextOf("huntingdonshire");
    const faults = `${town.simulators}/alloy/${tenant.id}/faults`;
    await fetch(faults, {
      method: "PUT",
      body: JSON.stringify({ status503: { times: 1000, retryAfterS: 1 } }),
    });
    const quick = { ...town.running.platform.dryRuns, patienceMs: 2000 };
    const answers = exampleOf(tenant.id, "noise-nuisance", "least");
    const result = await dryRun(await contextOf(tenant.id), "noise-nuisance", { answers }, quick);
    await fetch(faults, { method: "PUT", body: "{}" });
    expect(result.outcome).toBe("waiting");
    expect(result.steps.at(-1)).toMatchObject({ step: "messages" });
    expect(result.verdict).toMatch(
      /had not taken it when time was up\. The last try came to this:/,
    );
  });
});
