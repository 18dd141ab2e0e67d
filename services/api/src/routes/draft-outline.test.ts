import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("questions that were written down, over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("services:read", "services:write");
    await ask("/service-drafts", { title: "Benches" });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (path: string, json: unknown) => world.ask("POST", path, { as: key, json });
  const read = (json: unknown, service = "benches") =>
    ask(`/service-drafts/${service}/outline-readings`, json);

  it("become edits that add them, and change nothing before", async () => {
    const answer = await read({ text: "# The bench\nWhat is wrong with it?\nWhen?", kinds: {} });
    const { pages, edits, remarks } = await answer.json();
    expect(answer.status).toBe(200);
    expect(pages).toMatchObject([{ lines: [2, 3], page: { title: "The bench" } }]);
    expect(remarks).toEqual([]);
    const added = await ask("/service-drafts/benches/edits", { since: 1, edits });
    expect(await added.json()).toMatchObject({
      revision: 2,
      definition: { form: { pages: [{ questions: [{ type: "text" }, { type: "date" }] }] } },
    });
  });

  it("are refused where there are none, of kinds that there are not, and for a draft that is not there", async () => {
    expect((await read({ text: "" })).status).toBe(422);
    expect((await read({ text: "When?", kinds: { "1": "riddle" } })).status).toBe(422);
    expect((await read({ text: "When?", kinds: { first: "date" } })).status).toBe(422);
    expect((await read({ text: "When?" }, "nowhere")).status).toBe(404);
  });
});
