import { Recipe, type RecipeFile } from "@guildhall/contract";
import { createSigningKey, type SigningKey, signRecipe } from "@guildhall/keys";
import type { Context } from "../context.ts";
import { sandboxIdOf } from "../sandbox/copy.ts";
import { applyTenant } from "../tenant/apply.ts";
import { createWorld, exampleshire, maker, noise, type World } from "../testing.ts";
import { exportRecipe, getRecipe, listRecipes } from "./list.ts";
import { importRecipe, shareRecipe, sketchRecipe } from "./share.ts";

const asked = { service: "noise", news: "The first.", withMappings: false, parts: [] };

describe("sharing", () => {
  let world: World;
  let author: Context;
  let other: Context;
  beforeEach(async () => {
    world = await createWorld();
    author = maker(world, "Grace");
    other = await world.addCouncil("othershire");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("shows first what would go with the service and what stays", async () => {
    const sketch = await sketchRecipe(author, "noise", { withMappings: false });
    expect(sketch.version).toBe(1);
    expect(sketch.leftOut).toEqual([
      "Names of teams and ledger codes stay with you.",
      "Where answers go stays with you: it names your back office and its codes.",
    ]);
    expect(sketch.parts.map(({ at, may }) => [at, may])).toEqual([
      ["/retention/lawfulBasis", "locked"],
      ["/mappings", "must-change"],
      ["/steps/look", "must-change"],
      ["/target", "must-change"],
      ["/retention/days", "must-change"],
    ]);
    const withMappings = await sketchRecipe(author, "noise", { withMappings: true });
    expect(withMappings.definition.mappings).toEqual(noise.mappings);
  });

  it("remembers what was said of the parts, for the next version", async () => {
    const parts = [{ at: "/title", may: "locked" as const }];
    await shareRecipe(author, { ...asked, parts });
    const sketch = await sketchRecipe(author, "noise", { withMappings: false });
    expect(sketch).toMatchObject({ version: 2, parts: [{ at: "/title", may: "locked" }] });
  });

  it("makes the next version of what has changed, and none of what has not", async () => {
    expect(await shareRecipe(author, asked)).toMatchObject({ version: 1, isOwn: true });
    expect(await shareRecipe(author, { ...asked, news: "Again." })).toMatchObject({ version: 1 });
    await world.publish({ title: "Noise" });
    expect(await shareRecipe(author, asked)).toMatchObject({ version: 2, title: "Noise" });
  });

  it("gives each version its own number where two share at once, and a name to one of them", async () => {
    const titled = (title: string) => ({
      tenant: author.tenant.id,
      recipe: { ...asked, id: "din", title, summary: "Din.", publisher: "Us", definition },
    });
    const { cookbook } = author;
    const { definition } = await sketchRecipe(author, "noise", { withMappings: false });
    const said = await Promise.all(["Din", "Noise"].map((title) => cookbook.share(titled(title))));
    expect(said.map(({ version }) => version).sort()).toEqual([1, 2]);
    expect((await cookbook.latest("din")).line.version).toBe(2);
    const both = [author, other].map((ctx) => shareRecipe(ctx, { ...asked, recipe: "loud" }));
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
    ]);
    await expect(Promise.all(both)).rejects.toMatchObject({ faults: [{ code: "name-taken" }] });
  });

  it("does not take a name that another has shared under", async () => {
    await shareRecipe(author, asked);
    await expect(shareRecipe(other, { ...asked, recipe: "noise" })).rejects.toMatchObject({
      code: "recipe-refused",
      faults: [{ code: "name-taken" }],
    });
    expect(await shareRecipe(other, asked)).toMatchObject({ recipe: "othershire-noise" });
    expect(await sketchRecipe(other, "noise", asked)).toMatchObject({ version: 2 });
    expect(await shareRecipe(other, { ...asked, recipe: "other-noise" })).toMatchObject({
      recipe: "other-noise",
    });
  });

  it("refuses to speak of a part that is not there, or twice of one", async () => {
    const parts = ["/form/pages/gone", "/title", "/title"].map((at) => {
      return { at, may: "locked" as const };
    });
    await expect(shareRecipe(author, { ...asked, parts })).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/parts/0/at" }, { pointer: "/parts/2/at" }],
    });
    await expect(shareRecipe(author, { ...asked, service: "gone" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is not for a sandbox, whose keys anybody can have", async () => {
    const id = sandboxIdOf("exampleshire");
    const tenant = { ...exampleshire.tenant, id, sandboxOf: "exampleshire" };
    const { actor } = author;
    await applyTenant(world.store, { ...exampleshire, tenant }, { actor, now: world.clock.now() });
    const ground = await world.groundFor(id);
    const sandbox = { ...author, ...ground };
    const refused = { code: "scope-missing" };
    await expect(shareRecipe(sandbox, asked)).rejects.toMatchObject(refused);
    await shareRecipe(author, asked);
    const file = await exportRecipe(author, "noise");
    await expect(importRecipe(sandbox, file)).rejects.toMatchObject(refused);
  });

  it("is for those alone who may", async () => {
    const nobody = world.as({ scopes: [] });
    const refused = { code: "scope-missing" };
    await expect(shareRecipe(nobody, asked)).rejects.toMatchObject(refused);
    await expect(sketchRecipe(nobody, "noise", asked)).rejects.toMatchObject(refused);
    await expect(exportRecipe(nobody, "noise")).rejects.toMatchObject(refused);
    const file = { payload: "", protected: "", signature: "" };
    await expect(importRecipe(nobody, file)).rejects.toMatchObject(refused);
  });
});

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

  it("is trusted by what is a public key alone", async () => {
    await expect(here.ctx.cookbook.trust("Farshire", "x")).rejects.toThrow("A public key is 43");
    await expect(here.ctx.cookbook.trust("own", publisher.publicJwk.x)).rejects.toThrow(
      "Say who the publisher is.",
    );
  });
});
