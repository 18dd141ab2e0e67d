import { DraftDefinition, ServiceDraft } from "@guildhall/contract";
import { recall } from "../change.ts";
import { createWorld, maker, noise, type World } from "../testing.ts";
import { beginServiceDraft } from "./begin.ts";
import { discardServiceDraft } from "./discard.ts";
import { getServiceDraft } from "./get.ts";
import { recallDraft } from "./kept.ts";
import { getDraftReadiness } from "./readiness.ts";
import { replaceServiceDraft } from "./replace.ts";

describe("a draft of a service", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const grace = () => maker(world, "Grace");

  it("begins a new service with the usual stages and words, none of which is at fault", async () => {
    const asked = { title: "Benches", usual: true } as const;
    const { definition } = await beginServiceDraft(grace(), asked);
    expect(definition.stages.map(({ title }) => title)).toEqual([
      "Received",
      "Being dealt with",
      "Done",
      "Closed",
    ]);
    expect(Object.keys(definition.messages ?? {})).toEqual([
      "started",
      "note-added",
      "stage-changed",
      "completed",
    ]);
    const { sections } = await getDraftReadiness(grace(), definition.id);
    const found = sections.flatMap(({ findings }) => findings);
    expect(found.filter(({ at }) => /^.(stages|messages)/.test(at))).toEqual([]);
  });

  it("begins empty with a title, which gives it its id", async () => {
    const begun = await beginServiceDraft(grace(), { title: "Report a café’s noise" });
    expect(ServiceDraft.parse(begun)).toMatchObject({
      service: "report-a-cafes-noise",
      revision: 1,
      definition: { id: "report-a-cafes-noise", title: "Report a café’s noise" },
      changedBy: "Grace",
    });
    expect(begun).not.toHaveProperty("basedOn");
    expect(await getServiceDraft(grace(), begun.service)).toEqual(begun);
  });

  it("is remembered by its name and number, and shown as it is where it is asked for again", async () => {
    const ctx = { ...grace(), request: { id: "begin", digest: "d" } };
    const begun = await beginServiceDraft(ctx, { title: "Benches" });
    expect(await recall(ctx)).toEqual({ answer: { service: "benches", revision: 1 } });
    expect(await recallDraft(ctx)).toEqual({ answer: begun });
    expect(await recallDraft(grace())).toBeUndefined();
  });

  it("gets an id that no other service or draft has", async () => {
    const title = "Noise";
    expect((await beginServiceDraft(grace(), { title })).service).toBe("noise-2");
    expect((await beginServiceDraft(grace(), { title })).service).toBe("noise-3");
    expect((await beginServiceDraft(grace(), { title: "!!!" })).service).toBe("service");
    expect((await beginServiceDraft(grace(), { title: "New" })).service).toBe("new-service");
  });

  it("begins from the live version unless another is named", async () => {
    await world.publish({ title: "Noise, and what to do about it" });
    const restored = await beginServiceDraft(grace(), { service: "noise", version: 1 });
    expect(restored).toMatchObject({ basedOn: 2, definition: { title: noise.title } });
    await discardServiceDraft(grace(), "noise");
    const begun = await beginServiceDraft(grace(), { service: "noise" });
    expect(begun.definition.title).toBe("Noise, and what to do about it");
  });

  it("begins from a definition that is given", async () => {
    const definition = { title: "Benches", form: { pages: [] }, stages: [] };
    const asked = {
      service: "benches",
      definition: DraftDefinition.omit({ id: true }).parse(definition),
    };
    expect((await beginServiceDraft(grace(), asked)).definition).toMatchObject({
      id: "benches",
      title: "Benches",
    });
  });

  it("is the only one of its service", async () => {
    await beginServiceDraft(grace(), { service: "noise" });
    const again = beginServiceDraft(maker(world, "Ada"), { service: "noise" });
    await expect(again).rejects.toMatchObject({ code: "service-draft-exists" });
  });

  it.each([
    [{ service: "not-there" }, "not-found"],
    [{ service: "noise", version: 9 }, "not-found"],
    [{}, "request-invalid"],
    [{ service: "noise", title: "Another noise" }, "request-invalid"],
    [{ service: "noise", title: "Noise", version: 1 }, "request-invalid"],
  ])("does not begin with %j", async (asked, code) => {
    await expect(beginServiceDraft(grace(), asked)).rejects.toMatchObject({ code });
  });

  it("is replaced as one revision only by whoever has seen it", async () => {
    const { id: service, ...definition } = { ...noise, title: "Din" };
    const created = await replaceServiceDraft(grace(), { service: "din", definition });
    expect(created).toMatchObject({ created: true, draft: { service: "din", revision: 1 } });
    await beginServiceDraft(grace(), { service });
    const asked = { service, definition };
    const unseen = replaceServiceDraft(grace(), asked);
    await expect(unseen).rejects.toMatchObject({ code: "service-draft-exists" });
    const replaced = await replaceServiceDraft(grace(), asked, () => undefined);
    expect(replaced).toMatchObject({
      created: false,
      draft: { revision: 2, definition: { title: "Din" } },
    });
  });

  it("is not put where one was seen that is gone", async () => {
    const { id: _, ...definition } = noise;
    const late = replaceServiceDraft(grace(), { service: "noise", definition }, () => undefined);
    await expect(late).rejects.toMatchObject({ code: "precondition-failed" });
  });

  it("is thrown away, and its numbers are not given again", async () => {
    const { revision } = await beginServiceDraft(grace(), { service: "noise" });
    await discardServiceDraft(grace(), "noise");
    await expect(getServiceDraft(grace(), "noise")).rejects.toMatchObject({ code: "not-found" });
    const discarded = discardServiceDraft(grace(), "noise");
    await expect(discarded).rejects.toMatchObject({ code: "not-found" });
    const next = await beginServiceDraft(grace(), { service: "noise" });
    expect(next.revision).toBeGreaterThan(revision + 1);
  });

  it("is not larger than a draft can be", async () => {
    const { id: _, ...rest } = noise;
    const [page] = rest.form.pages;
    const questions = page?.questions.map((one) => ({ ...one, hint: "a".repeat(1000) }));
    const pages = Array(900).fill({ ...page, questions });
    const definition = { ...rest, form: { ...rest.form, pages } };
    const huge = beginServiceDraft(grace(), { service: "huge", definition });
    await expect(huge).rejects.toMatchObject({ code: "request-invalid" });
  });
});
