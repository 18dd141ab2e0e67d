import { Recipe, type RecipeFile } from "@guildhall/contract";
import { createSigningKey, type SigningKey, signRecipe } from "@guildhall/keys";
import type { Context } from "../context.ts";
import { createWorld, edit, maker, noise, set, type World } from "../testing.ts";
import { adoptRecipe } from "./adopt.ts";
import { getAdoption } from "./adoption.ts";
import { exportRecipe, getRecipe, listRecipes } from "./list.ts";
import { importRecipe, shareRecipe } from "./share.ts";

const asked = { service: "noise", news: "The first.", withMappings: false, parts: [] };

describe("a file of a recipe", () => {
  let here: World;
  let there: World;
  let reader: Context;
  let publisher: SigningKey;
  beforeEach(async () => {
    [here, there] = [await createWorld(), await createWorld()];
    reader = maker(here, "Ada");
    publisher = createSigningKey((n) => new Uint8Array(n).fill(5));
  });
  afterEach(async () => {
    await here[Symbol.asyncDispose]();
    await there[Symbol.asyncDispose]();
  });

  const trust = () => here.ctx.cookbook.trust("Farshire", publisher.publicJwk.x);
  const { id: _, brand: _b, recipe: _r, adopted: _a, ...definition } = noise;
  const recipe = (changed = {}) => ({
    format: 1,
    id: "noise-here",
    version: 3,
    title: "Noise",
    summary: "Noise.",
    publisher: "Farshire Council",
    news: "New.",
    definition: { ...definition, mappings: [] },
    parts: [],
    ...changed,
  });
  const signed = (said: unknown) => signRecipe(publisher, JSON.stringify(said));
  const refusal = (file: RecipeFile) =>
    importRecipe(reader, file).then(
      () => "taken",
      ({ code, faults: [fault] }) => [code, fault?.code, fault?.detail],
    );

  it("travels to an installation that trusts the one which signed it", async () => {
    const author = maker(there, "Grace");
    await shareRecipe(author, asked);
    const file = await exportRecipe(author, "noise");
    expect(await refusal(file)).toEqual([
      "recipe-refused",
      "unknown-publisher",
      expect.stringContaining("not trusted here"),
    ]);
    await here.ctx.cookbook.trust("Thereshire", await there.ctx.cookbook.ownKey());
    expect(await importRecipe(reader, file)).toMatchObject({ recipe: "noise", isOwn: false });
    expect((await getRecipe(reader, "noise")).definition).toEqual(
      (await getRecipe(author, "noise")).definition,
    );
    expect(await exportRecipe(reader, "noise")).toEqual(file);
  });

  it("is no more read once its publisher is trusted no more; what came before stays", async () => {
    const { kid } = await trust();
    expect(await refusal(await signed(recipe()))).toBe("taken");
    expect(await here.ctx.cookbook.forget(kid)).toBe(true);
    expect(await here.ctx.cookbook.forget(kid)).toBe(false);
    expect(await refusal(await signed(recipe({ version: 4 })))).toContain("unknown-publisher");
    expect((await listRecipes(reader, { limit: 5 })).data).toMatchObject([{ version: 3 }]);
  });

  it("goes on with its recipe whatever its publisher is called by then, and with a further key", async () => {
    const { cookbook } = here.ctx;
    await trust();
    expect(await refusal(await signed(recipe()))).toBe("taken");
    await cookbook.trust("Farshire and Nearshire", publisher.publicJwk.x);
    expect(await refusal(await signed(recipe({ version: 4 })))).toBe("taken");
    const further = createSigningKey((n) => new Uint8Array(n).fill(6));
    const bySecond = (version: number) =>
      signRecipe(further, JSON.stringify(recipe({ version, news: `Version ${version}.` })));
    await cookbook.trust("Farshire and Nearshire", further.publicJwk.x);
    await cookbook.trust("Nearfarshire", publisher.publicJwk.x);
    expect((await cookbook.publishers()).map(({ name }) => name)).toEqual([
      "Nearfarshire",
      "Nearfarshire",
    ]);
    await cookbook.forget(publisher.publicJwk.kid);
    expect(await refusal(await bySecond(5))).toBe("taken");
  });

  it("goes on with no recipe of a publisher that is called the same", async () => {
    const { cookbook } = here.ctx;
    await trust();
    expect(await refusal(await signed(recipe()))).toBe("taken");
    const other = createSigningKey((n) => new Uint8Array(n).fill(7));
    await cookbook.trust("Othershire", other.publicJwk.x);
    await expect(cookbook.trust("Farshire", other.publicJwk.x)).rejects.toThrow(
      "There is another publisher of this name.",
    );
    const file = await signRecipe(other, JSON.stringify(recipe({ version: 4 })));
    expect(await refusal(file)).toContain("name-taken");
  });

  it("is refused where it was changed on its way", async () => {
    await trust();
    const file = await signed(recipe());
    const payload = Buffer.from(JSON.stringify(recipe({ title: "Mine" }))).toString("base64url");
    expect(await refusal({ ...file, payload })).toEqual([
      "recipe-refused",
      "broken-signature",
      "The signature does not fit this file: it was changed after it was signed, or damaged on its way. Ask its publisher for it again.",
    ]);
  });

  it("is refused where a newer platform wrote it, or it needs a later one", async () => {
    await trust();
    expect(await refusal(await signed({ format: 2, anything: true }))).toContain("newer-format");
    const pages = [{ id: "a", title: "A", questions: [{ id: "q", type: "hologram", label: "?" }] }];
    const later = recipe({ definition: { ...definition, form: { pages } } });
    expect(await refusal(await signed(later))).toEqual([
      "recipe-refused",
      "later-platform",
      "This recipe needs a later version of the platform: this one does not know what it says at definition/form/pages/0/questions/0/type.",
    ]);
    const unknown = recipe({ definition: { ...definition, brandNew: 1 } });
    expect(await refusal(await signed(unknown))).toContain("later-platform");
  });

  it("is refused where it is no recipe, or says what belongs to its author", async () => {
    await trust();
    for (const said of [[], {}, { format: "1" }, recipe({ parts: "all" }), 7])
      expect(await refusal(await signed(said))).toContain("not-a-recipe");
    expect(await refusal(await signRecipe(publisher, "no JSON"))).toContain("not-a-recipe");
    const branded = recipe({ definition: { ...definition, brand: "farshire" } });
    expect(await refusal(await signed(branded))).toContain("later-platform");
    expect((await listRecipes(reader, { limit: 5 })).data).toEqual([]);
  });

  it("never takes the place of another's recipe, nor of another version", async () => {
    await trust();
    await shareRecipe(reader, asked);
    expect(await refusal(await signed(recipe({ id: "noise" })))).toContain("name-taken");
    expect(await refusal(await signed(recipe()))).toBe("taken");
    expect(await refusal(await signed(recipe()))).toBe("taken");
    expect(await refusal(await signed(recipe({ title: "Other" })))).toContain("version-taken");
    expect(await refusal(await signed(recipe({ version: 2 })))).toContain("older-version");
    expect(Recipe.parse(recipe())).toMatchObject({ version: 3 });
  });

  it("cannot say what a service is called that is made of it", async () => {
    await trust();
    const parts = [{ at: "/title", may: "locked" }];
    expect(await refusal(await signed(recipe({ parts })))).toBe("taken");
    expect((await getRecipe(reader, "noise-here")).parts).toEqual([]);
    const { service, revision } = await adoptRecipe(reader, "noise-here", { title: "Din" });
    await edit(reader, { service, since: revision }, set("/title", "Report a din"));
    expect(await getAdoption(reader, service)).toMatchObject({ title: "Report a din", parts: [] });
  });

  it("is trusted by what is a public key alone", async () => {
    await expect(here.ctx.cookbook.trust("Farshire", "x")).rejects.toThrow("A public key is 43");
    await expect(here.ctx.cookbook.trust(" ", publisher.publicJwk.x)).rejects.toThrow(
      "Say who the publisher is.",
    );
  });
});
