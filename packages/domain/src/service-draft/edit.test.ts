import { listAllEvents } from "@guildhall/store";
import { createWorld, edit, maker, set, type World } from "../testing.ts";
import { beginServiceDraft } from "./begin.ts";
import { getDraftDifferences } from "./differences.ts";
import { discardServiceDraft } from "./discard.ts";
import { getServiceDraft } from "./get.ts";
import { listDraftRevisions } from "./revisions.ts";
import { undoServiceDraft } from "./undo.ts";

const label = "/form/pages/noise/questions/noiseSource/label";
const page = "/form/pages/noise";
const summary = "/summary";

describe("editing a draft of a service", () => {
  let world: World;
  let since: number;
  const grace = () => maker(world, "Grace");
  const ada = () => maker(world, "Ada");
  beforeEach(async () => {
    world = await createWorld();
    since = (await beginServiceDraft(grace(), { service: "noise" })).revision;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const labelOf = async () =>
    (await getServiceDraft(grace(), "noise")).definition.form.pages[0]?.questions[0]?.label;

  it("keeps all of the edits, and citizens see none of them", async () => {
    const edited = await edit(
      grace(),
      { since },
      set(label, "What makes it?"),
      set(summary, "Noise."),
    );
    expect(edited).toMatchObject({
      revision: since + 1,
      definition: { summary: "Noise." },
      meanwhile: [],
    });
    expect(await labelOf()).toBe("What makes it?");
    const live = await world.ctx.catalogue.live("noise");
    expect(live.definition.summary).not.toBe("Noise.");
  });

  it("keeps none where one cannot be made, and says which", async () => {
    const failed = edit(
      grace(),
      { since },
      set(summary, "Noise."),
      set("/form/pages/none/title", "A"),
    );
    await expect(failed).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/edits/1", code: "unworkable", detail: expect.any(String) }],
    });
    expect((await getServiceDraft(grace(), "noise")).revision).toBe(since);
  });

  it("keeps no revision of what changes nothing", async () => {
    await edit(grace(), { since }, set("/title", "Report a noise nuisance"));
    expect((await getServiceDraft(grace(), "noise")).revision).toBe(since);
  });

  it("keeps what two have done to different parts, and tells the second of the first", async () => {
    await edit(ada(), { since }, set(summary, "Tell us about noise."));
    const second = await edit(grace(), { since }, set(label, "What makes it?"));
    expect(second.definition.summary).toBe("Tell us about noise.");
    expect(await labelOf()).toBe("What makes it?");
    expect(second.meanwhile).toMatchObject([{ revision: since + 1, kind: "edited", by: "Ada" }]);
    expect(second.meanwhile[0]?.differences).toMatchObject([{ at: summary, kind: "changed" }]);
  });

  it("keeps nothing of the second where both have changed the same, and says what stands there", async () => {
    await edit(ada(), { since }, set(label, "Whose noise is it?"));
    const second = edit(grace(), { since }, set(summary, "Noise."), set(label, "What makes it?"));
    await expect(second).rejects.toMatchObject({
      code: "edit-conflict",
      conflicts: [
        {
          at: label,
          theirs: "Whose noise is it?",
          by: "Ada",
          changedAt: new Date(world.clock.now()).toISOString(),
          sentence: expect.stringContaining("Whose noise is it?"),
        },
      ],
    });
    expect(await labelOf()).toBe("Whose noise is it?");
    expect((await getServiceDraft(grace(), "noise")).definition.summary).not.toBe("Noise.");
  });

  it("takes a part within another for the same", async () => {
    await edit(ada(), { since }, { act: "remove", at: `${page}/questions/pubName` });
    const inIt = edit(grace(), { since }, set(`${page}/questions/pubName/label`, "Which pub?"));
    await expect(inIt).rejects.toMatchObject({ code: "edit-conflict" });
    const around = edit(grace(), { since }, { act: "remove", at: page });
    await expect(around).rejects.toMatchObject({ code: "edit-conflict" });
  });

  it("goes on from what one has done oneself", async () => {
    await edit(grace(), { since }, set(label, "What"));
    const second = await edit(grace(), { since }, set(label, "What makes it?"));
    expect(second).toMatchObject({ revision: since + 2, meanwhile: [] });
  });

  it("refuses what was seen of a draft that was thrown away", async () => {
    await discardServiceDraft(grace(), "noise");
    await beginServiceDraft(grace(), { service: "noise" });
    const late = edit(grace(), { since }, set(summary, "Noise."));
    await expect(late).rejects.toMatchObject({ code: "edit-conflict" });
  });

  it("refuses what nobody can have seen yet", async () => {
    const early = edit(grace(), { since: since + 1 }, set(summary, "Noise."));
    await expect(early).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/since" }],
    });
    const none = edit(grace(), { service: "none", since }, set(summary, "Noise."));
    await expect(none).rejects.toMatchObject({ code: "not-found" });
  });

  it("keeps nobody's work from being lost when many edit at the same moment", async () => {
    const names = Array.from({ length: 12 }, (_, at) => `Maker${at}`);
    await Promise.all(
      names.map((name) => {
        const item = { id: name.toLowerCase(), title: name, questions: [] };
        return edit(maker(world, name), { since }, { act: "add", to: "/form/pages", item });
      }),
    );
    const { definition, revision } = await getServiceDraft(grace(), "noise");
    const titles = definition.form.pages.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(names));
    expect(revision).toBe(since + names.length);
  });

  it("is told of in words, by whom, the latest first", async () => {
    await edit(grace(), { since }, set(label, "What makes it?"));
    await edit(ada(), { since: since + 1 }, set(summary, "Noise."));
    const first = await listDraftRevisions(grace(), "noise", { limit: 2 });
    expect(first.data).toMatchObject([
      { revision: since + 2, kind: "edited", by: "Ada" },
      { revision: since + 1, kind: "edited", by: "Grace", differences: [{ at: label }] },
    ]);
    const cursor = first.nextCursor ?? "";
    const rest = await listDraftRevisions(grace(), "noise", { limit: 2, cursor });
    expect(rest).toEqual({ data: [expect.objectContaining({ revision: since, kind: "begun" })] });
    const foreign = listDraftRevisions(grace(), "noise", { limit: 2, cursor: "prc_1" });
    await expect(foreign).rejects.toMatchObject({ code: "request-invalid" });
  });

  it("shows what it would change of the live version, each with who did it last", async () => {
    await edit(grace(), { since }, set(label, "What makes it?"), set(summary, "Noise."));
    await edit(ada(), { since: since + 1 }, set(label, "Who makes it?"));
    expect(await getDraftDifferences(grace(), "noise")).toMatchObject({
      live: 1,
      hasMovedOn: false,
      data: expect.arrayContaining([
        expect.objectContaining({ at: summary, by: "Grace" }),
        expect.objectContaining({ at: label, by: "Ada" }),
      ]),
    });
    await world.publish({ title: "Noise" });
    expect(await getDraftDifferences(grace(), "noise")).toMatchObject({
      live: 2,
      hasMovedOn: true,
    });
  });

  it("takes back what one did last, and the one before it, and leaves what others did", async () => {
    await edit(grace(), { since }, set(summary, "Noise."));
    await edit(grace(), { since: since + 1 }, set(label, "What makes it?"));
    await edit(ada(), { since: since + 2 }, set("/category", "Housing"));
    const first = await undoServiceDraft(grace(), "noise");
    expect(first).toMatchObject({
      revision: since + 4,
      definition: { summary: "Noise.", category: "Housing" },
    });
    expect(await labelOf()).toBe("Where does the noise come from?");
    const second = await undoServiceDraft(grace(), "noise");
    expect(second.definition).toMatchObject({
      summary: "Tell us about noise that disturbs you at home.",
      category: "Housing",
    });
    const third = undoServiceDraft(grace(), "noise");
    await expect(third).rejects.toMatchObject({ code: "invalid-transition" });
  });

  it("takes back nothing that others have changed since", async () => {
    await edit(grace(), { since }, set(label, "What makes it?"));
    await edit(ada(), { since: since + 1 }, set(label, "Who makes it?"));
    const undone = undoServiceDraft(grace(), "noise");
    await expect(undone).rejects.toMatchObject({ code: "edit-conflict" });
    expect(await labelOf()).toBe("Who makes it?");
  });

  it("leaves its marks in the audit trail, and no word of what was typed", async () => {
    await edit(grace(), { since }, set(summary, "The needle"));
    await discardServiceDraft(grace(), "noise");
    const { rows } = await listAllEvents(world.ctx.db, { limit: 3 });
    expect(rows.map(({ type, actorName }) => [type, actorName])).toEqual([
      ["service-draft.discarded", "Grace"],
      ["service-draft.edited", "Grace"],
      ["service-draft.begun", "Grace"],
    ]);
    expect(JSON.stringify(rows)).not.toContain("needle");
  });
});
