import { Id, Reference } from "@guildhall/contract";
import { findProcessesBy, findProcessWithAnswers, listTasks } from "@guildhall/store";
import { attachFile } from "../draft/attach.ts";
import { beginDraft } from "../draft/begin.ts";
import { createIds } from "../ids.ts";
import { createWorld, noise, sampleAnswers, type World } from "../testing.ts";
import { startProcess } from "./start.ts";

describe("startProcess", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const submit = (answers: Record<string, unknown>, ctx = world.ctx) =>
    startProcess(ctx, { service: "noise", answers });

  it("gives an id, a reference with the council's letters, and the key of the tracking link", async () => {
    const started = await world.start();
    expect(Id.safeParse(started.id).success).toBe(true);
    expect(Reference.safeParse(started.reference).success).toBe(true);
    expect(started).toMatchObject({
      reference: expect.stringMatching(/^EXM-/),
      status: "open",
      receivedAt: "2025-05-22T09:00:00.000Z",
      trackingKey: expect.stringMatching(/^[0-9a-z]{26}$/),
    });
  });

  it("keeps the answers, the version they were given to, and the first stage", async () => {
    const { id } = await world.start();
    expect(await findProcessWithAnswers(world.ctx.db, id)).toMatchObject({
      service: "noise",
      version: 1,
      stage: "received",
      status: "open",
      answers: sampleAnswers,
    });
  });

  it("promises an answer by the working day of the service's target, past weekend and bank holiday", async () => {
    const { id } = await world.start();
    const row = await findProcessWithAnswers(world.ctx.db, id);
    expect(new Date(row?.respondBy ?? 0).toISOString()).toBe("2025-05-28T09:00:00.000Z");
  });

  it("opens the service's tasks, each due by its working day", async () => {
    const { id } = await world.start();
    expect(await listTasks(world.ctx.db, id)).toMatchObject([
      {
        step: "look",
        title: "Look into it",
        team: "Noise team",
        state: "open",
        dueAt: Date.UTC(2025, 4, 23, 9),
      },
    ]);
  });

  it("can be found by the citizen's e-mail address, however it is written", async () => {
    const { id } = await world.start();
    const found = await findProcessesBy(world.ctx.db, "email", "ADA@example.com");
    expect(found.map((row) => row.id)).toEqual([id]);
  });

  it("tells of itself, and owes a delivery to the back office and a message to the citizen", async () => {
    const { id } = await world.start();
    expect(await world.told(id)).toEqual(["process.started"]);
    expect(await world.owed(id)).toMatchObject([
      { kind: "delivery", purpose: "case", destination: "back-office" },
      { kind: "message", purpose: "started", destination: "email" },
    ]);
  });

  it("owes no message to a citizen who gave no e-mail address", async () => {
    const { id } = await world.start({ email: undefined });
    expect((await world.owed(id)).map(({ kind }) => kind)).toEqual(["delivery"]);
  });

  it("hands over what it owes, claimed already, only once it is stored", async () => {
    const { id } = await world.start();
    const owed = await world.owed(id);
    expect(world.handover.given).toEqual(
      owed.map(({ id: row, kind, lane }) => ({
        tenant: "exampleshire",
        id: row,
        generation: 1,
        kind,
        lane,
      })),
    );
    expect(owed.map(({ state }) => state)).toEqual(["queued", "queued"]);
  });

  it("leaves what it owes to be claimed when the council has enough under way", async () => {
    world.handover.full = true;
    const { id } = await world.start();
    expect(world.handover).toMatchObject({ given: [], woken: ["exampleshire"] });
    expect((await world.owed(id)).map(({ state, generation }) => [state, generation])).toEqual([
      ["pending", 0],
      ["pending", 0],
    ]);
  });

  it("draws another reference when chance gives one that is taken", async () => {
    const drawn = ["EXM-2222-2222", "EXM-2222-2222", "EXM-3333-3333"];
    await using lucky = await createWorld({
      ids: (clock) => ({ ...createIds(clock.now), reference: () => drawn.shift() ?? "" }),
    });
    const [first, second] = [await lucky.start(), await lucky.start()];
    expect([first.reference, second.reference]).toEqual(["EXM-2222-2222", "EXM-3333-3333"]);
  });

  it("points at every answer that is not right, and stores nothing", async () => {
    const wrong = { ...sampleAnswers, noiseSource: "moon", nights: [{ date: "2025-06-01" }] };
    await expect(submit(wrong)).rejects.toMatchObject({
      code: "answers-invalid",
      faults: [
        { pointer: "/answers/noiseSource", code: expect.any(String) },
        { pointer: "/answers/nights/0/date", code: expect.any(String) },
      ],
    });
    expect(world.handover.given).toEqual([]);
  });

  it("asks for an answer that a condition makes necessary, and drops one that it does not", async () => {
    await expect(submit({ ...sampleAnswers, noiseSource: "pub" })).rejects.toMatchObject({
      faults: [{ pointer: "/answers/pubName", code: "required" }],
    });
    const { id } = await world.start({ pubName: "The Bell" });
    const row = await findProcessWithAnswers(world.ctx.db, id);
    expect(row?.answers).not.toHaveProperty("pubName");
  });

  it("refuses an actor without the scope", async () => {
    const reader = world.as({ scopes: ["processes:read"] });
    await expect(submit(sampleAnswers, reader)).rejects.toMatchObject({ code: "scope-missing" });
  });

  it("does not know a service that is not published", async () => {
    const input = { service: "fly-tipping", answers: {} };
    await expect(startProcess(world.ctx, input)).rejects.toMatchObject({ code: "not-found" });
  });

  it("takes answers to the version they were given to, though another is live", async () => {
    await world.publish({ title: "Noise" });
    const { id } = await startProcess(world.ctx, {
      service: "noise",
      version: 1,
      answers: sampleAnswers,
    });
    expect(await findProcessWithAnswers(world.ctx.db, id)).toMatchObject({ version: 1 });
    const latest = await world.start();
    expect(await findProcessWithAnswers(world.ctx.db, latest.id)).toMatchObject({ version: 2 });
  });

  it("does not know a version that never was", async () => {
    const input = { service: "noise", version: 7, answers: sampleAnswers };
    await expect(startProcess(world.ctx, input)).rejects.toMatchObject({ code: "not-found" });
  });

  describe("with a draft's token", () => {
    const file = {
      name: "night.mp3",
      key: "k",
      contentType: "audio/mpeg",
      bytes: 3,
      sha256: "aa",
      storage: "s/1",
      question: "evidence",
    };

    async function draft() {
      const { id, token = "" } = await beginDraft(world.ctx, { service: "noise" });
      const ctx = await world.bearing(token);
      if (!ctx) throw new Error("the draft's own token is no good");
      return { id, ctx };
    }

    it("ends the draft, keeps its version, and gives a token that opens the process", async () => {
      const { ctx } = await draft();
      await world.publish({ title: "Noise" });
      const { id, token = "" } = await submit(sampleAnswers, ctx);
      expect(await findProcessWithAnswers(world.ctx.db, id)).toMatchObject({ version: 1 });
      expect(await world.bearing(token)).toMatchObject({
        actor: { kind: "citizen" },
        only: { process: id },
      });
    });

    it("gives no token to anyone else", async () => {
      expect(await world.start()).not.toHaveProperty("token");
    });

    it("refuses the second submission of a draft", async () => {
      const { ctx } = await draft();
      await submit(sampleAnswers, ctx);
      await expect(submit(sampleAnswers, ctx)).rejects.toMatchObject({
        code: "invalid-transition",
      });
    });

    it("starts one process when a draft is submitted twice at once", async () => {
      const { ctx } = await draft();
      const both = await Promise.allSettled([
        submit(sampleAnswers, ctx),
        submit(sampleAnswers, ctx),
      ]);
      expect(both).toMatchObject([
        { status: "fulfilled" },
        { status: "rejected", reason: { code: "invalid-transition" } },
      ]);
      expect(world.handover.given.filter(({ kind }) => kind === "delivery")).toHaveLength(1);
    });

    it("does not know another service than the draft's", async () => {
      const { ctx } = await draft();
      const input = { service: "rubbish", answers: sampleAnswers };
      await expect(startProcess(ctx, input)).rejects.toMatchObject({ code: "not-found" });
    });

    it("takes the draft's files over", async () => {
      const { id: draftId, ctx } = await draft();
      const { id: document } = (await attachFile(ctx, draftId, file)).document;
      const { id } = await submit({ ...sampleAnswers, evidence: [document] }, ctx);
      const row = await findProcessWithAnswers(world.ctx.db, id);
      expect(row?.answers.evidence).toEqual([document]);
    });

    it("refuses files of another draft, and of none", async () => {
      const other = await draft();
      const { id: document } = (await attachFile(other.ctx, other.id, file)).document;
      const answers = { ...sampleAnswers, evidence: [document] };
      const refusal = {
        code: "answers-invalid",
        faults: [{ pointer: "/answers/evidence", code: "invalid" }],
      };
      await expect(submit(answers, (await draft()).ctx)).rejects.toMatchObject(refusal);
      await expect(submit(answers)).rejects.toMatchObject(refusal);
    });
  });

  it("owes nothing where the service has no steps and no words", async () => {
    await world.publish({ steps: [], messages: {}, mappings: noise.mappings });
    const { id } = await world.start();
    expect(await world.owed(id)).toEqual([]);
    expect(await listTasks(world.ctx.db, id)).toEqual([]);
  });
});
