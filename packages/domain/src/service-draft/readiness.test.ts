import { Readiness } from "@guildhall/contract";
import { createWorld, edit, maker, set, type World } from "../testing.ts";
import { beginServiceDraft } from "./begin.ts";
import { noteTried } from "./note-tried.ts";
import { getDraftReadiness } from "./readiness.ts";

describe("how far a draft is", () => {
  let world: World;
  const grace = () => maker(world, "Grace");
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const sectionOf = async (service: string, name: string) => {
    const readiness = Readiness.parse(await getDraftReadiness(grace(), service));
    return readiness.sections.find(({ section }) => section === name);
  };

  it("is told section by section from the title on, with the one thing to do next", async () => {
    const { service } = await beginServiceDraft(grace(), { title: "Benches" });
    expect(await getDraftReadiness(grace(), service)).toMatchObject({ isReady: false });
    const questions = await sectionOf(service, "questions");
    expect(questions).toMatchObject({ state: "not-begun", next: expect.any(String) });
  });

  it("is that of the live version where nothing was changed", async () => {
    const { service } = await beginServiceDraft(grace(), { service: "noise" });
    expect(await getDraftReadiness(grace(), service)).toMatchObject({ isReady: true });
  });

  it("counts what the tenant has, and scenarios only as long as nothing was edited after them", async () => {
    const { revision: since } = await beginServiceDraft(grace(), { service: "noise" });
    const scenario = { id: "plain", name: "A plain case", expects: { ends: "accepted" } };
    const edits = [set("/scenarios", [scenario]), set("/brand", "nobodys")];
    const { revision } = await edit(grace(), { since }, ...edits);
    expect((await sectionOf("noise", "look"))?.findings).toMatchObject([{ at: "/brand" }]);
    const isGreen = async () =>
      (await sectionOf("noise", "scenarios"))?.findings.every(({ advice }) => advice);
    expect(await isGreen()).toBe(false);
    await noteTried(grace(), "noise", { revision, green: { plain: true } });
    expect(await isGreen()).toBe(true);
    await edit(grace(), { since: revision }, set("/summary", "Noise."));
    expect(await isGreen()).toBe(false);
  });

  it("is not told of a draft that is not there", async () => {
    const none = getDraftReadiness(grace(), "none");
    await expect(none).rejects.toMatchObject({ code: "not-found" });
  });
});
