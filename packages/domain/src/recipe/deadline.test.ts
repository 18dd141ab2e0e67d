import type { Context } from "../context.ts";
import { discardServiceDraft } from "../service-draft/discard.ts";
import { publishServiceDraft } from "../service-draft/publish.ts";
import { createWorld, edit, maker, noise, set, type World } from "../testing.ts";
import { adoptRecipe } from "./adopt.ts";
import { listRecipeDeadlines, requireRecipe, requireRecipeNoMore } from "./deadline.ts";
import { getRecipe, listAdopted } from "./list.ts";
import { shareRecipe } from "./share.ts";
import { upgradeRecipe } from "./upgrade.ts";

const asked = { service: "noise", news: "New.", withMappings: false, parts: [] };
const required = { by: "2030-01-01", why: "The law has changed." };

describe("an update that has to be taken", () => {
  let world: World;
  let platform: Context;
  let city: Context;
  let shire: Context;
  beforeEach(async () => {
    world = await createWorld();
    const author = maker(world, "Grace");
    platform = { ...world.ctx, actor: author.actor };
    city = await world.addCouncil("city");
    shire = await world.addCouncil("shire");
    await shareRecipe(author, asked);
    for (const ctx of [city, shire]) await adoptRecipe(ctx, "noise", { service: "din" });
    await world.publish({ whatHappensNext: "We ring you." });
    await shareRecipe(author, asked);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const publish = async (ctx: Context) => {
    const made = await upgradeRecipe(ctx, "din", { decisions: [] });
    const { revision } = made;
    await edit(ctx, { service: "din", since: revision }, set("/mappings", noise.mappings));
    await publishServiceDraft(ctx, { service: "din", summary: "As required." });
  };
  const states = async () =>
    (await listRecipeDeadlines(platform)).data.map(({ live, adopted, tenants }) => [
      `${live} of ${adopted}`,
      ...tenants.map(({ tenant, state }) => `${tenant} ${state}`),
    ]);

  it("is seen by whoever runs the platform to be taken, council by council", async () => {
    await requireRecipe(platform, "noise", required);
    expect(await states()).toEqual([["0 of 2", "city waiting", "shire waiting"]]);
    await upgradeRecipe(city, "din", { decisions: [] });
    expect(await states()).toEqual([["0 of 2", "city in-the-making", "shire waiting"]]);
    await publish(shire);
    expect(await states()).toEqual([["1 of 2", "city in-the-making", "shire live"]]);
    await discardServiceDraft(city, "din");
    expect(await states()).toEqual([["1 of 1", "shire live"]]);
  });

  it("tells names and numbers, and nothing of what councils made of it", async () => {
    await edit(city, { service: "din", since: 1 }, set("/title", "Needle"));
    const progress = await requireRecipe(platform, "noise", required);
    expect(progress).toEqual({
      recipe: "noise",
      title: "Report a noise nuisance",
      version: 2,
      ...required,
      setBy: "Grace",
      setAt: expect.any(String),
      live: 0,
      adopted: 2,
      tenants: ["city", "shire"].map((tenant) => {
        return { tenant, name: "Exampleshire District Council", state: "waiting" };
      }),
    });
    expect(JSON.stringify(progress)).not.toMatch(/Needle|din/);
  });

  it("is told to councils with its day and why, until it is required no more", async () => {
    await requireRecipe(platform, "noise", required);
    const deadline = { version: 2, ...required };
    expect((await listAdopted(city)).data).toMatchObject([{ service: "din", deadline }]);
    expect(await getRecipe(city, "noise")).toMatchObject({ deadline });
    await requireRecipe(platform, "noise", { ...required, version: 1, by: "2031-01-01" });
    expect(await states()).toEqual([["0 of 2", "city in-the-making", "shire in-the-making"]]);
    await requireRecipeNoMore(platform, "noise");
    expect(await states()).toEqual([]);
    await expect(requireRecipeNoMore(platform, "noise")).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is of a version and by a day that there are", async () => {
    const wrong = { code: "request-invalid" };
    await expect(
      requireRecipe(platform, "noise", { ...required, version: 3 }),
    ).rejects.toMatchObject(wrong);
    await expect(
      requireRecipe(platform, "noise", { ...required, by: "2000-01-01" }),
    ).rejects.toMatchObject(wrong);
    await expect(requireRecipe(platform, "gone", required)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is for whoever runs the platform alone", async () => {
    const designer = maker(world, "Ada");
    const refused = { code: "scope-missing" };
    await expect(requireRecipe(designer, "noise", required)).rejects.toMatchObject(refused);
    await expect(requireRecipeNoMore(designer, "noise")).rejects.toMatchObject(refused);
    await expect(listRecipeDeadlines(designer)).rejects.toMatchObject(refused);
  });
});
