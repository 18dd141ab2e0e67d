import type { Context } from "../context.ts";
import { sandboxIdOf } from "../sandbox/copy.ts";
import { applyTenant } from "../tenant/apply.ts";
import { createWorld, exampleshire, maker, noise, type World } from "../testing.ts";
import { exportRecipe } from "./list.ts";
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
    const parts = [{ at: "/summary", may: "locked" as const }];
    await shareRecipe(author, { ...asked, parts });
    const sketch = await sketchRecipe(author, "noise", { withMappings: false });
    expect(sketch).toMatchObject({ version: 2, parts: [{ at: "/summary", may: "locked" }] });
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
    const parts = ["/form/pages/gone", "/summary", "/summary"].map((at) => {
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

  it("locks for nobody what their service is called", async () => {
    const parts = [{ at: "/title", may: "locked" as const }];
    await expect(shareRecipe(author, { ...asked, parts })).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/parts/0/at", detail: expect.stringContaining("cannot be locked") }],
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
