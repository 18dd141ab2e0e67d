import type { DryRun, ServiceDefinition, Step } from "@guildhall/contract";
import { findOutbox, findProcess, listOutbox, settleAttempt, transact } from "@guildhall/store";
import { takeInNotes } from "../back-office/take-in-notes.ts";
import { takeInStatus } from "../back-office/take-in-status.ts";
import { change, type Unit } from "../change.ts";
import { asPlatform, type Context } from "../context.ts";
import { talkedOf } from "../process/talked-of.ts";
import { deliver, email, look, wait } from "../process/test-steps.ts";
import { createSandboxes } from "../sandbox/sandboxes.ts";
import type { TalkedOf } from "../telling.ts";
import { noise, sampleAnswers } from "../testing/exampleshire.ts";
import { testMending } from "../testing/mending.ts";
import { createWorld, type World } from "../testing/world.ts";
import type { DryRunDesk } from "./desk.ts";
import { dryRun } from "./run.ts";

const second: Step = { ...deliver, id: "tell-again" };
const days = { ...wait, until: "days" } as const;
const stages = [...noise.stages, { id: "never", title: "Never reached" }];
const untilVisit = { ...wait, until: "stage", stage: "visit" } as const;

describe("a dry run of a service with waits", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const stations = ({ steps }: DryRun) => steps.map(({ step }) => step);
  const waits = ({ steps }: DryRun) =>
    steps.filter(({ step }) => step === "wait").map(({ sentence }) => sentence);

  async function run(steps: readonly Step[], changed: Partial<ServiceDefinition> = {}) {
    const { id, ...definition } = { ...noise, ...changed, steps: [...steps] };
    const asked = { definition, answers: sampleAnswers };
    return dryRun(asPlatform(world.ground), id, asked, backOffice());
  }

  it("lets days pass after what was sent before them, and follows what is sent after them", async () => {
    const result = await run([deliver, days, second]);
    expect(result).toMatchObject({ outcome: "passed", ends: "accepted" });
    expect(stations(result)).toEqual([
      ...["form", "document", "delivery", "wait", "document", "delivery"],
      ...["note", "status", "completion", "messages"],
    ]);
    expect(waits(result)).toEqual([
      "It waits here for 5 working days. They were let pass, and the next steps began.",
    ]);
    expect(result.documents).toHaveLength(2);
  });

  it("has the officer complete what a wait is for, and follows and works what is sent then", async () => {
    const result = await run([deliver, wait, second]);
    expect(result).toMatchObject({ outcome: "passed", ends: "accepted" });
    const round = ["document", "delivery", "note", "status", "completion"];
    expect(stations(result)).toEqual(["form", ...round, ...round, "messages"]);
    const ends = result.steps.filter(({ step }) => step === "completion");
    expect(ends.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/“Finished”\. The steps that waited for that began\.$/),
      expect.stringMatching(/“Finished” \(completed\)\.$/),
    ]);
  });

  it("has the officer bring the stage that is waited for, and completes the case last", async () => {
    const result = await run([deliver, untilVisit, second, email]);
    expect(result.outcome).toBe("passed");
    expect(result.stages).toEqual([
      "Received",
      "A visit is arranged",
      "An officer is looking at it",
      "Finished",
    ]);
    const status = result.steps.find(({ step }) => step === "status");
    expect(status?.sentence).toMatch(
      /“A visit is arranged”\. The steps that waited for that began/,
    );
    expect(stations(result).filter((step) => step === "delivery")).toHaveLength(2);
    expect(stations(result).filter((step) => step === "completion")).toHaveLength(1);
    expect(result.messages.map(({ purpose }) => purpose)).toContain("step-message");
  });

  it("does what staff have to do before something is sent at all", async () => {
    const result = await run([look, wait, deliver]);
    expect(result.outcome).toBe("passed");
    expect(waits(result)).toEqual([
      "It waits here for your own staff: “Look into it” was marked as done, and the case went on.",
    ]);
    expect(stations(result).slice(0, 4)).toEqual(["form", "wait", "document", "delivery"]);
  });

  it("lets time pass where no status of the back office leads to the stage that is waited for", async () => {
    const result = await run([deliver, { ...untilVisit, stage: "never" }, second], { stages });
    expect(result.outcome).toBe("passed");
    expect(waits(result)).toEqual([
      "It waits here for the stage “Never reached”. Nobody came, so 5 working days were let pass, and the next steps began.",
    ]);
    expect(stations(result).filter((step) => step === "delivery")).toHaveLength(2);
  });

  it("says whom a service asks where nobody comes in time", async () => {
    const onFailure = { action: "task", team: "Noise team" } as const;
    const unreached = { ...untilVisit, stage: "never", onFailure } as const;
    const result = await run([deliver, unreached, second], { stages });
    expect(result.outcome).toBe("passed");
    expect(waits(result)).toEqual([
      "It waits here for the stage “Never reached”. Nobody came, so 5 working days were let pass. Then Noise team is asked: they said that it goes on, and the next steps began.",
    ]);
    expect(stations(result).filter((step) => step === "delivery")).toHaveLength(2);
  });

  it("sees a doubled note of each case, and takes the same stage after a wait for none", async () => {
    const { id, ...definition } = { ...noise, steps: [deliver, wait, second] };
    const misbehaviour = {
      set: async () => undefined,
      hasCome: async () => true,
      clear: async () => undefined,
    };
    const asked = { definition, answers: sampleAnswers, fault: "duplicate-callback" } as const;
    const result = await dryRun(asPlatform(world.ground), id, asked, {
      ...backOffice(),
      misbehaviourOf: () => misbehaviour,
    });
    expect(result.steps.findLast(({ step }) => step === "fault")?.sentence).toBe(
      "All that they told came twice. The citizen has it once.",
    );
  });

  /** A desk whose back office takes every case when it is waited for, and whose officer can be asked. */
  function backOffice(): DryRunDesk {
    const { store, groundFor } = world;
    const sandboxes = createSandboxes({
      isSimulated: () => true,
      store,
      groundFor,
      credentialFor: async () => ({}),
      onError: (error) => expect.fail(String(error)),
    });
    const { write } = testMending(world);
    let sent: { ctx: Context; process: string } | undefined;
    let count = 0;
    /** What the officer has done is read, as a poll would. */
    const read = async (work: (unit: Unit, process: TalkedOf, at: Date) => Promise<void>) => {
      if (!sent) return false;
      const { ctx, process } = sent;
      const row = await findProcess(ctx.db, process);
      const talked = row && (await talkedOf(ctx, row));
      if (talked) await change(ctx, (unit) => work(unit, talked, new Date(ctx.now())));
      return talked !== undefined;
    };
    const place = (record: string) => ({ connector: "back-office", record });
    const move = (record: string, status: string) =>
      read((unit, talked, at) => {
        const seen = { reference: record, record, changeKey: status, at, status };
        return takeInStatus(unit, talked, { ...place(record), seen });
      });
    const note = (record: string, text: string) =>
      read((unit, talked, at) => {
        const notes = [{ key: `note-of-${record}`, text, visibleToCitizen: true }];
        const seen = { reference: record, record, changeKey: "noted", at, notes };
        return takeInNotes(unit, talked, { ...place(record), seen });
      });
    return {
      sandboxFor: sandboxes.of,
      findSandbox: sandboxes.find,
      write: (ctx, loaded) => {
        sent = { ctx, process: loaded.process.id };
        return write(ctx, loaded);
      },
      lookUp: async () => undefined,
      writeMessage: ({ words }) => words,
      showMessage: () => expect.fail("No message is shown here"),
      officerOf: () => ({ note, move, end: move }),
      misbehaviourOf: () => undefined,
      pay: async () => undefined,
      keepSample: () => expect.fail("No form asks for a file here"),
      wait: async (ms) => {
        world.clock.move(ms);
        if (!sent) return;
        const { ctx, process } = sent;
        for (const { id } of await listOutbox(ctx.db, [process])) {
          const row = await findOutbox(ctx.db, id);
          if (row?.kind !== "delivery" || row.state !== "queued") continue;
          count += 1;
          const taken = { state: "accepted", nextAt: 0, reference: `CASE-${count}` } as const;
          await transact(ctx.db, (tx) => settleAttempt(tx, row, taken));
        }
      },
      patienceMs: 1000,
    };
  }
});
