import { ServiceDefinition } from "@guildhall/contract";
import { findOutbox, findProcess, settleAttempt, transact } from "@guildhall/store";
import { asPlatform, type Context } from "../context.ts";
import { createSandboxes } from "../sandbox/sandboxes.ts";
import { noise, sampleAnswers } from "../testing/exampleshire.ts";
import { testMending } from "../testing/mending.ts";
import { createWorld, type World } from "../testing/world.ts";
import type { DryRunDesk, LookedUp } from "./desk.ts";
import { getDryRun, getScenarioRun } from "./get.ts";
import { beginDryRun, dryRun } from "./run.ts";
import { beginScenarioRun } from "./run-scenarios.ts";

describe("dryRun", () => {
  let world: World;
  let desk: DryRunDesk;
  beforeEach(async () => {
    world = await createWorld();
    const { store, groundFor } = world;
    const sandboxes = createSandboxes({
      isSimulated: () => true,
      store,
      groundFor,
      credentialFor: async () => ({}),
      onError: (error) => expect.fail(String(error)),
    });
    desk = {
      sandboxFor: sandboxes.of,
      findSandbox: sandboxes.find,
      write: testMending(world).write,
      lookUp: async () => undefined,
      writeMessage: ({ words }) => words,
      showMessage: () => expect.fail("No message is shown here"),
      officerOf: () => undefined,
      misbehaviourOf: () => undefined,
      pay: async () => undefined,
      keepSample: () => expect.fail("No form asks for a file here"),
      wait: async (ms) => world.clock.move(ms),
      patienceMs: 1000,
    };
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ctx = () => asPlatform(world.ground);
  const run = (changed: Partial<DryRunDesk> = {}) =>
    dryRun(ctx(), noise.id, { answers: sampleAnswers }, { ...desk, ...changed });

  it("says what it still waits for when time is up, and touches nothing of the tenant's", async () => {
    const result = await run();
    expect(result).toMatchObject({ outcome: "waiting", answers: sampleAnswers });
    expect(result.verdict).toMatch(/had not taken it when time was up/);
    expect(result.steps.map(({ step, state }) => [step, state])).toEqual([
      ["form", "passed"],
      ["document", "passed"],
      ["delivery", "waiting"],
      ["messages", "passed"],
    ]);
    expect(await findProcess(world.ctx.db, result.process ?? "")).toBeUndefined();
  });

  describe("of a back office that has a look-up", () => {
    const code = { code: "answered-404" } as const;
    const nothing = { reference: undefined };
    const theirs = { reference: "CASE-1" };
    const isNobodys = (reference: string) => reference === "ZZZ-0000-0000";

    it.each<[string, (reference: string) => LookedUp, "passed" | "failed", RegExp]>([
      [
        "passes",
        (one) => (isNobodys(one) ? nothing : theirs),
        "passed",
        /finds it by our reference/,
      ],
      ["fails at a wrong address", () => code, "failed", /could not be asked .*\(answered-404\)/],
      [
        "fails where anything is found",
        () => theirs,
        "failed",
        /under a reference that no case has/,
      ],
      [
        "fails where nothing is found",
        () => nothing,
        "failed",
        /finds nothing under our reference/,
      ],
      [
        "fails where another case is found",
        (one) => (isNobodys(one) ? nothing : { reference: "CASE-2" }),
        "failed",
        /finds CASE-2 under our reference/,
      ],
    ])("%s", async (_, look, state, sentence) => {
      const result = await run(taking(async (_sandbox, _connector, ours) => look(ours)));
      const step = result.steps.find((one) => one.step === "look-up");
      expect(step).toMatchObject({ state, sentence: expect.stringMatching(sentence) });
    });

    it("fails at a wrong address of the tenant's own, though the simulator's is right", async () => {
      const result = await run(
        taking(async ({ tenant }, _connector, ours) => {
          if (tenant.sandboxOf === undefined) return code;
          return isNobodys(ours) ? nothing : theirs;
        }),
      );
      expect(result.steps.find(({ step }) => step === "look-up")).toMatchObject({
        state: "failed",
      });
    });

    it("says nothing of it where it has none", async () => {
      const { steps } = await run(taking(async () => undefined));
      expect(steps.map(({ step }) => step)).not.toContain("look-up");
    });
  });

  /** A desk whose back office takes the case at the first wait. */
  function taking(lookUp: DryRunDesk["lookUp"]): Partial<DryRunDesk> {
    let sent: { ctx: Context; id: string } | undefined;
    return {
      lookUp,
      write: (ctx, loaded) => {
        sent = { ctx, id: loaded.row.id };
        return desk.write(ctx, loaded);
      },
      wait: async (ms) => {
        world.clock.move(ms);
        const row = sent && (await findOutbox(sent.ctx.db, sent.id));
        if (!sent || row?.state !== "queued") return;
        const taken = { state: "accepted", nextAt: 0, reference: "CASE-1" } as const;
        await transact(sent.ctx.db, (tx) => settleAttempt(tx, row, taken));
      },
    };
  }

  it("shows the document without what opens the process", async () => {
    const { documents } = await run();
    expect(documents).toMatchObject([{ connector: "back-office", format: "json" }]);
    expect(documents[0]?.text).not.toContain("eyJ");
  });

  it("says which rows are at fault where a document cannot be written, or its receiver's schema has it otherwise", async () => {
    const faults = [{ target: "pub", sentence: "there is no value." }];
    const failed = await run({ write: async () => ({ code: "mapping-failed", faults }) });
    expect(failed.outcome).toBe("failed");
    expect(failed.steps).toMatchObject([
      { step: "form" },
      { step: "document", state: "failed", faults: ["“pub”: there is no value."] },
      { step: "messages" },
    ]);
    const invalid = await run({ write: async () => ({ code: "document-invalid", faults }) });
    expect(invalid.steps).toMatchObject([
      { step: "form" },
      { step: "document", state: "passed" },
      { step: "schema", state: "failed" },
      { step: "messages" },
    ]);
  });

  it("refuses a definition that cannot work, as publishing would", async () => {
    const { id: _, ...definition } = noise;
    const broken = { ...definition, location: "nowhere" };
    await expect(dryRun(ctx(), noise.id, { definition: broken }, desk)).rejects.toMatchObject({
      code: "request-invalid",
    });
  });

  it("fails where something is to go wrong and nothing can, or does not", async () => {
    const asked = { answers: sampleAnswers, fault: "slow" } as const;
    const nowhere = await dryRun(ctx(), noise.id, asked, desk);
    expect(nowhere.steps.at(1)).toMatchObject({
      step: "fault",
      state: "failed",
      sentence: "This goes to no back office of which there is a simulator that could fail.",
    });
    const calls: string[] = [];
    const misbehaviour = {
      set: async (reference: string) => void calls.push(`set ${reference}`),
      hasCome: async () => false,
      clear: async (reference: string) => void calls.push(`clear ${reference}`),
    };
    const changed = {
      ...desk,
      ...taking(async () => undefined),
      misbehaviourOf: () => misbehaviour,
    };
    const never = await dryRun(ctx(), noise.id, asked, changed);
    expect(never).toMatchObject({ outcome: "failed", verdict: expect.stringMatching(/did not/) });
    expect(calls).toEqual([`set ${never.reference}`, `clear ${never.reference}`]);
  });

  describe("where a simulator cannot be told to misbehave", () => {
    const calls: string[] = [];
    const broken = () => ({
      ...desk,
      misbehaviourOf: () => ({
        set: () => Promise.reject(new Error("The simulator is away.")),
        hasCome: async () => false,
        clear: async () => void calls.push("clear"),
      }),
    });
    const answers = sampleAnswers;

    it("takes back what was set, and the record says that it broke off", async () => {
      const begun = await beginDryRun(ctx(), noise.id, { answers, fault: "slow" }, broken());
      await expect(begun.done).rejects.toThrow("The simulator is away.");
      expect(calls).toEqual(["clear"]);
      const which = { service: noise.id, id: begun.first.id };
      expect(await getDryRun(ctx(), which, desk)).toMatchObject({
        outcome: "failed",
        verdict: expect.stringContaining("could not go on"),
      });
    });

    it("fails the scenario, and ends the others and the run", async () => {
      const { id: _, ...definition } = noise;
      const expects = { ends: "accepted" as const };
      const scenarios = ["one", "two"].map((id) => ({ id, name: id, answers, expects }));
      const faulty = { id: "slow", name: "slow", answers, expects, fault: "slow" as const };
      const given = ServiceDefinition.parse({ ...noise, scenarios: [...scenarios, faulty] });
      const asked = { definition: { ...definition, scenarios: given.scenarios } };
      const begun = await beginScenarioRun(ctx(), noise.id, asked, broken());
      const ended = await begun.done;
      expect(ended.results.map(({ scenario }) => scenario)).toEqual(["one", "two", "slow"]);
      expect(ended.results[2]).toMatchObject({
        outcome: "failed",
        verdict: "“slow” broke off: The platform could not go on with it. Begin it again.",
      });
      const which = { service: noise.id, id: begun.first.id };
      expect(await getScenarioRun(ctx(), which, desk)).toEqual(ended);
    });
  });

  it("refuses a scenario that the service has not", async () => {
    await expect(dryRun(ctx(), noise.id, { scenario: "no" }, desk)).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/scenario" }],
    });
  });

  it("refuses without the scope, and for a service or version that is not there", async () => {
    const nobody = { ...ctx(), scopes: new Set<never>() };
    await expect(dryRun(nobody, noise.id, {}, desk)).rejects.toMatchObject({
      code: "scope-missing",
    });
    await expect(dryRun(ctx(), "nowhere", {}, desk)).rejects.toMatchObject({ code: "not-found" });
    await expect(dryRun(ctx(), noise.id, { version: 99 }, desk)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
