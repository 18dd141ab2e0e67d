import { carriedBy, partAt } from "@guildhall/builder";
import type { DraftDefinition, RecipePart } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { exportService } from "../folder/export.ts";
import { publishServiceDraft } from "../service-draft/publish.ts";
import { undoServiceDraft } from "../service-draft/undo.ts";
import { createWorld, maker, noise, type World } from "../testing.ts";
import { getAdoption } from "./adoption.ts";
import { previewUpgrade, upgradeRecipe } from "./upgrade.ts";

const parts: RecipePart[] = [{ at: "/retention/lawfulBasis", may: "locked" }];
const source = "/form/pages/noise/questions/noiseSource";

describe("a service whose files were laid over a recipe", () => {
  let world: World;
  let officer: Context;
  beforeEach(async () => {
    world = await createWorld();
    officer = maker(world, "Ada");
    const welsh = { title: { of: noise.title, text: "Sŵn" } };
    await share({ welsh });
    await share({ welsh, summary: "Tell us of noise." });
    const own = { recipe: "din", title: "Report a din", summary: "Tell us of noise." };
    await world.publish({ ...own, retention: { ...noise.retention, lawfulBasis: "Ours" } });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const share = (changed: object, tenant: string | null = null, id = "din") => {
    const { definition } = carriedBy({ ...noise, ...changed }, { withMappings: false });
    const said = { id, title: noise.title, summary: noise.summary, publisher: "3C", news: "New." };
    return world.ctx.cookbook.share({ tenant, recipe: { ...said, definition, parts } });
  };
  const renew = () => {
    const pages = noise.form.pages.map((page) => ({
      ...page,
      questions: page.questions.map((one) =>
        one.id === "noiseSource" ? { ...one, hint: "Your best guess." } : one,
      ),
    }));
    const welsh = { title: { of: noise.title, text: "Sŵn mawr" } };
    return share({ welsh, summary: "Tell us of noise.", form: { ...noise.form, pages } });
  };
  const upgrade = () => upgradeRecipe(officer, "noise", { decisions: [] });
  const said = (definition: DraftDefinition, ...at: string[]) =>
    at.map((path) => partAt(definition, path));

  it("goes on from the version that it is most like, and keeps what is its own", async () => {
    await renew();
    const preview = await previewUpgrade(officer, "noise");
    expect(preview).toMatchObject({ recipe: "din", from: 2, to: 3, isFirst: true, conflicts: [] });
    const { definition } = await upgrade();
    expect(said(definition, "/title", `${source}/hint`, "/retention/lawfulBasis")).toEqual([
      "Report a din",
      "Your best guess.",
      noise.retention.lawfulBasis,
    ]);
    expect(definition).toMatchObject({ recipe: "din", adopted: { recipe: "din", version: 3 } });
    expect(definition.mappings).toEqual(noise.mappings);
    expect(definition).not.toHaveProperty("welsh");
    expect(await getAdoption(officer, "noise")).toMatchObject({ version: 3, latest: 3 });
    await publishServiceDraft(officer, { service: "noise", summary: "Follows." });
    expect(await getAdoption(officer, "noise")).toMatchObject({ live: 3 });
    await expect(upgrade()).rejects.toMatchObject({ code: "invalid-transition" });
  });

  it("takes the version that it has, to be told of the next, and gives it back undone", async () => {
    expect(await previewUpgrade(officer, "noise")).toMatchObject({ from: 2, to: 2, isFirst: true });
    expect((await upgrade()).definition.adopted).toEqual({ recipe: "din", version: 2 });
    await renew();
    expect(await previewUpgrade(officer, "noise")).toMatchObject({
      from: 2,
      to: 3,
      isFirst: false,
    });
    const back = await undoServiceDraft(officer, "noise");
    expect(back.definition.adopted).toBeUndefined();
    expect(said(back.definition, "/retention/lawfulBasis")).toEqual(["Ours"]);
  });

  it("goes out as it came in, whichever version it has taken", async () => {
    const before = await exportService(officer, "noise");
    await upgrade();
    await publishServiceDraft(officer, { service: "noise", summary: "Follows." });
    const [after] = (await exportService(officer, "noise")).services;
    expect(after).toMatchObject({ id: "noise", recipe: before.services[0]?.recipe });
  });

  it("follows no recipe that only has the same name, and none that is not there", async () => {
    const missing = { code: "not-found" };
    await share({}, "otherton", "theirs");
    for (const recipe of ["theirs", "gone"]) {
      await world.publish({ recipe });
      await expect(previewUpgrade(officer, "noise")).rejects.toMatchObject(missing);
      await expect(upgrade()).rejects.toMatchObject(missing);
    }
  });
});
