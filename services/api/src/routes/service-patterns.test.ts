import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("questions that many services ask alike", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are listed with what they ask, each for the edit that puts it into a draft", async () => {
    const key = await world.keyFor("services:read", "services:write");
    const { data } = await (await world.ask("GET", "/service-patterns", { as: key })).json();
    expect(data[0]).toMatchObject({
      id: "place",
      title: "Where is it?",
      pages: [{ title: "Where is it?", questions: ["Where is it?"] }],
    });

    await world.ask("POST", "/service-drafts", { as: key, json: { service: "noise" } });
    const edits = data.map(({ id }: { id: string }) => ({
      act: "insert",
      pattern: id,
      to: "/form/pages",
    }));
    const edited = await world.ask("POST", "/service-drafts/noise/edits", {
      as: key,
      json: { since: 1, edits },
    });
    expect(edited.status).toBe(200);
  });

  it("are not told to a key that may not read services", async () => {
    const key = await world.keyFor("tasks:read");
    const refused = await world.ask("GET", "/service-patterns", { as: key });
    expect(await refused.json()).toMatchObject({ code: "scope-missing" });
  });
});
