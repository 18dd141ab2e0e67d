import { type Question, ServiceDefinition } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { startProcess } from "../process/start.ts";
import { withdrawService } from "../service/withdraw.ts";
import { createWorld, noise, sampleAnswers, someDraft, type World } from "../testing.ts";
import { moveDraft } from "./move.ts";
import { getDraft } from "./reach.ts";
import { saveDraft } from "./save.ts";

/** The noise service as it might come next: one question more, one less, one put otherwise. */
function changed(more: Partial<ServiceDefinition> = {}): Partial<ServiceDefinition> {
  const { form } = noise;
  const [first, second] = form.pages;
  if (!first || !second) throw new Error("The noise service has two pages");
  const why = { id: "why", type: "text", label: "Why?", required: false };
  const questions = second.questions
    .filter(({ id }) => id !== "fullName")
    .map((one): Question => (one.id === "email" ? { ...one, label: "Your email" } : one));
  const pages = [first, { ...second, questions: [...questions, why] }];
  const definition = { ...noise, form: { ...form, pages }, contact: { email: "email" } };
  const parsed = ServiceDefinition.parse({ ...definition, ...more });
  return parsed;
}

describe("a draft whose service is published anew", () => {
  let world: World;
  let draft: string;
  let citizen: Context;
  beforeEach(async () => {
    world = await createWorld();
    ({ id: draft, citizen } = await someDraft(world));
    await saveDraft(citizen, draft, { answers: sampleAnswers, page: "noise" });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const submit = (answers: object) =>
    startProcess(citizen, { service: "noise", answers: { ...answers } });

  it("is finished on the version that it began with", async () => {
    await world.publish(changed());
    expect(await getDraft(citizen, draft)).toMatchObject({ standing: "open", serviceVersion: 1 });
    expect((await submit(sampleAnswers)).status).toBe("open");
  });

  it("has to move on where the council says so, and cannot be sent before", async () => {
    await world.publish(changed({ replacesDrafts: true }));
    expect(await getDraft(citizen, draft)).toMatchObject({ standing: "replaced" });
    await expect(submit(sampleAnswers)).rejects.toMatchObject({ code: "draft-replaced" });
  });

  it("has to move on though later versions do not say so", async () => {
    await world.publish(changed({ replacesDrafts: true }));
    await world.publish(changed({ title: "Report a din" }));
    expect(await getDraft(citizen, draft)).toMatchObject({ standing: "replaced" });
    expect(await moveDraft(citizen, draft)).toMatchObject({ standing: "open", serviceVersion: 3 });
  });

  it("keeps the answers that fit, and asks what came and what is put otherwise", async () => {
    await world.publish(changed({ replacesDrafts: true }));
    const { fullName: _, ...fitting } = sampleAnswers;
    expect(await moveDraft(citizen, draft)).toMatchObject({
      answers: fitting,
      seen: ["noise"],
      asks: ["why", "email"],
    });
    const saved = await saveDraft(citizen, draft, {
      answers: { why: null, email: "a@example.com" },
      page: "you",
    });
    expect(saved.asks).toEqual([]);
    expect((await submit(saved.answers)).status).toBe("open");
  });

  it("keeps nothing where a question is of another kind", async () => {
    const pages = noise.form.pages.map((page) => ({
      ...page,
      questions: page.questions.map((one) =>
        one.id === "email" ? { ...one, type: "phone" } : one,
      ),
    }));
    const form = { ...noise.form, pages };
    await world.publish(
      ServiceDefinition.parse({ ...noise, contact: {}, form, replacesDrafts: true }),
    );
    const moved = await moveDraft(citizen, draft);
    expect(moved.answers).not.toHaveProperty("email");
    expect(moved.asks).toEqual(["email"]);
  });

  it("stays where it is when it is there already", async () => {
    const before = await getDraft(citizen, draft);
    expect(await moveDraft(citizen, draft)).toEqual(before);
  });

  it("is moved by nobody else, nor once it is sent", async () => {
    const { citizen: stranger } = await someDraft(world);
    await expect(moveDraft(stranger, draft)).rejects.toMatchObject({ code: "not-found" });
    await submit(sampleAnswers);
    await expect(moveDraft(citizen, draft)).rejects.toMatchObject({ code: "invalid-transition" });
  });

  it("can be read and not sent once the service is withdrawn", async () => {
    await withdrawService(world.ctx, "noise");
    world.clock.move(1000);
    const read = await getDraft(citizen, draft);
    expect(read).toMatchObject({ standing: "withdrawn", answers: sampleAnswers });
    await expect(submit(sampleAnswers)).rejects.toMatchObject({ code: "service-withdrawn" });
    await expect(moveDraft(citizen, draft)).rejects.toMatchObject({ code: "not-found" });
  });

  it("goes on once the service is there again", async () => {
    await withdrawService(world.ctx, "noise");
    await world.publish({ summary: "As before." });
    expect(await getDraft(citizen, draft)).toMatchObject({ standing: "open" });
  });
});
