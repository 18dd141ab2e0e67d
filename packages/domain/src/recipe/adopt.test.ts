import { type NewRecipe, type RecipePart, ServiceDefinition } from "@guildhall/contract";
import { listAudit } from "../audit/list.ts";
import type { Context } from "../context.ts";
import { publishService } from "../service/publish.ts";
import { beginServiceDraft } from "../service-draft/begin.ts";
import { discardServiceDraft } from "../service-draft/discard.ts";
import { editServiceDraft } from "../service-draft/edit.ts";
import { getServiceDraft } from "../service-draft/get.ts";
import { getDraftReadiness } from "../service-draft/readiness.ts";
import { replaceServiceDraft } from "../service-draft/replace.ts";
import { createWorld, edit, maker, noise, set, type World } from "../testing.ts";
import { adoptRecipe } from "./adopt.ts";
import { confirmPart, getAdoption } from "./adoption.ts";
import { getRecipe, getRecipeFlow, listAdopted, listRecipes } from "./list.ts";
import { shareRecipe } from "./share.ts";

const parts: RecipePart[] = [
  { at: "/retention/lawfulBasis", may: "locked", why: "The law is the same for all." },
  { at: "/form/pages/noise/questions/noiseSource", may: "locked" },
  { at: "/target", may: "must-change", why: "Say how soon you answer." },
  { at: "/mappings", may: "must-change" },
  { at: "/title", may: "change" },
];
const shared: NewRecipe = { service: "noise", news: "The first.", withMappings: false, parts };

