import { DraftDefinition } from "@guildhall/contract";
import { listAllEvents, listOpenAlarms, scheduleServiceDraft, transact } from "@guildhall/store";
import { wordsOfAlarm } from "../alarm/words.ts";
import type { Context } from "../context.ts";
import { getService } from "../service/get.ts";
import { withdrawService } from "../service/withdraw.ts";
import { createWorld, edit, maker, set, type World } from "../testing.ts";
import { beginServiceDraft } from "./begin.ts";
import { getServiceDraft } from "./get.ts";
import { publishServiceDraft } from "./publish.ts";
import { publishDue, whenPublicationDue } from "./publish-due.ts";
import { takeInLive } from "./take-in.ts";
import { undoServiceDraft } from "./undo.ts";

const hourMs = 3_600_000;

describe("what goes live at its time", () => {
  let world: World;
  let since: number;
  let at: number;
  const reported: unknown[] = [];
  const grace = () => maker(world, "Grace");
  beforeEach(async () => {
    world = await createWorld();
    since = (await beginServiceDraft(grace(), { service: "noise" })).revision;
    await edit(grace(), { since }, set("/title", "Noise"));
    await schedule();
  });
  afterEach(async () => {
    expect(reported.splice(0)).toEqual([]);
    await world[Symbol.asyncDispose]();
  });

  const title = async () => (await getService(world.ctx, "noise")).title;
  const draft = () => getServiceDraft(grace(), "noise");
  const due = () => publishDue(world.ctx, (error) => reported.push(error));
  const alarms = () => listOpenAlarms(world.ctx.db, ["publication-failed"]);
  async function schedule() {
    at = world.clock.now() + hourMs;
    const asked = { service: "noise", summary: "Shorter", at: new Date(at).toISOString() };
    await publishServiceDraft(grace(), asked);
  }
  async function atItsTime() {
    world.clock.move(at - world.clock.now());
    await due();
  }

  it("does so by itself then, once, in the name of whoever gave it the time", async () => {
    expect(await whenPublicationDue(world.ctx)).toBe(at);
    await due();
    expect(await title()).toBe("Report a noise nuisance");
    await atItsTime();
    await due();
    expect(await getService(world.ctx, "noise")).toMatchObject({ title: "Noise", version: 2 });
    await expect(draft()).rejects.toMatchObject({ code: "not-found" });
    expect(await whenPublicationDue(world.ctx)).toBeUndefined();
    const { rows } = await listAllEvents(world.ctx.db, { limit: 1, type: "service.published" });
    expect(rows).toMatchObject([{ subject: "noise", actorName: "Grace" }]);
  });

  it("is as it was when the time was given: what is edited later goes on as a draft", async () => {
    const { revision } = await draft();
    await edit(grace(), { since: revision }, set("/summary", "Not yet."));
    await atItsTime();
    const service = await getService(world.ctx, "noise");
    expect(service.title).toBe("Noise");
    expect(service.summary).not.toBe("Not yet.");
    const left = await draft();
    expect(left).toMatchObject({ basedOn: 2, definition: { summary: "Not yet." } });
    expect(left).not.toHaveProperty("scheduled");
  });

  it("stays a draft where it cannot be published any more, and somebody is called", async () => {
    await world.publish({ summary: "Of another hand" });
    await atItsTime();
    expect(await title()).toBe("Report a noise nuisance");
    expect(await draft()).not.toHaveProperty("scheduled");
    const open = await alarms();
    expect(open).toMatchObject([{ subject: "noise", role: "designer" }]);
    const [alarm] = open;
    expect(alarm && wordsOfAlarm(alarm)).toMatchObject({
      title: "“Report a noise nuisance” did not go live at its time",
      advice: expect.stringContaining("Version 2 was published after this draft began."),
    });
    expect(await whenPublicationDue(world.ctx)).toBeUndefined();
  });

  it("ends the call once it is published after all", async () => {
    await world.publish({ summary: "Of another hand" });
    await atItsTime();
    await publishServiceDraft(grace(), { service: "noise", summary: "Shorter", over: 2 });
    expect(await alarms()).toEqual([]);
  });

  it("does not stop at one that fails", async () => {
    const { id: _, ...definition } = (await world.ctx.catalogue.live("noise")).definition;
    const other = { service: "zebra", definition };
    await beginServiceDraft(grace(), other);
    const asked = { service: "zebra", summary: "New", at: new Date(at).toISOString() };
    await publishServiceDraft(grace(), asked);
    await world.publish({ summary: "Of another hand" });
    await atItsTime();
    expect(await getService(world.ctx, "zebra")).toMatchObject({ version: 1 });
  });

  it("does not stop at one that fails as nobody thought of, and calls somebody for that too", async () => {
    const { id: _, ...definition } = (await world.ctx.catalogue.live("noise")).definition;
    await beginServiceDraft(grace(), { service: "zebra", definition });
    const asked = { service: "zebra", summary: "New", at: new Date(at).toISOString() };
    await publishServiceDraft(grace(), asked);
    const broken = DraftDefinition.parse({ id: "noise", title: "Noise", form: { pages: [] } });
    Reflect.deleteProperty(broken, "form");
    const said = { at: at - 1, summary: "", actor: grace().actor, revision: since };
    const publication = { ...said, basedOn: 1, replaces: 1, definition: broken };
    await transact(world.ctx.db, (tx) => scheduleServiceDraft(tx, "noise", publication));
    await atItsTime();
    expect(reported.splice(0)).toEqual([expect.any(TypeError)]);
    const [alarm] = await alarms();
    expect(alarm && wordsOfAlarm(alarm).advice).toContain("Something went wrong on our side");
    expect(await getService(world.ctx, "zebra")).toMatchObject({ version: 1 });
    expect(await whenPublicationDue(world.ctx)).toBeUndefined();
  });

  it("does not stop at one that can not even be given up, which is tried again", async () => {
    const { id: _, ...definition } = (await world.ctx.catalogue.live("noise")).definition;
    await beginServiceDraft(grace(), { service: "zebra", definition });
    const asked = { service: "zebra", summary: "New", at: new Date(at).toISOString() };
    await publishServiceDraft(grace(), asked);
    await world.publish({ summary: "Of another hand" });
    world.clock.move(at - world.clock.now());
    const full = new Error("no more ids");
    const id: Context["ids"]["id"] = (kind) => {
      if (kind === "alm") throw full;
      return world.ctx.ids.id(kind);
    };
    const ctx = { ...world.ctx, ids: { ...world.ctx.ids, id } };
    const failed = await publishDue(ctx, (error) => reported.push(error)).catch((error) => error);
    expect(failed).toMatchObject({ errors: [full] });
    expect(await getService(world.ctx, "zebra")).toMatchObject({ version: 1 });
    expect(await whenPublicationDue(world.ctx)).toBe(at);
  });

  it("goes over no version that the draft took in only after the time was given", async () => {
    await world.publish({ summary: "Of another hand" });
    await takeInLive(grace(), "noise", { decisions: [] });
    await atItsTime();
    expect(await getService(world.ctx, "noise")).toMatchObject({ summary: "Of another hand" });
    expect(await alarms()).toHaveLength(1);
  });

  it("brings back nothing that was withdrawn meanwhile, and somebody is called", async () => {
    await withdrawService(grace(), "noise");
    await atItsTime();
    await expect(title()).rejects.toMatchObject({ code: "not-found" });
    const [alarm] = await alarms();
    expect(alarm && wordsOfAlarm(alarm).advice).toContain("The service was withdrawn after this");
    expect(await draft()).not.toHaveProperty("scheduled");
  });

  it("brings back what was withdrawn before the time was given", async () => {
    await withdrawService(grace(), "noise");
    await schedule();
    await atItsTime();
    expect(await getService(world.ctx, "noise")).toMatchObject({ title: "Noise", version: 2 });
  });

  it("leaves a draft that takes back meanwhile what it had taken in to take it in again", async () => {
    await world.publish({ summary: "Of another hand" });
    await takeInLive(grace(), "noise", { decisions: [] });
    await schedule();
    await undoServiceDraft(grace(), "noise");
    await atItsTime();
    expect(await getService(world.ctx, "noise")).toMatchObject({ title: "Noise", version: 3 });
    expect(await draft()).toMatchObject({ basedOn: 1 });
    const again = { service: "noise", summary: "Shorter" };
    await expect(publishServiceDraft(grace(), again)).rejects.toMatchObject({
      faults: [{ code: "live-has-moved-on" }],
    });
  });
});
