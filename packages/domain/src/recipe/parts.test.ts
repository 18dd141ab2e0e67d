import { DraftDefinition, type Recipe } from "@guildhall/contract";
import { transact } from "@guildhall/store";
import { createWorld, maker, noise, type World } from "../testing.ts";
import { adoptRecipe } from "./adopt.ts";
import { confirmPart, getAdoption } from "./adoption.ts";
import { partsOf } from "./parts.ts";
import { shareRecipe } from "./share.ts";

describe("what a recipe says of its parts", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await world[Symbol.asyncDispose]();
  });

  it("is read of as many parts as there may be without reading the recipe for each", async () => {
    const author = maker(world, "Grace");
    const adopter = await world.addCouncil("othershire");
    const parts = [{ at: "/target", may: "must-change" as const }];
    await shareRecipe(author, { service: "noise", news: "New.", withMappings: false, parts });
    const { definition } = await adoptRecipe(adopter, "noise", { service: "din" });
    await confirmPart(adopter, "din", { at: "/target" });
    expect((await getAdoption(adopter, "din")).parts).toMatchObject([{ isConfirmed: true }]);

    const { recipe } = await adopter.cookbook.latest("noise");
    const questions = noise.form.pages.flatMap(({ id, questions: asked }) =>
      asked.map((question) => `/form/pages/${id}/questions/${question.id}`),
    );
    const many: Recipe = {
      ...recipe,
      parts: [...parts, ...questions.map((at) => ({ at, may: "must-change" as const }))],
    };
    const read = vi.spyOn(DraftDefinition, "parse");
    const said = await transact(adopter.db, (tx) => partsOf(tx, definition, many));
    expect(said.filter(({ isDone }) => isDone).map(({ at }) => at)).toEqual(["/target"]);
    expect(read.mock.calls.length).toBeLessThanOrEqual(2);
  });
});
