import { getServiceDraft, publishService, shareRecipe } from "@guildhall/domain";
import { noise } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const source = "/form/pages/noise/questions/noiseSource";
const spare = { id: "is-spare", name: "Spare", when: { "==": [{ var: "noiseSource" }, "pub"] } };
const din = {
  ...noise,
  id: "din",
  form: { ...noise.form, conditions: [...noise.form.conditions, spare] },
};
const parts = ["/form/pages", "/form/conditions"].map((at) => ({
  at,
  may: "locked" as const,
  why: "The law.",
}));

describe("the pages of the questions of a recipe that is locked", () => {
  let world: ConsoleWorld;
  let ann: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    ann = world.open();
    await world.enter(ann, { roles: ["designer"] });
    const author = await world.contextOf("otherton");
    await publishService(author, din);
    await shareRecipe(author, { service: "din", news: "New.", withMappings: false, parts });
    await post("cookbook/recipes/din/adopt", { title: "Report a din" });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const post = (path: string, fields: Record<string, string>) =>
    ann.post(`/console/exampleshire/${path}`, {
      once: crypto.randomUUID(),
      since: "1",
      ...fields,
    });

  it.each([
    ["questions/act", { do: `copy ${source}` }],
    [`questions/move?at=${source}`, { page: "/form/pages/you" }],
    [`questions/remove?at=${source}`, {}],
    ["questions/remove?at=/form/pages/noise", {}],
    ["conditions/remove?id=is-spare", {}],
  ])("say who locked it after %s", async (path, fields) => {
    const { status, html } = await post(`services/report-a-din/${path}`, fields);
    expect(status).toBe(422);
    expect(html).toContain("There is a problem");
    expect(html).toContain("locked by otherton Council");
    const { definition } = await getServiceDraft(
      await world.contextOf("exampleshire"),
      "report-a-din",
    );
    expect(definition.form).toMatchObject({ pages: din.form.pages });
  });
});
