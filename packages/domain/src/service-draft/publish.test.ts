import { putTarget, transact } from "@guildhall/store";
import { listServiceVersions } from "../service/versions.ts";
import { createWorld, edit, maker, set, type World } from "../testing.ts";
import { beginServiceDraft } from "./begin.ts";
import { getServiceDraft } from "./get.ts";
import { noteTried } from "./note-tried.ts";
import { publishServiceDraft, unscheduleServiceDraft } from "./publish.ts";
import { takeInLive } from "./take-in.ts";
import { undoServiceDraft } from "./undo.ts";

const summary = "Shorter";

describe("publishing a draft", () => {
  let world: World;
  let since: number;
  const grace = () => maker(world, "Grace");
  beforeEach(async () => {
    world = await createWorld();
    since = (await beginServiceDraft(grace(), { service: "noise" })).revision;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const live = async () => (await world.ctx.catalogue.live("noise")).definition;
  const publish = (more: { at?: string; over?: number } = {}) =>
    publishServiceDraft(grace(), { service: "noise", summary, ...more });
  const inAnHour = () => new Date(world.clock.now() + 3_600_000).toISOString();
  const retitle = (title = "Noise", seen = since) =>
    edit(grace(), { since: seen }, set("/title", title));

  it("puts it in the place of the live version, and says why and by whom", async () => {
    await retitle();
    expect(await publish()).toEqual({ service: "noise", version: 2 });
    expect((await live()).title).toBe("Noise");
    const { data } = await listServiceVersions(grace(), "noise", { limit: 5 });
    expect(data).toMatchObject([
      { version: 2, title: "Noise", summary, by: "Grace", state: "live" },
      { version: 1, title: "Report a noise nuisance", state: "superseded" },
    ]);
    await expect(getServiceDraft(grace(), "noise")).rejects.toMatchObject({ code: "not-found" });
  });

  it("leaves what was begun with the version that it began with", async () => {
    const { id } = await world.start();
    await retitle();
    await publish();
    expect(await world.told(id)).toContain("process.started");
    const before = await world.ctx.catalogue.version("noise", 1);
    expect(before.definition.title).toBe("Report a noise nuisance");
  });

  it("names each thing that is not there yet, at its part", async () => {
    const { service } = await beginServiceDraft(grace(), { title: "Benches" });
    const failed = publishServiceDraft(grace(), { service, summary });
    await expect(failed).rejects.toMatchObject({
      code: "service-not-ready",
      faults: expect.arrayContaining([
        expect.objectContaining({ pointer: "/whatHappensNext" }),
        expect.objectContaining({ pointer: "/retention/days" }),
      ]),
    });
  });

  it("names what cannot work, at its part", async () => {
    await edit(grace(), { since }, set("/location", "nowhere"));
    await expect(publish()).rejects.toMatchObject({
      code: "service-not-ready",
      faults: [expect.objectContaining({ pointer: "/location" })],
    });
    expect(await live()).not.toHaveProperty("location");
  });

  it("demands that its scenarios went as they have to, as it is now", async () => {
    const scenario = { id: "plain", name: "A plain case", expects: { ends: "accepted" } };
    const { revision } = await edit(grace(), { since }, set("/scenarios", [scenario]));
    const failed = { code: "service-not-ready", faults: [{ code: "scenario-failed" }] };
    await expect(publish()).rejects.toMatchObject(failed);
    await noteTried(grace(), "noise", { revision, green: { plain: false } });
    await expect(publish()).rejects.toMatchObject(failed);
    await noteTried(grace(), "noise", { revision, green: { plain: true } });
    const edited = await retitle("Noise", revision);
    await noteTried(grace(), "noise", { revision, green: { plain: true } });
    await expect(publish()).rejects.toMatchObject(failed);
    await noteTried(grace(), "noise", { revision: edited.revision, green: { plain: true } });
    expect(await publish()).toMatchObject({ version: 2 });
  });

  it("demands that all is mapped that a receiver has to be told", async () => {
    const field = { title: "Ward", type: "text", required: true, repeats: false } as const;
    const target = {
      id: "case",
      name: "Case",
      source: "json-schema",
      format: "json",
      root: null,
      namespaces: null,
      remarks: [],
      fieldCount: 1,
      requiredCount: 1,
      readAt: 0,
    } as const;
    const fields = [{ ...field, target: "ward" }];
    await transact(world.ctx.db, (tx) => putTarget(tx, target, fields));
    await edit(grace(), { since }, set("/mappings/case/target", "case"));
    await expect(publish()).rejects.toMatchObject({
      faults: [{ code: "target-not-mapped", pointer: "/mappings/case/rows" }],
    });
  });

  it("refuses what says the same as the live version", async () => {
    await expect(publish()).rejects.toMatchObject({
      code: "service-not-ready",
      faults: [expect.objectContaining({ code: "nothing-changed" })],
    });
  });

  it("demands that it is what was looked over", async () => {
    await retitle();
    const changed = () => {
      throw new Error("changed");
    };
    const asked = { service: "noise", summary };
    await expect(publishServiceDraft(grace(), asked, changed)).rejects.toThrow("changed");
    expect((await live()).title).toBe("Report a noise nuisance");
  });

  it("refuses to go over a version that it does not know, unless that is said", async () => {
    await world.publish({ summary: "Of another hand" });
    await retitle();
    await expect(publish()).rejects.toMatchObject({
      code: "service-not-ready",
      faults: [expect.objectContaining({ code: "live-has-moved-on" })],
    });
    expect(await publish({ over: 2 })).toMatchObject({ version: 3 });
  });

  it("takes in what was published meanwhile, and loses nothing of its own", async () => {
    await world.publish({ summary: "Of another hand" });
    await retitle();
    const taken = await takeInLive(grace(), "noise", { decisions: [] });
    expect(taken).toMatchObject({
      basedOn: 2,
      definition: { title: "Noise", summary: "Of another hand" },
    });
    expect(await publish()).toMatchObject({ version: 3 });
  });

  it("does not know what was taken in and taken back again", async () => {
    await retitle();
    await world.publish({ summary: "Of another hand" });
    await takeInLive(grace(), "noise", { decisions: [] });
    const undone = await undoServiceDraft(grace(), "noise");
    expect(undone).toMatchObject({ basedOn: 1, definition: { title: "Noise" } });
    await expect(publish()).rejects.toMatchObject({ faults: [{ code: "live-has-moved-on" }] });
    const again = await takeInLive(grace(), "noise", { decisions: [] });
    expect(again).toMatchObject({ basedOn: 2, definition: { summary: "Of another hand" } });
  });

  it("keeps no revision where there is nothing new to take in", async () => {
    const { revision } = await takeInLive(grace(), "noise", { decisions: [] });
    expect(revision).toBe(since);
  });

  it("takes in parts that both have changed as it is told to", async () => {
    await world.publish({ title: "Din", summary: "Of another hand" });
    await retitle();
    const open = takeInLive(grace(), "noise", { decisions: [] });
    await expect(open).rejects.toMatchObject({
      code: "edit-conflict",
      conflicts: [{ at: "/title", theirs: "Din", by: "Grace" }],
    });
    const ours = await takeInLive(grace(), "noise", {
      decisions: [{ at: "/title", take: "ours" }],
    });
    expect(ours.definition).toMatchObject({ title: "Noise", summary: "Of another hand" });
  });

  it("has nothing to take in where nothing is live", async () => {
    const { service } = await beginServiceDraft(grace(), { title: "Benches" });
    const taken = takeInLive(grace(), service, { decisions: [] });
    await expect(taken).rejects.toMatchObject({ code: "not-found" });
  });

  it("is put off to a time, and called off again", async () => {
    await retitle();
    const at = inAnHour();
    const scheduled = { at, summary, by: "Grace", revision: since + 1 };
    expect(await publish({ at })).toEqual({ service: "noise", scheduled });
    expect(await getServiceDraft(grace(), "noise")).toMatchObject({ scheduled });
    await unscheduleServiceDraft(grace(), "noise");
    expect(await getServiceDraft(grace(), "noise")).not.toHaveProperty("scheduled");
    const again = unscheduleServiceDraft(grace(), "noise");
    await expect(again).rejects.toMatchObject({ code: "not-found" });
  });

  it.each([-1, 400 * 86_400_000])("is not put off by %i ms", async (ms) => {
    await retitle();
    const at = new Date(world.clock.now() + ms).toISOString();
    await expect(publish({ at })).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/at" }],
    });
  });

  it("has no draft of what is not there", async () => {
    const none = publishServiceDraft(grace(), { service: "none", summary });
    await expect(none).rejects.toMatchObject({ code: "not-found" });
  });
});
