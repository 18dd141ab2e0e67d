import { type ApiWorld, createApiWorld } from "../testing.ts";

const at = "/retention/lawfulBasis";
const shared = {
  service: "noise",
  news: "The first.",
  parts: [
    { at, may: "locked", why: "The law." },
    { at: "/target", may: "must-change" },
  ],
};

describe("the cookbook", () => {
  let world: ApiWorld;
  let as: string;
  beforeEach(async () => {
    world = await createApiWorld();
    as = await world.keyFor("services:read", "services:write");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const get = async (path: string) => (await world.ask("GET", path, { as })).json();
  const post = (path: string, json: unknown) => world.ask("POST", path, { as, json });
  const share = () => post("/recipes", shared);
  const adopt = () => post("/recipes/noise/adoptions", { service: "din" });

  it("takes a service in, shows it and gives it to whoever adopts it", async () => {
    const made = await share();
    expect(made.status).toBe(201);
    expect(made.headers.get("Location")).toMatch(/\/recipes\/noise$/);
    expect(await get("/recipes?search=noise")).toMatchObject({ data: [{ recipe: "noise" }] });
    expect(await get("/recipes/noise")).toMatchObject({ parts: [{ at }, {}], versions: [{}] });
    expect((await get("/recipes/noise/flow")).nodes.length).toBeGreaterThan(0);
    const adopted = await adopt();
    expect(adopted.status).toBe(201);
    expect(adopted.headers.get("Location")).toMatch(/\/service-drafts\/din$/);
    expect(await get("/adoptions")).toMatchObject({ data: [{ service: "din", latest: 1 }] });
  });

  it("happens once when it is asked for twice", async () => {
    const headers = { "Idempotency-Key": "the-same-key-twice" };
    const asked = { as, json: shared, headers };
    await world.ask("POST", "/recipes", asked);
    const again = await world.ask("POST", "/recipes", asked);
    expect([again.status, again.headers.get("Idempotent-Replayed")]).toEqual([201, "true"]);
    const adopting = { as, json: {}, headers };
    await world.ask("POST", "/recipes/noise/adoptions", adopting);
    const replayed = await world.ask("POST", "/recipes/noise/adoptions", adopting);
    expect(replayed.headers.get("Idempotent-Replayed")).toBe("true");
    expect((await get("/adoptions")).data).toHaveLength(1);
  });

  it("says who locked what was to be changed, and why", async () => {
    await share();
    await adopt();
    const edits = [{ act: "set", at, to: "None" }];
    const refused = await post("/service-drafts/din/edits", { edits, since: 1 });
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: "recipe-part-locked", errors: [{ pointer: at, code: "locked" }] },
    ]);
  });

  it("counts what was decided", async () => {
    await share();
    await adopt();
    const headers = { "Idempotency-Key": "confirmed-only-once" };
    const asked = { as, json: { at: "/target" }, headers };
    const path = "/adoptions/din/confirmations";
    expect(await (await world.ask("POST", path, asked)).json()).toMatchObject({
      parts: [{}, { at: "/target", isDone: true, isConfirmed: true }],
    });
    const again = await world.ask("POST", path, asked);
    expect(again.headers.get("Idempotent-Replayed")).toBe("true");
    const { sections } = await get("/service-drafts/din/readiness");
    expect(JSON.stringify(sections)).not.toContain("recipe-part-undecided");
  });

  it("gives the next version to whoever adopted the one before, once conflicts are decided", async () => {
    await share();
    await adopt();
    const edits = [{ act: "set", at: "/title", to: "Din" }];
    await post("/service-drafts/din/edits", { edits, since: 1 });
    await world.publish({ title: "Report noise" });
    await share();
    expect(await get("/adoptions/din/upgrade")).toMatchObject({
      from: 1,
      to: 2,
      conflicts: [{ at: "/title", ours: "Din", theirs: "Report noise" }],
    });
    const refused = await post("/adoptions/din/upgrade", { decisions: [] });
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: "edit-conflict", conflicts: [{ at: "/title" }] },
    ]);
    const decisions = [{ at: "/title", take: "ours" }];
    const taken = await post("/adoptions/din/upgrade", { decisions });
    expect([taken.status, await taken.json()]).toMatchObject([
      200,
      { definition: { title: "Din", adopted: { version: 2 } } },
    ]);
    const nothing = await post("/adoptions/din/upgrade", { decisions });
    expect((await nothing.json()).code).toBe("invalid-transition");
  });

  it("gives a recipe as a file that says it is the same when it comes back", async () => {
    await share();
    const file = await get("/recipes/noise/file");
    const back = await post("/recipe-files", file);
    expect([back.status, await back.json()]).toMatchObject([201, { recipe: "noise", version: 1 }]);
    const broken = await post("/recipe-files", { ...file, payload: `${file.payload}AA` });
    expect([broken.status, await broken.json()]).toMatchObject([
      422,
      { code: "recipe-refused", errors: [{ code: "broken-signature" }] },
    ]);
  });

  it("shows what would be shared, with mappings or without", async () => {
    const { definition, leftOut } = await get("/services/noise/recipe-sketch");
    expect([definition.mappings, leftOut.length]).toEqual([[], 2]);
    const all = await get("/services/noise/recipe-sketch?withMappings=true");
    expect(all.definition.mappings).toHaveLength(1);
  });
});