describe("a recipe", () => {
  let world: World;
  let author: Context;
  let adopter: Context;
  beforeEach(async () => {
    world = await createWorld();
    author = maker(world, "Grace");
    adopter = await world.addCouncil("othershire");
    await shareRecipe(author, shared);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const adopt = (asked = {}) => adoptRecipe(adopter, "noise", { service: "din", ...asked });
  const change = (revision: number, at: string, to: unknown) =>
    edit(adopter, { service: "din", since: revision }, set(at, to));

  it("is found by words of its title, and says who publishes it", async () => {
    const found = await listRecipes(adopter, { limit: 5, search: "NUISANCE noise" });
    expect(found.data).toMatchObject([
      { recipe: "noise", version: 1, publisher: "Exampleshire District Council", isOwn: false },
    ]);
    expect((await listRecipes(adopter, { limit: 5, search: "bins" })).data).toEqual([]);
    expect((await listRecipes(author, { limit: 5 })).data).toMatchObject([{ isOwn: true }]);
  });

  it("is looked at whole before it is adopted", async () => {
    const recipe = await getRecipe(adopter, "noise");
    expect(recipe.definition.form.pages).toHaveLength(2);
    expect(recipe.parts[1]?.title).toBe("The question “Where does the noise come from?”");
    expect(recipe.versions).toMatchObject([{ version: 1, news: "The first." }]);
    expect((await getRecipeFlow(adopter, "noise")).nodes.length).toBeGreaterThan(0);
    await expect(getRecipe(adopter, "nothing")).rejects.toMatchObject({ code: "not-found" });
  });

  it("becomes the draft of a service that says where it comes from", async () => {
    const draft = await adoptRecipe(adopter, "noise", { title: "Report noise here" });
    expect(draft).toMatchObject({ service: "report-noise-here", revision: 1 });
    expect(draft.definition).toMatchObject({
      title: "Report noise here",
      adopted: { recipe: "noise", version: 1 },
      mappings: [],
    });
    expect((await listAdopted(adopter)).data).toMatchObject([
      { service: "report-noise-here", version: 1, latest: 1, publisher: author.tenant.name },
    ]);
    const { data } = await listAudit(adopter, { limit: 20 });
    expect(data.map(({ type }) => type)).toContain("recipe.adopted");
  });

  it("carries nothing that belongs to its author", async () => {
    const { definition } = await getRecipe(adopter, "noise");
    expect(JSON.stringify(definition)).not.toMatch(/back-office|Noise team|brand|exampleshire/);
  });

  it("does not take the name of a service that is there", async () => {
    await adopt();
    const refused = { code: "request-invalid", faults: [{ pointer: "/service" }] };
    await expect(adopt()).rejects.toMatchObject(refused);
    await expect(adoptRecipe(adopter, "noise", { service: "noise" })).rejects.toMatchObject(
      refused,
    );
    await expect(adoptRecipe(adopter, "nothing", {})).rejects.toMatchObject({ code: "not-found" });
  });

  it("keeps a service from being published until what is left to its adopter is decided", async () => {
    const { revision } = await adopt();
    const undecided = async () =>
      (await getDraftReadiness(adopter, "din")).sections.flatMap(({ findings, section }) =>
        findings.flatMap(({ code, at }) =>
          code === "recipe-part-undecided" ? [[section, at]] : [],
        ),
      );
    expect(await undecided()).toEqual([
      ["destinations", "/mappings"],
      ["process", "/target"],
    ]);
    await change(revision, "/mappings", noise.mappings);
    await confirmPart(adopter, "din", { at: "/target" });
    expect(await undecided()).toEqual([]);
    const { parts: list } = await getAdoption(adopter, "din");
    expect(list.map(({ may, isDone, isConfirmed }) => [may, isDone, isConfirmed])).toEqual([
      ["locked", true, false],
      ["locked", true, false],
      ["must-change", true, true],
      ["must-change", true, false],
      ["change", true, false],
    ]);
  });

  it("asks for no word on a part that is not left to its adopter", async () => {
    await adopt();
    await expect(confirmPart(adopter, "din", { at: "/title" })).rejects.toMatchObject({
      code: "request-invalid",
    });
    await expect(confirmPart(adopter, "noise", { at: "/target" })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(getAdoption(adopter, "noise")).rejects.toMatchObject({ code: "not-found" });
  });

  it("keeps what its author has locked, whatever is done to it", async () => {
    const { revision } = await adopt();
    const question = "/form/pages/noise/questions/noiseSource";
    const refused = { code: "recipe-part-locked" };
    await expect(change(revision, "/retention/lawfulBasis", "None")).rejects.toMatchObject({
      ...refused,
      faults: [
        {
          pointer: "/retention/lawfulBasis",
          detail:
            "The lawful basis is locked by Exampleshire District Council, who publish the recipe “Report a noise nuisance”. The law is the same for all.",
        },
      ],
    });
    for (const made of [
      { act: "remove" as const, at: question },
      { act: "remove" as const, at: "/form/pages/noise" },
      { act: "rename" as const, at: question, name: "source" },
      set(`${question}/options/pub/label`, "A bar"),
      set("/adopted", { recipe: "noise", version: 9 }),
      { act: "clear" as const, at: "/adopted" },
    ])
      await expect(
        editServiceDraft(adopter, "din", { edits: [made], since: revision }),
      ).rejects.toMatchObject(refused);
    await change(revision, "/title", "Din");
    const moved = { act: "move" as const, at: "/form/pages/noise" };
    await edit(adopter, { service: "din", since: revision }, moved);
    expect((await getServiceDraft(adopter, "din")).definition.title).toBe("Din");
  });

  it("keeps it also where a definition comes whole, or over what is live", async () => {
    const { definition } = await adopt();
    const { id: _, ...said } = definition;
    const other = { ...said, retention: { days: 1, lawfulBasis: "None" } };
    const refused = { code: "recipe-part-locked" };
    await expect(
      replaceServiceDraft(adopter, { service: "din", definition: other }, () => undefined),
    ).rejects.toMatchObject(refused);
    const loud = await adoptRecipe(adopter, "noise", { service: "loud" });
    const target = { ...noise.target, text: "In a day." };
    const live = ServiceDefinition.parse({
      ...loud.definition,
      mappings: noise.mappings,
      target,
    });
    await publishService(adopter, live);
    await discardServiceDraft(adopter, "loud");
    const { id: _loud, ...begun } = { ...live, ...other, adopted: live.adopted };
    await expect(
      publishService(adopter, {
        ...begun,
        ...live,
        retention: { ...live.retention, lawfulBasis: "None" },
      }),
    ).rejects.toMatchObject(refused);
    await expect(
      beginServiceDraft(adopter, { service: "loud", definition: begun }),
    ).rejects.toMatchObject(refused);
    await expect(
      replaceServiceDraft(adopter, { service: "loud", definition: begun }),
    ).rejects.toMatchObject(refused);
  });

  it("is adopted and looked at by those alone who may", async () => {
    const nobody = { ...adopter, scopes: new Set<never>() };
    const refused = { code: "scope-missing" };
    await expect(adoptRecipe(nobody, "noise", {})).rejects.toMatchObject(refused);
    await expect(listRecipes(nobody, { limit: 1 })).rejects.toMatchObject(refused);
    await expect(getRecipe(nobody, "noise")).rejects.toMatchObject(refused);
    await expect(getRecipeFlow(nobody, "noise")).rejects.toMatchObject(refused);
    await expect(listAdopted(nobody)).rejects.toMatchObject(refused);
    await expect(getAdoption(nobody, "din")).rejects.toMatchObject(refused);
    await expect(confirmPart(nobody, "din", { at: "/target" })).rejects.toMatchObject(refused);
  });
});
